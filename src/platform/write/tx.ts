import { sql, type Transaction } from 'kysely'
import { type Actor, asSystem } from '../../record/actor.ts'
import { customFaults } from '../../record/custom.ts'
import { invalid, noSuchVerb, notFound, Refusal } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, type Transition, transitionOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { blindWrites } from '../../record/secret.ts'
import { dateIn } from '../../record/zone.ts'
import { askWhereWanted, viaApproval } from '../approval/ask.ts'
import type { Engine } from '../engine.ts'
import type { Written } from '../follow.ts'
import type { Tables } from '../tables.ts'
import type { Proof, Put, Tx } from '../tx.ts'
import { mayOrRefuse, notAllowed, readableTargets, refusalFor, unfilled, unknownTargets } from './checks.ts'
import { changesBetween, nextEntry, noHead, writeEntries } from './journal.ts'
import { nextNumbers } from './numbers.ts'
import {
  type Doing,
  type Draft,
  insertRows,
  type Locked,
  lockRow,
  lockRows,
  rowAfter,
  updateRow,
  updateRows,
  type Values,
} from './rows.ts'
import { shownOf } from './shown.ts'
import { keepSignature, proofOrRefuse, type Signed } from './signature.ts'

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
    today: dateIn(engine.zone, now),
    zone: engine.zone,
    db: trx,
    directory: engine.directory.record,
    registry: engine.registry,
    settings: engine.settings,
    verbsOf: (record) => [...Object.keys(record.transitions), ...Object.keys(engine.behaviourOf(record).actions)],
    newId: engine.newId,
    tradingDay: (instant = now) => engine.tradingDay(instant),
    lock: async (record, id) => (await lockRow(trx, actor, record, id)) as never,
    create: async (record, values) => (await write(context, tx, record, { verb: 'create' }, null, values)) as never,
    update: async (record, id, values, seen) => {
      const row = await lockRow(trx, actor, record, id, seen)
      return (await write(context, tx, record, { verb: 'update' }, row, values)) as never
    },
    putMany: (record, items, options) => putMany(context, tx, record, items, options?.dry ?? false) as never,
    act: async (record, id, verb, values = {}, seen) => {
      const transition = known(record, verb)
      const row = await lockRow(trx, actor, record, id, seen)
      return (await write(context, tx, record, { verb, transition }, row, values)) as never
    },
    journal: async (record, id, verb, changes, reader = actor) => {
      const row = await lockRow(trx, reader, record, id)
      const { entry, head } = nextEntry(row, { record: record.name, recordId: id, verb, changes }, actor, now)
      await updateRow(trx, record, { row, head }, [])
      await writeEntries(trx, [{ entry, head, prev: row, version: row.version }])
      await followUp(context, tx, { record, verb, before: row, after: row, changes })
    },
    demand: (rule, row) => {
      if (!holds(rule, actor, row)) throw notAllowed()
    },
    as: (name) => makeTx(context, asSystem(name)),
    approved: (requester) => makeTx(context, { ...requester, via: viaApproval }),
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

/** One of what is done at once: the row it starts from, and what is given. */
interface Item {
  readonly before: Locked | null
  readonly values: Values
}

async function write(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  doing: Doing,
  before: Locked | null,
  values: Values,
): Promise<AnyRow> {
  const [written] = await writeAll(context, tx, record, doing, [{ before, values }])
  if (written instanceof Refusal) throw written
  return written as AnyRow
}

/**
 * The one write path. Everything that is ever written to a record passes here, in this order: may they, does the
 * state allow it, is it filled in, does it hold, does it wait for approval, is it signed; then the row, its journal entry,
 * and what follows.
 * Many rows take as few round trips as one. Answers for each the row, or the refusal that kept it out.
 */
