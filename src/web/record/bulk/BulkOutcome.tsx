import { Link } from '@tanstack/react-router'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import type { Tone } from '../../plugin.ts'
import { useSay } from '../../shell/lang.tsx'
import { ToneMark } from '../../widgets/StateTag.tsx'
import { words } from '../list.words.ts'
import type { BulkResult } from './bulk.ts'

/** As many rows as a reason names at first; the others open on a click. */
const mostNamed = 8

/** What came of a bulk: every row is counted once, and of those refused each is named with the reason. */
export function BulkOutcome({ entry, result }: { entry: Entry; result: BulkResult }) {
  const say = useSay()
  const counts: [Words, number, Tone][] = [
    [words.changedOnes, result.changed, 'kept'],
    [words.sameOnes, result.same, 'ended'],
    [words.waitingOnes, result.waiting, 'progress'],
    [words.refusedOnes, result.refused, 'broken'],
    [words.leftOnes, result.left, 'start'],
  ]
  return (
    <div className="ts-outcome">
      <ul className="ts-outcome-counts">
        {counts
          .filter(([label, count]) => count > 0 || label === words.changedOnes)
          .map(([label, count, tone]) => (
            <li key={label[1]} className={`is-${tone}`}>
              <ToneMark tone={tone} />
              {say(label)} <b className="ts-figures">{count.toLocaleString('en-US')}</b>
            </li>
          ))}
      </ul>
      {result.reasons.map((reason) => (
        <Reason key={reason.code + reason.text[1]} entry={entry} reason={reason} />
      ))}
    </div>
  )
}

function Reason({ entry, reason }: { entry: Entry; reason: BulkResult['reasons'][number] }) {
  const say = useSay()
  const unnamed = reason.count - reason.rows.length
  return (
    <details className="ts-reason-group" open={reason.rows.length <= mostNamed}>
      <summary>
        {say(reason.text)} <b className="ts-figures">{reason.count.toLocaleString('en-US')}</b>
      </summary>
      <ul>
        {reason.rows.map(({ id, number }) => (
          <li key={id}>
            {number ? (
              <Link to={`/${entry.record.plural}/${number}`} target="_blank" className="ts-number">
                {number}
              </Link>
            ) : (
              say(words.unnamed)
            )}
          </li>
        ))}
        {unnamed > 0 && (
          <li className="ts-quiet">
            {say(words.andMore)} {unnamed.toLocaleString('en-US')}
          </li>
        )}
      </ul>
    </details>
  )
}
