import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Control } from '../control.rules.ts'
import { type Catalogue, catalogueOf } from './held.ts'
import { inTurn } from './in-turn.ts'
import { type Counts, type Judging, judgeSubjects, lockState, noCounts, sum } from './judge.ts'
import { subjectsThrough } from './load.ts'
import { settle } from './settle.ts'
import { touch } from './store.ts'
import { lookAgain, sweepOn } from './sweep.ts'
import '../../server/tables.ts'

/** So many of those that were touched are judged in one transaction. */
const handful = 500

/**
 * One turn of judging: what was touched, what time alone may have changed, and the next page of a control whose measures or version are new.
 * Every copy of the server may do so at once. Answers whether there is more to do at once.
 */
export async function takeTurn(engine: Engine): Promise<boolean> {
  const touched = await judgeTouched(engine)
  const due = await judgeDue(engine)
  const looked = await lookAgain(engine)
  const swept = await sweepOn(engine)
  return touched || due || looked || swept
}

interface Taken {
  readonly control: string
  readonly subject: string
  readonly through: string | null
}

async function judgeTouched(engine: Engine): Promise<boolean> {
  // Looked for before a transaction is begun: most of the time there is nothing.
  const { rows: some } = await sql`select 1 from control_touch limit 1`.execute(engine.db)
  if (some.length === 0) return false
  return inTurn(engine, async (tx, at) => {
    const { rows } = await sql<Taken>`delete from control_touch where id in
      (select id from control_touch order by id limit ${handful} for update skip locked)
      returning control, subject, through`.execute(tx.db)
    const left = await judgeAll(tx, at, catalogueOf(engine), rows)
    await touch(tx, left)
    return rows.length > left.length
  })
}

async function judgeDue(engine: Engine): Promise<boolean> {
  const known = catalogueOf(engine).all.map(({ id }) => id)
  const { rows: due } = await sql<Taken>`select control, subject, null as through from control_item
    where until <= ${engine.clock.now()} and control = any(${known}::text[]) order by until limit ${handful}`.execute(
    engine.db,
  )
  if (due.length === 0) return false
  const left = await inTurn(engine, (tx, at) => judgeAll(tx, at, catalogueOf(engine), due))
  return due.length === handful && left.length < due.length
}

/**
 * Control by control, in one order, so that two copies never wait for each other in a ring. Answers what is left for a copy that knows the
 * version by which it is to be judged.
 */
async function judgeAll(tx: Tx, at: Judging, controls: Catalogue, taken: readonly Taken[]): Promise<Taken[]> {
  const left: Taken[] = []
  for (const id of [...new Set(taken.map(({ control }) => control))].sort()) {
    const state = await lockState(at, id)
    if (!state) continue
    const own = taken.filter((one) => one.control === id)
    const control = controls.of(id)
    if (control?.version !== state.version) {
      left.push(...own)
      continue
    }
    const ids = await subjectsOf(tx, control, own)
    let moved: Counts = noCounts
    for (let from = 0; from < ids.length; from += handful)
      moved = sum(moved, await judgeSubjects(at, control, state, ids.slice(from, from + handful)))
    await settle(tx, control, state, moved)
  }
  return left
}

async function subjectsOf(tx: Tx, control: Control, touched: readonly Taken[]): Promise<string[]> {
  const subjects = new Set(touched.filter(({ through }) => through === null).map(({ subject }) => subject))
  for (const through of new Set(touched.map((one) => one.through)))
    if (through !== null) {
      const names = touched.filter((one) => one.through === through).map(({ subject }) => subject)
      for (const one of await subjectsThrough(tx.db, control, through, names)) subjects.add(one)
    }
  return [...subjects]
}
