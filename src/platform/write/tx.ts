import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type Actor, asSystem, personId } from '../../record/actor.ts'
import { canDo, leaves, missing, notAllowedText } from '../../record/lifecycle.ts'
import { type Fault, fault, invalid, noSuchVerb, notFound, Refusal } from '../../record/problem.ts'
import {
  type AnyRecord,
  type AnyRow,
  fieldsOfRecord,
  startOf,
  type Transition,
  tableOf,
  transitionOf,
} from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { columnsOf, snake, toColumn } from '../db/columns.ts'
import type { Engine } from '../engine.ts'
import type { Written } from '../follow.ts'
import { condition } from '../read/filter.ts'
import type { Tables } from '../tables.ts'
import type { Proof, Tx } from '../tx.ts'
import { canonical, digestOf } from './canonical.ts'
import { changesBetween, type Head, nextEntry, noHead, writeEntry } from './journal.ts'
import { nextNumber } from './numbers.ts'

type Values = Readonly<Record<string, unknown>>
type Locked = AnyRow & Head

/** What is being done, as the one write path takes it. */
type Doing =
  | { readonly verb: 'create'; readonly transition?: undefined }
  | { readonly verb: 'update'; readonly transition?: undefined }
  | { readonly verb: string; readonly transition: Transition }

/** What surrounds a write: made per transaction by the engine. */
export interface WriteContext {
  readonly engine: Engine
  readonly trx: Transaction<Tables>
  readonly now: string
  readonly proof: Proof | undefined
}

