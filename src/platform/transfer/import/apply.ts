import type { PersonActor } from '../../../record/actor.ts'
import { Refusal } from '../../../record/problem.ts'
import type { Engine } from '../../engine.ts'
import type { Tx } from '../../tx.ts'
import { type Progress, Stopped, type Work } from '../../work/work.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import { importing, putOf } from './check.ts'
import { refusalFaults } from './faults.ts'
import type { CellFault, Summary } from './import.ts'
import { type Planned, type Planner, plan, plannerFor } from './plan.ts'
import { ahead, batchesOf } from './read.ts'
import { addFaults, bookOf, earlierRows, type ImportFile, ownImport, remember, verdictsOf } from './store.ts'

/** All rows or none of them; all that are without fault; or those with these numbers. */
export type Which = 'all' | 'good' | readonly number[]

/** Carries an import out. */
export const applyWork: Work = {
  kind: 'import-apply',
  async run(engine, person, { id, record, which }: { id: string; record: string; which: Which }, progress) {
    return apply(engine, importing(person), await ownImport(engine.db, record, person.id, id), which, progress)
  },
}

/**
 * Writes what a check found good, through the one write path: all in one transaction or, of good and chosen rows, batch by
 * batch, so that a stop keeps what is done. Rows that meanwhile no longer hold are kept as faults. Refuses `conflict` when it
 * was not checked, or when all are wanted and not all hold; then nothing is written.
 */
export async function apply(
  engine: Engine,
  person: PersonActor,
  file: ImportFile,
  which: Which,
  progress: Progress,
): Promise<Summary> {
  if (file.state === 'applied' && file.result) return file.result // taken up again after a crash
  if (file.state !== 'checked' || !file.result) throw unchecked()
  if (which === 'all' && file.result.fault > 0) throw notAll(file.result.fault)
  const checked = await verdictsOf(engine.db, file.id)
  const chosen = typeof which === 'string' ? null : new Set(which)
  const wanted = ({ n }: SheetRow) => checked.get(n) !== 'fault' && (chosen === null || chosen.has(n))
  const carrying = { engine, person, file, progress, checked, wanted, total: file.result.rows }
  return which === 'all' ? allOrNothing(carrying) : batchByBatch(carrying)
}

interface Carrying {
  readonly engine: Engine
  readonly person: PersonActor
  readonly file: ImportFile
  readonly progress: Progress
  readonly total: number
  wanted(row: SheetRow): boolean
  /** What the check said a row would do; undefined for one that changed nothing. */
  readonly checked: ReadonlyMap<number, string>
}

/** The check has told of these. */
const nothingAside = { merged: () => {}, totals: () => {} }

/** Faults found while writing, by row. */
type Fallen = Map<number, readonly CellFault[]>

class NotAll extends Error {
  readonly fallen: Fallen

  constructor(fallen: Fallen) {
    super('Not all rows hold')
    this.fallen = fallen
  }
}

async function allOrNothing(carrying: Carrying): Promise<Summary> {
  const { engine, person, file } = carrying
  try {
    return await engine.inTx(person, async (tx) => {
      const counts = { created: 0, changed: 0 }
      const fallen: Fallen = new Map()
      await eachBatch(carrying, async (planner, rows) => {
        const done = await writeRows(carrying, tx, planner, rows, fallen)
        counts.created += done.created
        counts.changed += done.changed
      })
      if (fallen.size > 0) throw new NotAll(fallen)
      return end(carrying, tx, counts)
    })
  } catch (error) {
    if (!(error instanceof NotAll)) throw error
    await addFaults(engine.db, file.id, error.fallen)
    throw notAll(error.fallen.size)
  }
}

async function batchByBatch(carrying: Carrying): Promise<Summary> {
  const { engine, person, file } = carrying
  const counts = { created: 0, changed: 0 }
  const fallen: Fallen = new Map()
  const take = async (planner: Planner, rows: readonly Planned[]) => {
    const found: Fallen = new Map()
    const done = await engine.inTx(person, (tx) => writeRows(carrying, tx, planner, rows, found))
    counts.created += done.created
    counts.changed += done.changed
    for (const [n, faults] of found) fallen.set(n, faults)
  }
  try {
    await eachBatch(carrying, async (planner, rows) => {
      try {
        await take(planner, rows)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // Something of the batch was refused only once it was written: each row for itself finds out which.
        for (const row of rows) {
          await take(planner, [row]).catch((refusal: unknown) =>
            fallen.set(row.n, refusalFaults(planner, row.n, refusal)),
          )
        }
      }
    })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    if (fallen.size > 0) await addFaults(engine.db, file.id, fallen)
    throw new Stopped(summaryOf(file, counts, fallen.size))
  }
  if (fallen.size > 0) await addFaults(engine.db, file.id, fallen)
  return engine.inTx(person, (tx) => end(carrying, tx, counts, fallen.size))
}

