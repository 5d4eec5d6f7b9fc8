import { fold } from '../../../record/fold.ts'
import type { Words } from '../../../record/words.ts'
import { addressOf, type Merge, type SheetRow } from '../sheet/sheet.ts'
import { faultAt } from './faults.ts'
import type { CellFault } from './import.ts'
import type { Mapped, Planner } from './plan.ts'

/** Reads rows again, by their numbers. */
type ReadAgain = (numbers: ReadonlySet<number>) => Promise<ReadonlyMap<number, SheetRow>>

/** Of more rows than these it is not said in what they differ. */
const mostCompared = 2_000

/**
 * What shows only when later rows, or the end of the sheet, are read: the earlier row is at fault as much as the later, unless
 * somebody said which of them is meant.
 */
export function lateFaults({ mapped, match, alike, keep }: Planner) {
  const unique = mapped.filter((one) => one.column.field.unique || one === match)
  const rarely = mapped.filter((one) => !unique.includes(one) && alike.has(one.column.name))
  const first = new Map([...unique, ...rarely].map((one) => [one, new Map<string, number>()]))
  const groups = new Map<Mapped, Map<string, number[]>>()
  const merges: Merge[] = []
  let [from, to] = [Number.POSITIVE_INFINITY, 0]

  function see({ n, cells }: SheetRow): void {
    from = Math.min(from, n)
    to = Math.max(to, n)
    const twinOf = new Set<number>()
    for (const [one, rows] of first) {
      const key = fold(cells[one.at]?.text ?? '')
      if (key === '') continue
      const before = rows.get(key)
      if (before === undefined) rows.set(key, n)
      // Twice the same row is said once.
      else if (!twinOf.has(before)) {
        const known = groups.get(one) ?? new Map<string, number[]>()
        known.set(key, [...(known.get(key) ?? [before]), n])
        groups.set(one, known)
        if (unique.includes(one)) twinOf.add(before)
      }
    }
  }

  async function found(readAgain: ReadAgain): Promise<Map<number, CellFault[]>> {
    const faults = new Map<number, CellFault[]>()
    const add = (n: number, fault: CellFault) => faults.set(n, [...(faults.get(n) ?? []), fault])
    const twins = [...groups].flatMap(([one, known]) => [...known.values()].map((numbers) => ({ one, numbers })))
    const wanted = new Set(twins.flatMap(({ numbers }) => numbers))
    const rows = wanted.size === 0 || wanted.size > mostCompared ? new Map() : await readAgain(wanted)
    for (const { one, numbers } of twins) {
      const isUnique = unique.includes(one)
      // Of those that cannot both be, the one that was chosen last.
      const meant = [...keep].filter((n) => numbers.includes(n)).at(-1)
      for (const n of numbers) {
        if (isUnique ? n === meant : keep.has(n)) continue
        const other = (meant !== undefined && meant !== n ? meant : numbers.find((one) => one !== n)) as number
        add(n, again(one, n, other, isUnique, differing(mapped, rows.get(n), rows.get(other))))
      }
    }
    for (const merge of merges) {
      for (const one of mapped) {
        if (one.at < merge.left || one.at > merge.right) continue
        for (let n = Math.max(from, merge.top); n <= Math.min(to, merge.bottom); n++)
          if (n !== merge.top || one.at !== merge.left) add(n, joined(one, n, merge))
      }
    }
    return faults
  }
  return { see, found, merged: (merge: Merge) => void merges.push(merge) }
}

/** In what two rows differ, by the headings of the file. */
function differing(mapped: readonly Mapped[], one: SheetRow | undefined, other: SheetRow | undefined): Words {
  if (!one || !other) return ['', '']
  const told = mapped.flatMap(({ at, heading }) => {
    const [a, b] = [one, other].map(({ cells }) => fold(cells[at]?.text ?? ''))
    return a === b ? [] : [`${heading} ${a || '—'} / ${b || '—'}`]
  })
  if (told.length === 0) return ['两行内容相同。', ' Both say the same.']
  return [`不同:${told.join(';')}。`, ` They differ: ${told.join('; ')}.`]
}

function again(one: Mapped, n: number, other: number, isUnique: boolean, [zh, en]: Words): CellFault {
  const where = addressOf(one.at, other)
  return faultAt(one, n, {
    code: isUnique ? 'twice' : 'alike',
    text: [`与 ${where}(第 ${other} 行)重复。${zh}`, `The same as in ${where} (row ${other}).${en}`],
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
