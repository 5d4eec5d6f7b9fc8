import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { majorIncident } from '../../major-incident/major-incident.record.ts'
import { review } from '../../review/review.record.ts'
import { reviewWords } from '../../review/review.words.ts'
import { Course } from './Course.tsx'
import { Reporting } from './Reporting.tsx'
import { Updates } from './Updates.tsx'
import { majorScreenWords as words } from './words.ts'
import '../incident/incident.css'
import './major.css'

/** What matters of a major incident: what was told and when again, whom the law wants told, how it went, what was learnt. */
export function AboutMajor(props: PageProps) {
  const major = props.row as unknown as RowOf<typeof majorIncident>
  return (
    <>
      <Updates {...props} />
      <Reporting major={major} mayNote={props.row.can?.['update'] === true} />
      <Reviews {...props} />
      <Course id={major.id} />
    </>
  )
}

/** Its review, or the way to begin one. */
function Reviews({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { areas } = useParts()
  const { message } = App.useApp()
  const entry = useEntry('review')
  const may = mayEver(review.access.create, useSession())
  const found = useList(review, { major: row.id, limit: '5' })
  const begin = useMutation({
    mutationFn: () => api.create(review, { title: `${row['title']} 复盘`, major: row.id }),
    onSuccess: ({ item }) => navigate({ to: `/reviews/${item.number}/edit` }),
    onError: (problem) => message.error(text(problem)),
  })
  const items = found.data?.pages[0]?.items ?? []
  if (items.length === 0 && (!may || row.state === 'stood-down')) return null
  return (
    <Card size="small" title={say(words.review)}>
      <ul className="ts-plain svc-family">
        {items.map(({ id, number, title, state }) => (
          <li key={id}>
            <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(reviewWords.states[state])} />
            <Link to={`/reviews/${number}`} className="ts-ref">
              {number} {title}
            </Link>
          </li>
        ))}
      </ul>
      {items.length === 0 && (
        <Button onClick={() => begin.mutate()} loading={begin.isPending}>
          {say(words.beginReview)}
        </Button>
      )}
    </Card>
  )
}
