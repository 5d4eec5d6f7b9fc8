import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { controlOf } from '../catalogue.ts'
import type { Control } from '../control.rules.ts'
import { stateOf } from '../state.rules.ts'
import {
  type Counts,
  type Judging,
  judgeLoaded,
  judgeSubjects,
  lockState,
  noCounts,
  type StateRow,
  sum,
} from './judge.ts'
import { subjectsAfter, subjectsThrough } from './load.ts'
import '../../server/tables.ts'

/** So many subjects are judged in one transaction. */
export const pageSize = 500

/** What screens that show how rules stand are told by, when some do otherwise than before. */
export const toldAs = 'control-exception'

/**
 * One turn of judging: what was touched, what time alone may have changed, and the next page of each control whose measures
 * are new. Every copy of the server may do so at once. Answers whether there is more to do at once.
 */
export async function takeTurn(engine: Engine): Promise<boolean> {
  const touched = await judgeTouched(engine)
  const due = await judgeDue(engine)
  const swept = await sweepPages(engine)
  return touched || due || swept
}

const inTurn = <T>(engine: Engine, work: (tx: Tx, at: Judging) => Promise<T>): Promise<T> =>
  engine.inTx(asSystem('control'), (tx) =>
    work(tx, { db: tx.db, now: tx.now, today: tx.today, dawn: dawnIn(engine.zone) }),
  )

interface Taken {
  readonly control: string
  readonly subject: string
  readonly through: string | null
}

async function judgeTouched(engine: Engine): Promise<boolean> {
  return inTurn(engine, async (tx, at) => {
    const { rows } = await sql<Taken>`delete from control_touch where id in
      (select id from control_touch order by id limit ${pageSize} for update skip locked)
      returning control, subject, through`.execute(tx.db)
    await judgeAll(tx, at, rows)
    return rows.length > 0
  })
}

async function judgeDue(engine: Engine): Promise<boolean> {
  const { rows: due } = await sql<Taken>`select control, subject, null as through from control_item
    where until <= ${engine.clock.now()} order by until limit ${pageSize}`.execute(engine.db)
  if (due.length > 0) await inTurn(engine, (tx, at) => judgeAll(tx, at, due))
  return due.length === pageSize
}

/** Control by control, in one order, so that two copies never wait for each other in a ring. */
async function judgeAll(tx: Tx, at: Judging, taken: readonly Taken[]): Promise<void> {
  for (const id of [...new Set(taken.map(({ control }) => control))].sort()) {
    const control = controlOf(id)
    if (!control) continue
    const state = await lockState(at, id)
    if (!state) continue
    const own = taken.filter((one) => one.control === id)
    const subjects = new Set(own.filter(({ through }) => through === null).map(({ subject }) => subject))
    for (const through of new Set(own.map((one) => one.through)))
      if (through !== null) {
        const names = own.filter((one) => one.through === through).map(({ subject }) => subject)
        for (const one of await subjectsThrough(tx.db, control, through, names)) subjects.add(one)
      }
    let moved: Counts = noCounts
    const ids = [...subjects]
    for (let from = 0; from < ids.length; from += pageSize)
      moved = sum(moved, await judgeSubjects(at, control, state, ids.slice(from, from + pageSize)))
    await settle(tx, control, state, moved)
  }
}

async function sweepPages(engine: Engine): Promise<boolean> {
  const { rows } = await sql<{ control: string }>`select control from control_state where sweeping
    order by control`.execute(engine.db)
  for (const { control: id } of rows) {
    const control = controlOf(id)
    if (control) await inTurn(engine, (tx, at) => sweepPage(tx, at, control))
  }
  return rows.some(({ control }) => controlOf(control))
}

async function sweepPage(tx: Tx, at: Judging, control: Control): Promise<void> {
  const state = await lockState(at, control.id)
  if (!state?.sweeping) return
  const subjects = await subjectsAfter(tx.db, control, state.sweptTo, pageSize)
  const ids = subjects.map(({ id }) => id)
  const moved = ids.length > 0 ? await judgeLoaded(at, control, state, ids, subjects) : null
  const isLast = ids.length < pageSize
  await sql`update control_state set swept_to = ${ids.at(-1) ?? state.sweptTo}, sweeping = ${!isLast},
    full_at = case when ${isLast} then ${at.now}::timestamptz else full_at end where control = ${control.id}`.execute(
    tx.db,
  )
  const fullAt = isLast ? at.now : state.fullAt
  await settle(tx, control, { ...state, fullAt }, moved ?? noCounts)
}

/** The counts of a control, its state and the span of that state move with its items. Screens are told where they do. */
async function settle(tx: Tx, control: Control, state: StateRow, moved: Counts): Promise<void> {
  const counts = sum(state, moved)
  const is = stateOf({ ...counts, ran: state.fullAt !== null, overdue: false, minSubjects: control.minSubjects })
  await sql`update control_state set ok = ${counts.ok}, bad = ${counts.bad}, excepted = ${counts.excepted},
    unknown = ${counts.unknown}, judged_at = ${tx.now}, state = ${is},
    since = case when state = ${is} then since else ${tx.now}::timestamptz end where control = ${control.id}`.execute(
    tx.db,
  )
  if (is !== state.state || !(await hasSpan(tx.db, control.id))) {
    await sql`update control_state_span set to_at = ${tx.now} where control = ${control.id} and to_at is null`.execute(
      tx.db,
    )
    await sql`insert into control_state_span (control, state, from_at, ok, bad, excepted, unknown)
      values (${control.id}, ${is}, ${tx.now}, ${counts.ok}, ${counts.bad}, ${counts.excepted}, ${counts.unknown})`.execute(
      tx.db,
    )
  }
  if (is !== state.state || Object.values(moved).some((n) => n !== 0))
    await tx.notify('record', { record: toldAs, id: '', version: 0, verb: 'judged' })
}

async function hasSpan(db: Tx['db'], control: string): Promise<boolean> {
  const { rows } = await sql`select 1 from control_state_span where control = ${control} and to_at is null`.execute(db)
  return rows.length > 0
}
