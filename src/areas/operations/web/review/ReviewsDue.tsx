import { Link } from '@tanstack/react-router'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { logReview } from '../../log-review/log-review.record.ts'
import { Panel } from '../duty/Panel.tsx'
import { titles } from '../titles.words.ts'
import { dueWords } from './words.ts'

/** On the console of whoever signs for them: reviews of the log that wait. */
export function ReviewsDue() {
  return mayEver(logReview.transitions.sign.allow, useSession()) ? <Due /> : null
}

function Due() {
  const say = useSay()
  const lang = useLang()
  const rows = useList(logReview, { state: 'due', sort: 'dueBy' }).data?.pages[0]?.items as
    | readonly RowOf<typeof logReview>[]
    | undefined
  if (!rows || rows.length === 0) return null
  return (
    <Panel title={titles.reviews}>
      <ul className="ops-agenda">
        {rows.map(({ id, number, title, titleEn, dueBy, late }) => (
          <li key={id} className="ops-agenda-line" data-row={number}>
            <time className="ts-figures" title={showInstant(dueBy)}>
              {showInstant(dueBy).slice(5, 10)}
            </time>
            <Link to={`/log-reviews/${number}`} className="ops-agenda-title" title={number}>
              {lang === 'en' ? (titleEn ?? title) : title}
            </Link>
            <StateTag tone={late ? 'broken' : 'late'} word={say(late ? dueWords.late : dueWords.due)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
