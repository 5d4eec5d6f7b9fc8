import { limits, tooMuch } from './limits.ts'

/**
 * A cell as a file has it. `number` keeps the digits as they are written there, `date` the serial number of a spreadsheet
 * counted from 1900; `flag` is `1` or `0`; `error` is `#N/A` and its like; `unknown` a formula that was never reckoned.
 */
export interface Cell {
  readonly text: string
  readonly is: 'text' | 'number' | 'date' | 'flag' | 'error' | 'unknown'
}

/** A row by its number in the file, from 1; cells by column from 0, holes where nothing stands. */
export interface SheetRow {
  readonly n: number
  readonly cells: readonly (Cell | undefined)[]
}

/** Cells joined into one: from 0 for columns, from 1 for rows, both ends within. */
export interface Merge {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A file with rows in it, read as often as one likes and never held in memory as a whole. */
export interface Book {
  /** Visible sheets in order; one without a name for a text file. */
  readonly sheets: readonly string[]
  /** The rows of a sheet in some handfuls; `merged` hears of joined cells before the last of them. */
  rows(sheet: number, merged?: (merge: Merge) => void): AsyncGenerator<SheetRow[]>
}

/** `C17`. */
export const addressOf = (column: number, row: number): string => `${lettersOf(column)}${row}`

export function lettersOf(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** Lets rows through until there are more than anybody's list has. */
export async function* withinLimits(chunks: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  let [rows, cells] = [0, 0]
  for await (const chunk of chunks) {
    for (const row of chunk) {
      rows++
      cells += row.cells.length
      if (row.cells.length > limits.columns) throw tooWide()
      if (row.cells.some((cell) => cell && cell.text.length > limits.cellCharacters)) throw tooLongCell(row.n)
    }
    if (rows > limits.rows) throw tooManyRows()
    if (cells > limits.cells) throw tooManyCells()
    yield chunk
  }
}

export const tooWide = () =>
  tooMuch(`表格超过 ${limits.columns} 列。`, `The sheet has more than ${limits.columns} columns.`)

export const tooManyRows = () =>
  tooMuch(
    `表格超过 ${limits.rows.toLocaleString('en-US')} 行。请拆成几个文件。`,
    `The sheet has more than ${limits.rows.toLocaleString('en-US')} rows. Split it into several files.`,
  )

const tooManyCells = () =>
  tooMuch(
    `表格超过 ${limits.cells.toLocaleString('en-US')} 个单元格。请拆成几个文件。`,
    `The sheet has more than ${limits.cells.toLocaleString('en-US')} cells. Split it into several files.`,
  )

export const tooLongCell = (row: number) =>
  tooMuch(
    `第 ${row} 行有单元格超过 ${limits.cellCharacters.toLocaleString('en-US')} 个字符。`,
    `Row ${row} has a cell of more than ${limits.cellCharacters.toLocaleString('en-US')} characters.`,
  )
