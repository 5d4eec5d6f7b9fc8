import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Card } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Row } from '../../../../web/client/types.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { review } from '../../review/review.record.ts'
import { reviewWords } from '../../review/review.words.ts'
import { majorScreenWords as words } from './words.ts'

interface ReviewsProps {
  readonly row: Row
  /** Of what they are: the link by which they point here. */
  readonly by: { readonly major: string } | { readonly incident: string }
  /** Whether one may be begun. */
  readonly open: boolean
}

/** The review of an incident, major or not, or the way to begin one. */
export function Reviews({ row, by, open }: ReviewsProps) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { areas } = useParts()
  const { message } = App.useApp()
  const entry = useEntry('review')
  const may = mayEver(review.access.create, useSession())
  const found = useList(review, { ...by, limit: '5' })
  const begin = useMutation({
    mutationFn: () => api.create(review, { title: `${row['title']} 复盘`, ...by }),
    onSuccess: ({ item }) => navigate({ to: `/reviews/${item.number}/edit` }),
    onError: (problem) => message.error(text(problem)),
  })
  const items = found.data?.pages[0]?.items ?? []
  if (items.length === 0 && !(may && open)) return null
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
