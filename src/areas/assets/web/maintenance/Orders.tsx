import { Link } from '@tanstack/react-router'
import type { Words } from '../../../../record/words.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { showNumber } from '../../../../web/format/value.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { maintenanceOrder } from '../../maintenance-order/maintenance-order.record.ts'
import { kindWords } from '../../maintenance-order/maintenance-order.rules.ts'
import { maintenanceOrderWords } from '../../maintenance-order/maintenance-order.words.ts'
import './maintenance.css'

const shown = 8

/** The last orders of a plan or an asset, each with what it came to; nothing at all where `none` says nothing. */
export function Orders({ where, none }: { where: Readonly<Record<string, string>>; none: Words }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('maintenance-order')
  const { data } = useList(maintenanceOrder, { ...where, sort: '-dueOn' })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  if (data && items.length === 0) return <p className="ts-quiet">{say(none)}</p>
  const tone = (field: string, value: string) => toneOf(areas, entry, field, value) ?? 'start'
  const { states, choices } = maintenanceOrderWords
  return (
    <ul className="ts-plain">
      {items.slice(0, shown).map((one) => (
        <li key={one.id} className="mnt-line">
          <time className="ts-figures" dateTime={one.dueOn ?? ''}>
            {one.dueOn}
          </time>
          {one.outcome ? (
            <StateTag tone={tone('outcome', one.outcome)} word={say(choices.outcome[one.outcome])} />
          ) : (
            <StateTag tone={tone('state', one.state)} word={say(states[one.state])} />
          )}
          <Link to={`/maintenance-orders/${one.number}`} className="ts-ref">
            {one.title}
          </Link>
          <span className="ts-quiet">{say(kindWords[one.kind])}</span>
          {one.cost !== null && <span className="ts-figures mnt-cost">¥ {showNumber(one.cost)}</span>}
        </li>
      ))}
    </ul>
  )
}
