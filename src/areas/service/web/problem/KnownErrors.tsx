import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { desk } from '../../desk.rules.ts'
import { Make } from './Make.tsx'
import { problemScreenWords as words } from './words.ts'
import './problem.css'

interface Known {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly workaround: string
  readonly mine: boolean
}

/** Beside an incident: known errors it may be a case of, with what helps; and the step to a problem, or once resolved to an article. */
export function KnownErrors({ row }: PageProps) {
  const say = useSay()
  const session = useSession()
  const { data } = useCall<{ items: Known[] }>(`/incidents/${row.id}/known-errors`, {}, ['problem'])
  const items = data?.items ?? []
  if (!mayEver(desk, session)) return null
  const isResolved = row.state === 'resolved' || row.state === 'closed'
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
      <div className="svc-known-next">
        <Make words={words.toProblem} path="/problems/from-incidents" body={{ incidents: [row.id] }} to="/problems" />
        {isResolved && (
          <Make words={words.draftArticle} path="/articles/from-incident" body={{ incident: row.id }} to="/articles" />
        )}
      </div>
    </>
  )
}
