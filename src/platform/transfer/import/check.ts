import type { PersonActor } from '../../../record/actor.ts'
import { fold } from '../../../record/fold.ts'
import { Refusal } from '../../../record/problem.ts'
import type { Engine } from '../../engine.ts'
import type { Progress, Work } from '../../work/work.ts'
import { addressOf, type Merge, type SheetRow } from '../sheet/sheet.ts'
import { faultAt, refusalFaults } from './faults.ts'
import type { CellFault, Summary } from './import.ts'
import { type Mapped, type Planned, type Planner, plan, plannerFor } from './plan.ts'
import { ahead, batchesOf } from './read.ts'
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
  const faults = late.found()
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

/** What shows only when later rows, or the end of the sheet, are read: the earlier row is at fault as much as the later. */
function lateFaults({ mapped, match }: Planner) {
  const unique = mapped.filter((one) => one.column.field.unique || one === match)
  const seen = new Map(unique.map((one) => [one, new Map<string, number>()]))
  const found = new Map<number, CellFault[]>()
  const merges: Merge[] = []
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  const add = (n: number, fault: CellFault) => found.set(n, [...(found.get(n) ?? []), fault])
  return {
    merged: (merge: Merge) => void merges.push(merge),
    see({ n, cells }: SheetRow) {
      first = Math.min(first, n)
      last = Math.max(last, n)
      for (const [one, rows] of seen) {
        const key = fold(cells[one.at]?.text ?? '')
        if (key === '') continue
        const before = rows.get(key)
        if (before === undefined) rows.set(key, n)
        else {
          add(n, again(one, n, before))
          if (!found.get(before)?.some(({ code, field }) => code === 'twice' && field === one.column.name))
            add(before, again(one, before, n))
        }
      }
    },
    found() {
      for (const merge of merges) {
        for (const one of mapped) {
          if (one.at < merge.left || one.at > merge.right) continue
          for (let n = Math.max(first, merge.top); n <= Math.min(last, merge.bottom); n++)
            if (n !== merge.top || one.at !== merge.left) add(n, joined(one, n, merge))
        }
      }
      return found
    },
  }
}

const again = (one: Mapped, n: number, other: number): CellFault => {
  const where = addressOf(one.at, other)
  return faultAt(one, n, {
    code: 'twice',
    text: [`与 ${where}(第 ${other} 行)重复。`, `The same as in ${where} (row ${other}).`],
  })
}

/** Never the value of the cell above: what was meant for one row only would be taken for all of them. */
const joined = (one: Mapped, n: number, { left, top }: Merge): CellFault => {
  const where = addressOf(left, top)
  return faultAt(one, n, {
    code: 'merged',
    text: [
      `与 ${where} 合并成一格,不知这一行是否也是该值。请取消合并,逐行填写。`,
      `Joined with ${where}: whether its value is meant here too is not known. Unmerge, and fill in each row.`,
    ],
  })
}
