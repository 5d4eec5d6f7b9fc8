import { Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { logReview } from '../../log-review/log-review.record.ts'
import { logReviewWords } from '../../log-review/log-review.words.ts'
import { Reviewed } from '../log/Reviewed.tsx'

/** Beside a line of the log: the review that went through it. */
export function LineReviewed({ row }: PageProps) {
  const say = useSay()
  const day = row['tradingDay'] as string | null
  const found = useList(logReview, { 'startsOn.to': day ?? '', sort: '-startsOn', limit: '1' }).data?.pages[0]
  const review = found?.items[0] as RowOf<typeof logReview> | undefined
  if (!day || !review || review.endsOn < day) return null
  const by = review.signedBy && (found?.refs[review.signedBy]?.label ?? null)
  return (
    <Card size="small" title={say(logReviewWords.name)}>
      <Reviewed review={{ number: review.number, state: review.state, by, at: review.signedAt }} />
    </Card>
  )
}