async function writeAll(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  doing: Doing,
  items: readonly Item[],
): Promise<(AnyRow | Refusal)[]> {
  const checked = await checkAll(context, tx, record, doing, items)
  await drawNumbers(context, record, checked)
  const written: (AnyRow | Refusal)[] = [...checked]
  const changes: Change[] = []
  for (const [i, after] of checked.entries()) {
    if (after instanceof Refusal) continue
    const item = items[i] as Item
    const { before } = item
    const differs = changesBetween(before, after, changing(record))
    if (before && doing.verb === 'update' && Object.keys(differs).length === 0) written[i] = before
    else if (before && (await waitsForApproval(context, tx, record, doing, item, after))) written[i] = before
    else changes.push({ before, after, differs })
  }
  if (changes.length === 0) return written
  const proof = proofOf(context, tx.actor, doing)

  await store(context, tx.actor, record, doing, changes)
  const effect = context.engine.behaviourOf(record).effects[doing.verb]
  for (const { before, after, differs } of changes) {
    if (proof && before) await keepSignature(tx, signedOf(record, doing, before), proof)
    await followUp(context, tx, { record, verb: doing.verb, before, after, changes: differs })
    await effect?.(tx, after as never, before as never)
  }
  return written
}

/** The rows as they would be, each past every check, or the refusal that keeps it out. */
async function checkAll(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  doing: Doing,
  items: readonly Item[],
): Promise<(Draft | Refusal)[]> {
  const { engine, trx, now } = context
  const { actor } = tx
  const drafts = await each(items, ({ before, values }) => {
    if (before) mayOrRefuse(engine, record, doing, before, actor)
    const after = rowAfter(engine, now, record, doing, before, values, actor)
    if (!before && !holds(record.access.create, actor, after)) throw notAllowed()
    return { before, after }
  })
  const steps = drafts.filter((one): one is Exclude<typeof one, Refusal> => !(one instanceof Refusal))
  // Where every row is refused there is nothing to ask about.
  const { derive, check } = steps.length > 0 ? engine.behaviourOf(record) : {}
  const derived = await derive?.(tx, steps as never)
  for (const [i, values] of (derived ?? []).entries()) Object.assign(steps[i]?.after ?? {}, values)
  const readable = await readableTargets(engine, trx, actor, record, steps)
  const found = await check?.(tx, steps as never)
  const unheld = new Map(steps.map((step, i) => [step, found?.[i] ?? []]))
  const moment = { actor, now }
  return each(drafts, async (step) => {
    if (step instanceof Refusal) throw step
    const { before, after } = step
    const faults = [
      ...unfilled(record, doing, before, after),
      ...unknownTargets(record, step, readable),
      ...blindWrites(record, actor, before, after),
      ...(actor.kind === 'person' ? customFaults(record, engine.customFields(record), before, after) : []),
    ]
    if (faults.length > 0) throw invalid(faults)
    const guarded = [...(doing.transition?.guard?.(after, moment) ?? []), ...(unheld.get(step) ?? [])]
    const guard = engine.behaviourOf(record).guards[doing.verb]
    if (guarded.length === 0 && guard) guarded.push(...(await guard(tx, after as never)))
    if (guarded.length > 0) throw refusalFor(guarded)
    if (doing.transition?.set)
      Object.assign(after, doing.transition.set(after, moment), record.derive?.(after as never))
    return after
  })
}

/** What comes of each; a refusal stands in its place, a bug goes through. */
async function each<T, U>(items: readonly T[], work: (item: T) => U | Promise<U>): Promise<(U | Refusal)[]> {
  const made: (U | Refusal)[] = []
  for (const item of items) {
    try {
      made.push(await work(item))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      made.push(error)
    }
  }
  return made
}

async function drawNumbers({ engine, trx, now }: WriteContext, record: AnyRecord, rows: readonly (Draft | Refusal)[]) {
  const fresh = rows.filter((row): row is Draft => !(row instanceof Refusal) && row.number === '')
  if (fresh.length === 0) return
  const numbers = await nextNumbers(trx, record.number, now, engine.zone, fresh.length)
  for (const [i, row] of fresh.entries()) row.number = numbers[i] ?? ''
}

/** The columns of changes: custom fields, told one by one, share one. */
const columnsIn = (differs: Written['changes']): string[] =>
  Object.keys(differs).map((name) => (name.startsWith('custom.') ? 'custom' : name))

/** A row before and after, and in what it differs. */
interface Change {
  readonly before: Locked | null
  readonly after: AnyRow
  readonly differs: Written['changes']
}

/** So many rows are put into words while PostgreSQL writes those before. */
const handful = 250

