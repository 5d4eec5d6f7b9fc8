import { sql } from 'kysely'
import { snake } from '../../../../platform/db/columns.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { tableOf } from '../../../../record/record.ts'
import type { Control } from '../control.rules.ts'
import { type Catalogue, catalogueOf, readCatalogue } from './held.ts'
import { inTurn } from './in-turn.ts'
import { type Judging, judgeLoaded, lockState, noCounts, type StateRow, sum } from './judge.ts'
import { subjectsAfter } from './load.ts'
import { endStateSpan, settle, tellScreens } from './settle.ts'
import '../../server/tables.ts'

/** So many subjects are judged anew in one transaction. */
const usualPage = 500

interface Wanted {
  readonly control: string
  readonly version: number
}

/**
 * Judges the next page of a control whose measures or version are new; of one that is judged by no longer, takes the next page of its
 * verdicts away. The shortest first, so that most are done soon. Answers whether there was one.
 */
export async function sweepOn(engine: Engine, pageSize = usualPage): Promise<boolean> {
  const { rows } = await sql<Wanted>`select control, version from control_state where sweeping
    order by sweep_of - swept nulls first, control`.execute(engine.db)
  if (rows.length === 0) return false
  const controls = await knowing(engine, rows)
  for (const { control: id, version } of rows) {
    const control = controls.of(id)
    // Of another version than this copy knows: a newer copy sees to it.
    if (control && control.version !== version) continue
    const done = await inTurn(engine, (tx, at) =>
      control ? sweepPage(tx, at, control, pageSize) : forgetPage(tx, at, id, pageSize),
    )
    if (done) return true
  }
  return false
}

/** The catalogue; read again where it does not know what is wanted. */
async function knowing(engine: Engine, wanted: readonly Wanted[]): Promise<Catalogue> {
  const controls = catalogueOf(engine)
  return wanted.every(({ control, version }) => controls.of(control)?.version === version)
    ? controls
    : readCatalogue(engine)
}

async function sweepPage(tx: Tx, at: Judging, control: Control, pageSize: number): Promise<boolean> {
  const state = await lockState(at, control.id, 'leave')
  if (!state?.sweeping || state.version !== control.version) return false
  const of = state.sweepOf ?? (await countOf(tx, control))
  const subjects = await subjectsAfter(tx.db, control, state.sweptTo, pageSize)
  const ids = subjects.map(({ id }) => id)
  const moved = ids.length > 0 ? await judgeLoaded(at, control, state, ids, subjects) : noCounts
  const isThrough = ids.length < pageSize
  const left = isThrough ? await leftBehind(tx, control.id, state.sweep, pageSize) : []
  const gone = left.length > 0 ? await judgeLoaded(at, control, state, left, []) : noCounts
  const isLast = isThrough && left.length < pageSize
  await sql`update control_state set swept_to = ${ids.at(-1) ?? state.sweptTo}, swept = swept + ${ids.length}, sweep_of = ${of},
    sweeping = ${!isLast}, full_at = case when ${isLast} then ${at.now}::timestamptz else full_at end
    where control = ${control.id}`.execute(tx.db)
  const after: StateRow = { ...state, sweeping: !isLast, fullAt: isLast ? at.now : state.fullAt }
  await settle(tx, control, after, sum(moved, gone))
  if (isLast) await tellScreens(tx)
  return true
}

async function countOf({ db }: Tx, { subject }: Control): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(tableOf(subject.record))}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Items that this sweep did not come by: of subjects that are no more, or of another kind. */
async function leftBehind({ db }: Tx, control: string, sweep: number, most: number): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from control_item
    where control = ${control} and sweep <> ${sweep} limit ${most}`.execute(db)
  return rows.map(({ subject }) => subject)
}

/** Only one of the firm's own that is effective in no edition: another copy may know of what this one does not. */
async function forgetPage(tx: Tx, at: Judging, id: string, pageSize: number): Promise<boolean> {
  const own = await tx.db.selectFrom('ownControl').select('state').where('code', '=', id).execute()
  if (own.length === 0 || own.some(({ state }) => state === 'effective')) return false
  if (!(await lockState(at, id, 'leave'))) return false
  const { rows: gone } = await sql<{ subject: string }>`delete from control_item where control = ${id} and subject in
    (select subject from control_item where control = ${id} limit ${pageSize}) returning subject`.execute(tx.db)
  await sql`update control_span set to_at = ${at.now} where control = ${id} and to_at is null
    and subject = any(${gone.map(({ subject }) => subject)}::uuid[])`.execute(tx.db)
  if (gone.length === pageSize) return true
  await endStateSpan(tx, id)
  await sql`delete from control_touch where control = ${id}`.execute(tx.db)
  await sql`delete from control_state where control = ${id}`.execute(tx.db)
  await tellScreens(tx)
  return true
}

/**
 * What was written about when a sweep began is judged once more, some seconds later: whoever wrote it may not have heard of the control yet
 * and noted nothing.
 */
export async function lookAgain(engine: Engine): Promise<boolean> {
  const now = engine.clock.now()
  const { rows } = await sql<Wanted>`select control, version from control_state where look_at <= ${now} and not sweeping
    order by control limit 20`.execute(engine.db)
  let looked = false
  for (const { control: id, version } of rows) {
    const control = catalogueOf(engine).of(id)
    if (control?.version !== version) continue
    await inTurn(engine, async (tx, at) => {
      const state = await lockState(at, id, 'leave')
      if (!state || state.version !== version) return
      await touchWritten(tx, control)
      await sql`update control_state set look_at = null, look_from = null where control = ${id}`.execute(tx.db)
    })
    looked = true
  }
  return looked
}

async function touchWritten({ db }: Tx, { id, subject, with: relations }: Control): Promise<void> {
  const from = sql`(select look_from from control_state where control = ${id})`
  await sql`insert into control_touch (control, subject) select ${id}, id from ${sql.table(tableOf(subject.record))}
    where updated_at >= ${from}`.execute(db)
  for (const [name, { record, via, many }] of Object.entries(relations)) {
    const [table, link] = [sql.table(tableOf(record)), sql.ref(snake(via))]
    const several = record.fields[via]?.kind === 'links'
    const found = many
      ? sql`select distinct ${several ? sql`unnest(${link})` : link}, null::text from ${table} where updated_at >= ${from}
          and ${link} is not null`
      : sql`select id, ${name}::text from ${table} where updated_at >= ${from}`
    await sql`insert into control_touch (control, subject, through) select ${id}::text, one.* from (${found}) one`.execute(
      db,
    )
  }
}
