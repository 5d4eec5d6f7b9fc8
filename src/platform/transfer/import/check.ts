import type { PersonActor } from '../../../record/actor.ts'
import { Refusal } from '../../../record/problem.ts'
import type { Engine } from '../../engine.ts'
import type { Progress, Work } from '../../work/work.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import { refusalFaults } from './faults.ts'
import type { Summary } from './import.ts'
import { lateFaults } from './late.ts'
import { missingNames } from './missing.ts'
import { type Planned, type Planner, plan, plannerFor } from './plan.ts'
import { ahead, batchesOf, readAgain } from './read.ts'
import { addFaults, bookOf, countVerdicts, earlierRows, type ImportFile, keepRows, ownImport } from './store.ts'

/** The person at an import: what they write is journalled as coming from a file. */
export const importing = (person: PersonActor): PersonActor => ({ ...person, via: 'work:import' })

/** The dry run: every row read, compared and checked as if it were written, and nothing written. */
export const checkWork: Work = {
  kind: 'import-check',
  async run(engine, person, { id, record }: { id: string; record: string }, progress) {
    return check(engine, importing(person), await ownImport(engine.db, record, person.id, id), progress)
  },
}

/** Checks all rows of a file and keeps what it found. Answers how many there are of each kind. */
export async function check(
  engine: Engine,
  person: PersonActor,
  file: ImportFile,
  progress: Progress,
): Promise<Summary> {
  const { record } = engine.registry.get(file.record)
  const planner = plannerFor(engine, record, person, file.settings, await earlierRows(engine.db, file))
  const book = await bookOf(engine, file)
  await engine.db.deleteFrom('importRow').where('import', '=', file.id).where('recordId', 'is', null).execute()
  const late = lateFaults(planner)
  const totals: SheetRow[] = []
  let rows = 0
  const aside = { merged: late.merged, totals: (row: SheetRow) => void totals.push(row) }
  for await (const batch of ahead(batchesOf(book, file.settings, aside))) {
    await progress.check()
    const planned = await plan(planner, engine.db, batch)
    await keepRows(engine.db, file.id, await tried(engine, planner, planned))
    for (const row of batch) late.see(row)
    rows += batch.length
    await progress.tell(rows)
  }
  const faults = await late.found((numbers) => readAgain(book, file.settings, numbers))
  if (faults.size > 0) await addFaults(engine.db, file.id, faults)
  const counts = await countVerdicts(engine.db, file.id)
  const summary: Summary = {
    rows,
    ...counts,
    unchanged: rows - counts.create - counts.change - counts.fault,
    totals: totals.map(({ n, cells }) => ({
      n,
      text: cells
        .flatMap((cell) => cell?.text ?? [])
        .join(' ')
        .slice(0, 200),
    })),
    missing: await missingNames(planner),
    applied: null,
  }
  await engine.db
    .updateTable('importFile')
    .set({ state: 'checked', result: JSON.stringify(summary) as never })
    .where('id', '=', file.id)
    .execute()
  await progress.tell(rows, rows)
  return summary
}

/** The same rows after everything that stands before a write has been asked: permission, guards, required fields, links. */
async function tried(engine: Engine, planner: Planner, planned: readonly Planned[]): Promise<Planned[]> {
  const puts = planned.filter(({ verdict }) => verdict === 'create' || verdict === 'change')
  if (puts.length === 0) return [...planned]
  const answers = await engine.inTx(planner.person, (tx) => tx.putMany(planner.record, puts.map(putOf), { dry: true }))
  const refused = new Map(
    puts.flatMap((one, i) => (answers[i] instanceof Refusal ? [[one.n, answers[i]] as const] : [])),
  )
  return planned.map((one) => {
    const refusal = refused.get(one.n)
    return refusal ? { ...one, verdict: 'fault', changes: null, faults: refusalFaults(planner, one.n, refusal) } : one
  })
}

export const putOf = ({ id, values }: Planned) => (id === undefined ? { values } : { id, values })