/** Rows and journal entries, in two round trips for each handful. */
async function store(
  { trx, now }: WriteContext,
  actor: Actor,
  record: AnyRecord,
  doing: Doing,
  changes: readonly Change[],
): Promise<void> {
  const columns = [...new Set(changes.flatMap(({ differs }) => columnsIn(differs)))]
  const writing: Promise<void>[] = []
  for (let from = 0; from < changes.length; from += handful) {
    const some = changes.slice(from, from + handful)
    const entries = some.map(({ before, after, differs }) => {
      const prev = before ?? noHead
      const about = { record: record.name, recordId: after.id, verb: doing.verb, changes: differs }
      return { prev, version: after.version, ...nextEntry(prev, about, actor, now) }
    })
    const rows = some.map(({ after }, i) => ({ row: after, head: entries[i]?.head ?? noHead }))
    writing.push(
      doing.verb === 'create' ? insertRows(trx, record, rows) : updateRows(trx, record, rows, columns),
      writeEntries(trx, entries),
    )
  }
  await Promise.all(writing)
}

/**
 * Creates those without an id and changes the others. A guard may look at what the rows before it did, so guarded
 * records are taken one by one.
 */
async function putMany(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  puts: readonly Put[],
  dry: boolean,
): Promise<(AnyRow | Refusal)[]> {
  const { guards } = context.engine.behaviourOf(record)
  const ids = puts.flatMap(({ id }) => id ?? [])
  if (new Set(ids).size < ids.length) throw new Error('A row is named twice')
  const locked = ids.length === 0 ? new Map<string, Locked>() : await lockRows(context.trx, tx.actor, record, ids)
  const answers: (AnyRow | Refusal)[] = new Array(puts.length)
  for (const verb of ['create', 'update'] as const) {
    const which = [...puts.keys()].filter((i) => (puts[i]?.id === undefined) === (verb === 'create'))
    const chunks = guards[verb] && !dry ? which.map((i) => [i]) : [which]
    for (const chunk of chunks.filter(({ length }) => length > 0)) {
      const items = chunk.map((i): Item | Refusal => {
        const { id, values } = puts[i] as Put
        const before = id === undefined ? null : locked.get(id)
        return before === undefined ? notFound() : { before, values }
      })
      const there = items.filter((item): item is Item => !(item instanceof Refusal))
      const done = await (dry ? checkAll : writeAll)(context, tx, record, { verb } as Doing, there)
      for (const [n, i] of chunk.entries())
        answers[i] = items[n] instanceof Refusal ? items[n] : (done.shift() as AnyRow)
    }
  }
  return answers
}

/** What the engine itself does after a write, before the record's own effects. */
async function followUp({ engine }: WriteContext, tx: Tx, written: Written): Promise<void> {
  for (const follow of engine.follows) await follow(tx, written, engine)
}

/** Columns whose change is a fact of its own; version and stamps follow from any change. */
export const changing = (record: AnyRecord): string[] => ['number', 'state', ...Object.keys(record.fields)]

/** Does the verb wait for approval? Then the row stays as it is; what has to be signed is signed now, by whoever asks. */
async function waitsForApproval(
  context: WriteContext,
  tx: Tx,
  record: AnyRecord,
  doing: Doing,
  { before, values }: Item,
  after: AnyRow,
): Promise<boolean> {
  if (!doing.transition || !before) return false
  if (!(await askWhereWanted(context.engine, tx, { record, verb: doing.verb, before, after, values }))) return false
  const proof = proofOf(context, tx.actor, doing)
  if (proof) await keepSignature(tx, signedOf(record, doing, before), proof)
  return true
}

/** The proof that a verb wants of a person; what was approved was signed when it was asked for. */
function proofOf({ proof }: WriteContext, actor: Actor, { transition }: Doing): Proof | undefined {
  if (!transition?.sign || actor.kind === 'system' || actor.via === viaApproval) return undefined
  return proofOrRefuse(proof, actor)
}

const signedOf = (record: AnyRecord, { verb }: Doing, before: Locked): Signed => ({
  record: record.name,
  recordId: before.id,
  verb,
  shown: shownOf(before),
})

function known(record: AnyRecord, verb: string): Transition {
  const transition = transitionOf(record, verb)
  if (!transition) throw noSuchVerb(verb)
  return transition
}
