import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { Control } from '../control.rules.ts'
import { stateOf } from '../state.rules.ts'
import { type Counts, type StateRow, sum } from './judge.ts'
import '../../server/tables.ts'

/** What screens that show how rules stand are told by, when some do otherwise than before. */
const toldAs = 'control-exception'

/** While all are judged anew, screens hear of it so often, milliseconds. */
const tellEvery = 1_000

/**
 * The counts of a control, its state and the span of that state move with its items; screens are told where they do. While all are judged
 * anew it has no state but the one before: a mix of verdicts by two versions is none.
 */
export async function settle(
  tx: Tx,
  control: Pick<Control, 'id' | 'minSubjects'>,
  state: StateRow,
  moved: Counts,
): Promise<void> {
  const counts = sum(state, moved)
  const isBetween = state.sweeping && state.fullAt !== null
  const is = isBetween
    ? state.state
    : stateOf({ ...counts, ran: state.fullAt !== null, overdue: false, minSubjects: control.minSubjects })
  const hasMoved = is !== state.state || Object.values(moved).some((n) => n !== 0)
  const tells = state.sweeping
    ? state.toldAt === null || Date.parse(tx.now) - Date.parse(state.toldAt) >= tellEvery
    : hasMoved
  await sql`update control_state set ok = ${counts.ok}, bad = ${counts.bad}, excepted = ${counts.excepted},
    unknown = ${counts.unknown}, judged_at = ${tx.now}, state = ${is},
    told_at = case when ${tells} then ${tx.now}::timestamptz else told_at end,
    since = case when state = ${is} then since else ${tx.now}::timestamptz end where control = ${control.id}`.execute(
    tx.db,
  )
  if (!isBetween && (is !== state.state || !(await hasSpan(tx.db, control.id)))) {
    await endStateSpan(tx, control.id)
    await sql`insert into control_state_span (control, state, from_at, ok, bad, excepted, unknown)
      values (${control.id}, ${is}, ${tx.now}, ${counts.ok}, ${counts.bad}, ${counts.excepted}, ${counts.unknown})`.execute(
      tx.db,
    )
  }
  if (tells) await tellScreens(tx)
}

export const tellScreens = (tx: Tx): Promise<void> =>
  tx.notify('record', { record: toldAs, id: '', version: 0, verb: 'judged' })

export async function endStateSpan(tx: Tx, control: string): Promise<void> {
  await sql`update control_state_span set to_at = ${tx.now} where control = ${control} and to_at is null`.execute(tx.db)
}

async function hasSpan(db: Tx['db'], control: string): Promise<boolean> {
  const { rows } = await sql`select 1 from control_state_span where control = ${control} and to_at is null`.execute(db)
  return rows.length > 0
}