/** Makes the handle through which everything in one transaction is written. */
export function makeTx(context: WriteContext, actor: Actor): Tx {
  const { engine, trx, now } = context
  const tx: Tx = {
    actor,
    now,
    db: trx,
    directory: engine.directory.record,
    newId: engine.newId,
    tradingDay: (instant = now) => engine.tradingDay(instant),
    lock: async (record, id) => (await lockRow(context, actor, record, id)) as never,
    create: async (record, values) => (await write(context, tx, record, { verb: 'create' }, null, values)) as never,
    update: async (record, id, values, seen) => {
      const row = await lockRow(context, actor, record, id, seen)
      return (await write(context, tx, record, { verb: 'update' }, row, values)) as never
    },
    act: async (record, id, verb, values = {}, seen) => {
      const transition = known(record, verb)
      const row = await lockRow(context, actor, record, id, seen)
      return (await write(context, tx, record, { verb, transition }, row, values)) as never
    },
    journal: async (record, id, verb, changes) => {
      const row = await lockRow(context, actor, record, id)
      const { entry, head } = nextEntry(row, { record: record.name, recordId: id, verb, changes }, actor, now)
      await updateRow(trx, record, row, [], head)
      await writeEntry(trx, entry, row, head, row.version)
      await followUp(context, tx, { record, verb, before: row, after: row, changes })
    },
    demand: (rule, row) => {
      if (!holds(rule, actor, row)) throw notAllowed()
    },
    as: (name) => makeTx(context, asSystem(name)),
    job: async (task, payload, options = {}) => {
      await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
        run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null})`.execute(trx)
    },
    notify: async (topic, payload) => {
      await sql`select pg_notify('touchstone', ${`${topic} ${JSON.stringify(payload)}`})`.execute(trx)
    },
  }
  return tx
}

/**
 * The one write path. Everything that is ever written to a record passes here, in this order: may they, does the
 * state allow it, is it filled in, does it hold, is it signed; then the row, its journal entry, and what follows.
 */
async function write(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  doing: Doing,
  before: Locked | null,
  values: Values,
): Promise<AnyRow> {
  const { trx, now } = context
  const { actor } = tx
  const behaviour = context.engine.behaviourOf(record)
  const moment = { actor, now }

  if (before) mayOrRefuse(context, record, doing, before, actor)
  const after = rowAfter(context, record, doing, before, values, actor)
  if (!before && !holds(record.access.create, actor, after)) throw notAllowed()

  const faults: Fault[] = doing.transition ? missing(doing.transition, after) : missingAtCreation(record, after, before)
  faults.push(...(await unknownTargets(context, actor, record, before, after)))
  if (faults.length > 0) throw invalid(faults)
  const guarded = doing.transition?.guard ? [...doing.transition.guard(after, moment)] : []
  const guard = behaviour.guards[doing.verb]
  if (guarded.length === 0 && guard) guarded.push(...(await guard(tx, after as never)))
  if (guarded.length > 0) throw refusalFor(guarded)

  if (doing.transition?.set) Object.assign(after, doing.transition.set(after, moment), record.derive?.(after as never))
  if (!before) after['number'] = await nextNumber(trx, record.number, now, context.engine.zone)
  const changes = changesBetween(before, after, changing(record))
  if (before && doing.verb === 'update' && Object.keys(changes).length === 0) return before
  const proof = doing.transition?.sign ? proofOrRefuse(context, actor) : undefined

  const prev: Head = before ?? noHead
  const { entry, head } = nextEntry(
    prev,
    { record: record.name, recordId: after.id, verb: doing.verb, changes },
    actor,
    now,
  )
  if (before) await updateRow(trx, record, after, Object.keys(changes), head)
  else await insertRow(trx, record, after, head)
  await writeEntry(trx, entry, prev, head, after.version)
  if (proof && before) await keepSignature(context, record, doing.verb, before, proof)
  await followUp(context, tx, { record, verb: doing.verb, before, after, changes })
  await behaviour.effects[doing.verb]?.(tx, after as never, before as never)
  return after
}

/** What the engine itself does after a write, before the record's own effects. */
async function followUp({ engine }: WriteContext, tx: Tx, written: Written): Promise<void> {
  for (const follow of engine.follows) await follow(tx, written)
}

function mayOrRefuse(context: WriteContext, record: AnyRecord, doing: Doing, before: AnyRow, actor: Actor): void {
  if (doing.transition) {
    if (!holds(doing.transition.allow, actor, before)) throw notAllowed()
    if (!leaves(doing.transition, before.state)) throw wrongState(context, record, doing.verb, before)
  } else if (record.appendOnly || !holds(record.access.update, actor, before)) throw notAllowed()
}

type Draft = { -readonly [K in keyof AnyRow]: AnyRow[K] } & Record<string, unknown>

/** The row as it will be: what was there or the defaults, what is given, what follows from it. */
function rowAfter(
  { engine, now }: WriteContext,
  record: AnyRecord,
  doing: Doing,
  before: Locked | null,
  values: Values,
  actor: Actor,
): Draft {
  const me = personId(actor)
  const after = (before ? { ...before } : freshRow(record, engine, now, me)) as Draft
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(record.fields, name)) throw new Error(`${record.name} has no field ${name}`)
    if (value !== undefined) after[name] = value
  }
  if (doing.transition) after.state = doing.transition.to
  if (before) Object.assign(after, { version: before.version + 1, updatedAt: now, updatedBy: me })
  if (record.derive) Object.assign(after, record.derive(after as never))
  return after
}

function freshRow(record: AnyRecord, engine: Engine, now: string, me: string | null): Draft {
  const row: Record<string, unknown> = { id: engine.newId(), number: '', state: startOf(record), version: 1 }
  Object.assign(row, { createdAt: now, createdBy: me, updatedAt: now, updatedBy: me })
  for (const [name, field] of fieldsOfRecord(record)) {
    row[name] = field.kind === 'trading-day' ? engine.tradingDay(now) : (field.default ?? null)
  }
  return row as Draft
}

function missingAtCreation(record: AnyRecord, after: AnyRow, before: AnyRow | null): Fault[] {
  return fieldsOfRecord(record)
    .filter(([name, field]) => !field.optional && (after[name] === null || after[name] === undefined))
    .filter(([name]) => !before || before[name] !== after[name])
    .map(([name]) => fault(name, 'required', '此项必填。', 'This must be filled in.'))
}

/** Links that lead nowhere, or to a record that this actor may not read: which of the two is not told. */
async function unknownTargets(
  { engine, trx }: WriteContext,
  actor: Actor,
  record: AnyRecord,
  before: AnyRow | null,
  after: AnyRow,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [name, field] of fieldsOfRecord(record)) {
    if (!field.to || canonical(before?.[name]) === canonical(after[name])) continue
    const ids = [after[name]].flat().filter((id): id is string => typeof id === 'string')
    if (ids.length === 0) continue
    const target = engine.registry.get(field.to).record
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(target))}
      where id = any(${ids}::uuid[]) and ${condition(target, target.access.read, actor)}`.execute(trx)
    const found = new Set(rows.map((row) => row.id))
    if (ids.some((id) => !found.has(id))) {
      faults.push(fault(name, 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.'))
    }
  }
  return faults
}

/** Reads a row through the reader's filter and keeps it locked, so that two who act at once act one after the other. */
async function lockRow(
  { trx }: WriteContext,
  actor: Actor,
  record: AnyRecord,
  id: string,
  seen?: number,
): Promise<Locked> {
  const { rows } = await sql<Locked>`
    select ${sql.raw(columnsOf(record).select)}, journal_n as "journalN", journal_head as "journalHead"
    from ${sql.table(tableOf(record))}
    where id = ${id} and ${condition(record, record.access.read, actor)} for update`.execute(trx)
  const [row] = rows
  if (!row) throw notFound()
  if (seen !== undefined && seen !== row.version) throw stale(row, seen)
  return row
}

const stale = (row: AnyRow, seen: number): Refusal =>
  new Refusal(
    'stale',
    [
      `您看到的是第 ${seen} 版,记录已是第 ${row.version} 版。请重新载入后再改。`,
      `You saw version ${seen}; the record is now at ${row.version}. Reload it and try again.`,
    ],
    [],
    { version: row.version },
  )

/** Columns whose change is a fact of its own; version and stamps follow from any change. */
const changing = (record: AnyRecord): string[] => ['number', 'state', ...Object.keys(record.fields)]

async function insertRow(trx: Transaction<Tables>, record: AnyRecord, row: AnyRow, head: Head): Promise<void> {
  const names = columnsOf(record).names
  const columns = [...names.map(snake), 'journal_n', 'journal_head'].map((name) => sql.ref(name))
  const values = [...names.map((name) => toColumn(record, name, row[name])), head.journalN, head.journalHead]
  await sql`insert into ${sql.table(tableOf(record))} (${sql.join(columns)}) values (${sql.join(values)})`.execute(trx)
}

async function updateRow(
  trx: Transaction<Tables>,
  record: AnyRecord,
  row: AnyRow,
  changed: readonly string[],
  head: Head,
): Promise<void> {
  const set = ['version', 'updatedAt', 'updatedBy', ...changed].map(
    (name): RawBuilder<unknown> => sql`${sql.ref(snake(name))} = ${toColumn(record, name, row[name])}`,
  )
  await sql`update ${sql.table(tableOf(record))} set ${sql.join(set)},
    journal_n = ${head.journalN}, journal_head = ${head.journalHead} where id = ${row.id}`.execute(trx)
}

function proofOrRefuse({ proof }: WriteContext, actor: Actor): Proof | undefined {
  if (actor.kind === 'system') return undefined
  if (proof?.person === actor.id) return proof
  throw new Refusal('wrong-signature', ['请用密码或一次性口令签字。', 'Sign with your password or a one-time code.'])
}

/** Keeps what was signed exactly as it stood before the person, with its digest. */
async function keepSignature(
  { engine, trx, now }: WriteContext,
  record: AnyRecord,
  verb: string,
  before: Locked,
  proof: Proof,
): Promise<void> {
  const { journalN: _n, journalHead: _head, ...shown } = before
  await trx
    .insertInto('signature')
    .values({
      id: engine.newId(),
      record: record.name,
      recordId: before.id,
      verb,
      person: proof.person,
      at: now,
      method: proof.method,
      shown: JSON.stringify(shown),
      digest: digestOf(canonical(shown)),
    })
    .execute()
}

function known(record: AnyRecord, verb: string): Transition {
  const transition = transitionOf(record, verb)
  if (!transition) throw noSuchVerb(verb)
  return transition
}

const notAllowed = (): Refusal => new Refusal('not-allowed', notAllowedText)

function wrongState({ engine }: WriteContext, record: AnyRecord, verb: string, row: AnyRow): Refusal {
  const { states, verbs } = engine.registry.get(record.name).words
  const [state, act] = [states[row.state] ?? [row.state, row.state], verbs[verb] ?? [verb, verb]]
  const possible = Object.keys(canDo(record, row, { actor: asSystem('hint'), now: row.updatedAt }))
  return new Refusal(
    'wrong-state',
    [
      `记录现处于「${state[0]}」,不能执行「${act[0]}」。`,
      `The record is in the state “${state[1]}”; “${act[1]}” is not possible from there.`,
    ],
    [],
    { state: row.state, possible },
  )
}

const refusalFor = (faults: readonly Fault[]): Refusal => {
  const [first] = faults as [Fault, ...Fault[]]
  return new Refusal(first.code === 'same-person' ? 'same-person' : 'guarded', first.text, faults)
}
