import { Link } from '@tanstack/react-router'
import { mustBeDay } from '../../../../record/time.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { type Kind, kindWords } from '../../maintenance-order/maintenance-order.rules.ts'
import { maintenanceOrderWords } from '../../maintenance-order/maintenance-order.words.ts'
import { assetsWords, upkeepWords as words } from './words.ts'

export interface UpkeepOrder {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: Kind
  readonly state: string
  readonly dueOn: string
  /** How many. */
  readonly assets: number
  readonly owner: string | null
  readonly supplier: string | null
}

/** One order on one line; one that nobody has begun in time says how late it is. */
export function OrderLine({ order, today, refs }: { order: UpkeepOrder; today: string; refs: Refs }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('maintenance-order')
  const { number, title, kind, state, dueOn, assets, owner, supplier } = order
  const late = mustBeDay(today) - mustBeDay(dueOn)
  const states = maintenanceOrderWords.states as Readonly<Record<string, readonly [string, string]>>
  return (
    <li className="mnt-line">
      <time className="ts-figures" dateTime={dueOn}>
        {dueOn}
      </time>
      {late > 0 && state !== 'in-progress' ? (
        <StateTag tone="broken" word={`${say(words.lateBy)} ${late} ${say(words.day)}`} />
      ) : (
        <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(states[state] ?? [state, state])} />
      )}
      <Link to={`/maintenance-orders/${number}`} className="ts-ref">
        {title}
      </Link>
      <span className="ts-quiet">
        {say(kindWords[kind])} · {say(assetsWords(assets))}
      </span>
      <span className="mnt-who">
        {owner && <RefLink id={owner} refs={refs} />}
        {supplier && <RefLink id={supplier} refs={refs} />}
      </span>
    </li>
  )
}
