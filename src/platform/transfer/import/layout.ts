import { foldWord } from '../fold-word.ts'
import type { SheetRow } from '../sheet/sheet.ts'

/** How many rows may stand above a heading: titles, who made the list, when. */
export const mostAbove = 20

/**
 * The number of the heading's row: of the first rows the one with most cells that name a column, the upper one of two; where
 * none does, the first that is as wide as the widest. Null for a sheet without rows.
 */
export function headerRowOf(rows: readonly SheetRow[], isKnown: (heading: string) => boolean): number | null {
  const first = rows.slice(0, mostAbove + 1)
  const filled = (row: SheetRow) => row.cells.filter((cell) => cell !== undefined)
  const named = first.map((row) => filled(row).filter(({ text }) => isKnown(text)).length)
  const most = Math.max(0, ...named)
  if (most > 0) return first[named.indexOf(most)]?.n ?? null
  const widths = first.map((row) => filled(row).length)
  return first[widths.indexOf(Math.max(0, ...widths))]?.n ?? null
}

const totals = /^(合计|总计|共计|小计|汇总|合计数|总数|total|totals|grandtotal|subtotal|sum)$/

/** Does a row add up those above it? Its first filled cell says so. */
export function isTotals({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => cell !== undefined)
  return first?.is === 'text' && totals.test(foldWord(first.text))
}

/**
 * Lets rows through, but holds back those that add up the others until a row comes after them that does not: only at the
 * very end they are totals, and `setAside` gets them.
 */
export async function* withoutTotals(
  chunks: AsyncIterable<SheetRow[]>,
  setAside: (row: SheetRow) => void,
): AsyncGenerator<SheetRow[]> {
  let held: SheetRow[] = []
  for await (const chunk of chunks) {
    const through: SheetRow[] = []
    for (const row of chunk) {
      if (isTotals(row)) held.push(row)
      else {
        through.push(...held, row)
        held = []
      }
    }
    if (through.length > 0) yield through
  }
  held.forEach(setAside)
}