/** Writes batch after batch. The next is read and planned meanwhile: what a file says of its own rows was settled by the check. */
async function eachBatch(
  carrying: Carrying,
  write: (planner: Planner, rows: readonly Planned[]) => Promise<void>,
): Promise<void> {
  const { progress, total } = carrying
  let done = 0
  for await (const { planner, planned, read } of ahead(plannedBatches(carrying))) {
    await progress.check()
    if (planned.length > 0) await write(planner, planned)
    done += read
    await progress.tell(Math.min(done, total), total)
  }
}

interface Batch {
  readonly planner: Planner
  readonly planned: readonly Planned[]
  /** Rows of the file that it covers, with those that are not wanted. */
  readonly read: number
}

async function* plannedBatches({ engine, person, file, wanted }: Carrying): AsyncGenerator<Batch> {
  const { record } = engine.registry.get(file.record)
  const planner = plannerFor(engine, record, person, file.settings, await earlierRows(engine.db, file))
  const book = await bookOf(engine, file)
  for await (const batch of ahead(batchesOf(book, file.settings, nothingAside))) {
    yield { planner, planned: await plan(planner, engine.db, batch.filter(wanted)), read: batch.length }
  }
}

interface Counts {
  readonly created: number
  readonly changed: number
}

async function writeRows(
  { file, checked }: Carrying,
  tx: Tx,
  planner: Planner,
  rows: readonly Planned[],
  fallen: Fallen,
): Promise<Counts> {
  const puts: Planned[] = []
  for (const one of rows) {
    if (one.verdict === 'fault') fallen.set(one.n, one.faults)
    // Somebody was there since the check: what the person agreed to is not what would happen.
    else if (one.verdict !== 'unchanged' && one.verdict !== checked.get(one.n)) fallen.set(one.n, [movedOn])
    else if (one.verdict !== 'unchanged') puts.push(one)
  }
  const answers = await tx.putMany(planner.record, puts.map(putOf))
  const made: { n: number; id: string }[] = []
  const counts = { created: 0, changed: 0 }
  for (const [i, answer] of answers.entries()) {
    const { n, id } = puts[i] as Planned
    if (answer instanceof Refusal) fallen.set(n, refusalFaults(planner, n, answer))
    else if (id === undefined) {
      counts.created++
      made.push({ n, id: answer.id })
    } else counts.changed++
  }
  if (file.settings.match === null) await keepMade(tx, file.id, made)
  return counts
}

async function keepMade(tx: Tx, id: string, made: readonly { n: number; id: string }[]): Promise<void> {
  if (made.length === 0) return
  const rows = made.map((one) => ({ import: id, n: one.n, verdict: 'create' as const, recordId: one.id }))
  await tx.db
    .insertInto('importRow')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict.columns(['import', 'n']).doUpdateSet(({ ref }) => ({ recordId: ref('excluded.recordId') })),
    )
    .execute()
}

async function end({ file, person }: Carrying, tx: Tx, counts: Counts, fallen = 0): Promise<Summary> {
  const summary = summaryOf(file, counts, fallen)
  await tx.db
    .updateTable('importFile')
    .set({ state: 'applied', result: JSON.stringify(summary) as never })
    .where('id', '=', file.id)
    .execute()
  await remember(tx.db, { record: file.record, person: person.id, at: tx.now }, file.settings.columns)
  return summary
}

const summaryOf = ({ result }: ImportFile, applied: Counts, fallen: number): Summary => {
  const before = result as Summary
  return { ...before, fault: before.fault + fallen, applied }
}

const movedOn: CellFault = {
  cell: null,
  heading: null,
  field: null,
  code: 'stale',
  text: [
    '试运行之后,这条记录已被别人改动。请重新试运行。',
    'Somebody changed this record after the check. Run the check again.',
  ],
}

const unchecked = () => new Refusal('conflict', ['请先试运行,再导入。', 'Run the check first, then import.'])

const notAll = (count: number) =>
  new Refusal('conflict', [
    `有 ${count} 行不符合要求,全部未导入。可改正后重新上传,或只导入没有问题的行。`,
    `${count} ${count === 1 ? 'row does' : 'rows do'} not hold, so nothing was imported. Correct the file, or import only the good rows.`,
  ])
