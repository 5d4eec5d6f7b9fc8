import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf, mustBeDay } from '../../../../record/time.ts'
import { duty } from '../../duty/duty.record.ts'
import { findingWords } from '../../roster/finding.words.ts'
import { layOut } from '../../roster/server/ground.ts'
import { tell } from '../../roster/server/told.ts'
import { newFindings } from '../../roster/server/what-if.ts'
import { dueShiftOf } from '../../shift/server/take-over.ts'
import { shift } from '../../shift/shift.record.ts'
import { dutySwap } from '../duty-swap.record.ts'

type Row = RowOf<typeof dutySwap>
/** A transaction, or what only reads. */
type On = { readonly db: Kysely<Tables> }

const dutiesOf = (tx: On, { duty: given, inReturn }: Pick<Row, 'duty' | 'inReturn'>) =>
  tx.db
    .selectFrom('duty')
    .selectAll()
    .where('id', 'in', inReturn ? [given, inReturn] : [given])
    .execute()

/** A duty to come, of whoever gives it; and one in return, of whoever takes it. */
async function canBeAsked(tx: Tx, row: Row): Promise<Fault[]> {
  const duties = await dutiesOf(tx, row)
  const faults: Fault[] = []
  for (const { id, state, endsAt, person } of duties) {
    const path = id === row.duty ? 'duty' : 'inReturn'
    if (state === 'cancelled' || endsAt <= tx.now)
      faults.push(fault(path, 'over', '这个班已取消或已过去。', 'This duty is cancelled or past.'))
    if (id === row.inReturn && person !== row.to)
      faults.push(
        fault(path, 'not-theirs', '换回的班须是接替人的。', 'The duty in return must be that of whoever takes over.'),
      )
  }
  if (row.person === row.to)
    faults.push(fault('to', 'same-person', '不能与自己换班。', 'Nobody swaps with themselves.'))
  return faults
}

/** What has moved since it was asked, and what the proof would find then that it does not find now. */
async function holds(tx: Tx, row: Row): Promise<Fault[]> {
  const duties = await dutiesOf(tx, row)
  const given = duties.find(({ id }) => id === row.duty)
  if (
    !given ||
    given.person !== row.person ||
    (row.inReturn && duties.find(({ id }) => id === row.inReturn)?.person !== row.to)
  )
    return [fault('', 'moved-on', '提出后值班已有变动,请重新提出。', 'The duties have changed since: ask anew.')]
  return canBeAsked(tx, row)
}

async function opensNothing(tx: Tx, row: Row): Promise<Fault[]> {
  const moved = await holds(tx, row)
  if (moved.length > 0) return moved
  return wouldBreak(tx, row)
}

/** Holes and broken rules that the swap would bring, each named to the minute. */
export async function wouldBreak(tx: On, row: Pick<Row, 'duty' | 'inReturn' | 'person' | 'to'>): Promise<Fault[]> {
  const duties = await dutiesOf(tx, row)
  const dates = duties.flatMap(({ date }) => date ?? []).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return []
  const { people: _all, ...limits } = await tx.db
    .selectFrom('roster')
    .select(['id', 'people', 'restHours', 'nightsInRow', 'weekHours'])
    .where('id', '=', duties[0]?.roster ?? '')
    .executeTakeFirstOrThrow()
  const laid = await layOut(tx.db, {
    startsOn: dateOf(mustBeDay(first) - 1),
    endsOn: dateOf(mustBeDay(last) + 1),
    roster: { ...limits, people: [row.to, row.person ?? row.to] },
  })
  const after = (one: { id: string; person: string }) =>
    one.id === row.duty ? row.to : one.id === row.inReturn ? (row.person ?? one.person) : one.person
  const found = newFindings(laid, (watches) => watches.map((one) => ({ ...one, person: after(one) })))
  return tell(laid, found).map((one) => {
    const [zh, en] = findingWords(one)
    return { path: '', code: one.kind, text: [zh, en] }
  })
}

async function carryOut(tx: Tx, row: Row): Promise<void> {
  if (row.inReturn) await hand(tx, row.inReturn, row.person as string)
  await hand(tx, row.duty, row.to)
}

/** A duty to somebody else; a shift that nobody has signed for goes with it. */
async function hand(tx: Tx, id: string, person: string): Promise<void> {
  const { title } = await tx.as('swap').update(duty, id, { person })
  const due = await dueShiftOf(tx, id)
  if (due) await tx.as('swap').update(shift, due.id, { person, ...(title && { title }) })
}

export const swapBehaviour = behave(dutySwap, {
  async derive(tx, steps) {
    const fresh = steps.filter(({ before }) => before === null).map(({ after }) => after)
    if (fresh.length === 0) return steps.map(() => ({}))
    const duties = await tx.db
      .selectFrom('duty')
      .select(['id', 'person', 'title'])
      .where(
        'id',
        'in',
        fresh.map((one) => one.duty),
      )
      .execute()
    const people = await tx.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where(
        'id',
        'in',
        fresh.map(({ to }) => to),
      )
      .execute()
    return steps.map(({ before, after }) => {
      const given = duties.find(({ id }) => id === after.duty)
      if (before !== null || !given) return {}
      const to = people.find(({ id }) => id === after.to)?.name ?? ''
      return { person: given.person, title: `${given.title ?? ''} → ${to}` }
    })
  },
  guards: { create: canBeAsked, approve: opensNothing, 'approve-anyway': holds },
  effects: { approve: carryOut, 'approve-anyway': carryOut },
})
