import { Link } from '@tanstack/react-router'
import type { Refs } from '../../../../web/client/types.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Renewal } from '../../renewal/shape.rules.ts'
import { daysBetween, monthsOf } from './months.ts'
import { countWords, decideWords, itemsWords, leftWords, renewalWords as words } from './words.ts'

/** So many days ahead it is amber. */
const soon = 30

/** Month by month: what runs out, when, by when one must have decided, and whose it is. */
export function Months({ items, today, refs }: { items: readonly Renewal[]; today: string; refs: Refs }) {
  const say = useSay()
  return monthsOf(items, today).map(({ month, items: all }) => (
    <section key={month ?? ''} id={`month-${month ?? 'over'}`} className="ren-month">
      <h2>
        {month ?? say(words.over)} <span className="ts-quiet">{say(itemsWords(all.length))}</span>
      </h2>
      <ul className="ts-plain">
        {all.map((one) => (
          <Line key={`${one.kind} ${one.id}`} one={one} today={today} refs={refs} />
        ))}
      </ul>
    </section>
  ))
}

function Line({ one, today, refs }: { one: Renewal; today: string; refs: Refs }) {
  const say = useSay()
  const { kind, label, endsOn, decideOn, count, goesOn, owner, supplier, path, search } = one
  return (
    <li className="ren-line">
      <time dateTime={endsOn} className="ts-figures">
        {endsOn}
      </time>
      <span className="ts-quiet ren-kind">{say(words[kind])}</span>
      <span className="ren-what">
        <Link to={path} search={search as never} className="ts-ref">
          {label ?? say(words.noModel)}
        </Link>
        {count !== null && <span className="ts-quiet ts-figures">{say(countWords(kind, count))}</span>}
      </span>
      <span className="ren-who">
        {supplier && <RefLink id={supplier} refs={refs} />}
        {owner && <RefLink id={owner} refs={refs} />}
      </span>
      <span className="ren-when">
        {goesOn ? (
          <StateTag
            tone={goesOn === 'renewed' ? 'kept' : 'progress'}
            word={say(goesOn === 'renewed' ? words.renewed : words.byItself)}
          />
        ) : (
          <StateTag tone={toneOf(one, today)} word={say(leftWords(daysBetween(today, endsOn)))} />
        )}
        {decideOn !== null && goesOn !== 'renewed' && endsOn >= today && (
          <span className={`ts-figures ${decideOn <= today ? 'is-late' : 'ts-quiet'}`}>
            {say(decideWords(decideOn))}
          </span>
        )}
      </span>
    </li>
  )
}

function toneOf({ endsOn, decideOn }: Renewal, today: string): Tone {
  if (endsOn < today) return 'broken'
  return daysBetween(today, endsOn) <= soon || (decideOn !== null && decideOn <= today) ? 'late' : 'start'
}
