import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Card } from 'antd'
import { role } from '../../../../record/rule.ts'
import { api } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { problemScreenWords as words } from './words.ts'
import './problem.css'

interface Known {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly workaround: string
  readonly mine: boolean
}

const desk = role('operator', 'checker', 'engineer', 'manager')

/** Beside an incident: known errors it may be a case of, with what helps; and once it is resolved, the step to an article. */
export function KnownErrors({ row }: PageProps) {
  const say = useSay()
  const session = useSession()
  const { data } = useCall<{ items: Known[] }>(`/incidents/${row.id}/known-errors`, {}, ['problem'])
  const items = data?.items ?? []
  const mayDraft = (row.state === 'resolved' || row.state === 'closed') && mayEver(desk, session)
  if (items.length === 0 && !mayDraft) return null
  return (
    <>
      {items.length > 0 && (
        <Card size="small" title={say(words.knownErrors)}>
          <ul className="ts-plain svc-known">
            {items.map(({ id, number, title, workaround, mine }) => (
              <li key={id}>
                <Link to={`/problems/${number}`} className="ts-ref">
                  {title}
                </Link>
                {mine && <small className="ts-quiet"> {say(words.counted)}</small>}
                <p>{workaround}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {mayDraft && <DraftArticle incident={row.id} />}
    </>
  )
}

function DraftArticle({ incident }: { incident: string }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const draft = () =>
    api
      .call<{ number: string }>('/articles/from-incident', { method: 'POST', body: { incident } })
      .then(({ number }) => navigate({ to: `/articles/${number}` }))
      .catch((problem) => message.error(text(problem)))
  return (
    <Button block onClick={draft} className="ts-gap">
      {say(words.draftArticle)}
    </Button>
  )
}
