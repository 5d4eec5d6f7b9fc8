import { Link } from '@tanstack/react-router'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { logReviewWords } from '../../log-review/log-review.words.ts'
import type { Review } from './lines.ts'

/** Whether these lines were reviewed: in which review, by whom and when. */
export function Reviewed({ review: { number, state, by, at } }: { review: Review }) {
  const say = useSay()
  return (
    <p className="ops-log-reviewed">
      <StateTag tone={state === 'signed' ? 'kept' : 'late'} word={say(logReviewWords.states[state])} />
      <Link to={`/log-reviews/${number}`} className="ts-number ts-ref">
        {number}
      </Link>
      {by && <span className="ts-quiet">{by}</span>}
      {at && <time className="ts-quiet ts-figures">{showInstant(at)}</time>}
    </p>
  )
}
