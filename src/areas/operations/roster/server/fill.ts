import type { Tx } from '../../../../platform/tx.ts'
import { invalid, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt } from '../../../../record/time.ts'
import { duty } from '../../duty/duty.record.ts'
import { generate, type Plan } from '../generate.rules.ts'
import type { roster } from '../roster.record.ts'
import { groupBy } from '../shape.rules.ts'
import { type Slot, slotsOf } from '../slots.rules.ts'
import { layOut, type Planned } from './ground.ts'

export type RosterRow = RowOf<typeof roster>

export interface Filled {
  readonly filled: number
  readonly kept: number
  readonly unfilled: { date: string; pattern: string; position: string; why: Plan['unfilled'][number]['why'] }[]
}

const placeOf = ({ date, pattern, position }: { date: string; pattern: string | null; position: string }) =>
  `${date} ${pattern} ${position}`

/** Plans all of a roster that nobody set by hand; rows that stand for a place already are kept for whoever takes it now. */
export async function fill(tx: Tx, row: RosterRow): Promise<Filled> {
  const laid = await layOut(tx.db, { ...row, roster: row })
  const isLoose = (one: Planned) => one.roster === row.id && one.state === 'planned' && !one.fixed
  const [loose, fixed] = [laid.watches.filter(isLoose), laid.watches.filter((one) => !isLoose(one))]
  const taken = groupBy(fixed, placeOf)
  const wanted = slotsOf(row, laid.patterns, laid.positions, laid.calendar, laid.wall)
  const slots = wanted.filter((slot) => taken.get(placeOf(slot))?.pop() === undefined)
  const people = row.people.length === 0 ? laid.people : laid.people.filter(({ id }) => row.people.includes(id))
  const plan = generate({ ...laid, people, slots, fixed }, laid.wall)
  await write(tx, row, plan.filled, loose)
  return {
    filled: plan.filled.length,
    kept: wanted.length - slots.length,
    unfilled: plan.unfilled.map(({ date, pattern, position, why }) => ({ date, pattern, position, why })),
  }
}

async function write(tx: Tx, row: RosterRow, filled: Plan['filled'], loose: readonly Planned[]): Promise<void> {
  const free = groupBy(loose, placeOf)
  const puts = filled.map((slot: Slot & { person: string }) => {
    const kept = free.get(placeOf(slot))?.shift()
    if (kept) return { id: kept.id, values: { person: slot.person } }
    const { person, position, pattern, from, to } = slot
    const times = { startsAt: instantAt(from), endsAt: instantAt(to) }
    return { values: { roster: row.id, person, position, pattern, ...times, fixed: false } }
  })
  for (const done of await tx.putMany(duty, puts)) if (done instanceof Refusal) throw invalid(done.faults)
  for (const left of [...free.values()].flat()) await tx.act(duty, left.id, 'remove')
}
