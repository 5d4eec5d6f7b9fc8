import type { Book, Merge, SheetRow } from '../sheet/sheet.ts'
import type { Settings } from './import.ts'
import { withoutTotals } from './layout.ts'

/** So many rows are planned and written in as few round trips as one. */
const batchSize = 1_000

/** What is found on the way that is no row. */
export interface Aside {
  totals(row: SheetRow): void
  merged(merge: Merge): void
}

/** The rows below the heading that say something, in batches; totals at the end are set aside. */
export async function* batchesOf(book: Book, settings: Settings, aside: Aside): AsyncGenerator<SheetRow[]> {
  const filled = settings.columns.filter(({ field }) => field !== null).map(({ column }) => column)
  const saysSomething = ({ n, cells }: SheetRow) =>
    n > settings.headerRow && filled.some((column) => cells[column] !== undefined && cells[column].text.trim() !== '')
  let batch: SheetRow[] = []
  const rows = book.rows(settings.sheet, aside.merged)
  for await (const chunk of withoutTotals(below(rows, settings.headerRow), aside.totals)) {
    for (const row of chunk) {
      if (saysSomething(row)) batch.push(row)
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Some rows once more, by their numbers. */
export async function readAgain(
  book: Book,
  { sheet }: Settings,
  numbers: ReadonlySet<number>,
): Promise<Map<number, SheetRow>> {
  const found = new Map<number, SheetRow>()
  for await (const chunk of book.rows(sheet)) {
    for (const row of chunk) if (numbers.has(row.n)) found.set(row.n, row)
    if (found.size === numbers.size) break
  }
  return found
}

/** The same, with the next one read while the one before is worked on: reading and the database share the time. */
export async function* ahead<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = all.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = all.next()
      // What goes wrong there comes out when it is its turn.
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await all.return(undefined)
  }
}

async function* below(chunks: AsyncIterable<SheetRow[]>, headerRow: number): AsyncGenerator<SheetRow[]> {
  for await (const chunk of chunks) yield chunk.filter(({ n }) => n > headerRow)
}
