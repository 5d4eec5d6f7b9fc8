import type { PassThrough } from 'node:stream'
import Excel from 'exceljs'
import { say, type Words } from '../../../record/words.ts'
import type { Refs } from '../../read/refs.ts'
import { wallText } from '../wall.ts'
import { takenBy } from './file.ts'
import type { Reader } from './paper.ts'
import { beginPdf, endPdf } from './pdf.ts'
import { pageOn } from './pdf-page.ts'
import { cellValue, sheetName } from './xlsx.ts'

export type Say = (pair: Words) => string

/** How a paper speaks: words, instants and the names behind links as whoever takes it out reads them. */
export interface Speech {
  readonly say: Say
  /** To the minute. */
  readonly when: (instant: string) => string
  /** A dash for nobody, and for what the reader may not read. */
  readonly name: (id: string | null) => string
}

export const speechOf = ({ telling }: Reader, refs: Refs): Speech => ({
  say: (pair) => say(pair, telling.lang),
  when: (instant) => wallText(telling.wall, instant).slice(0, 16),
  name: (id) => (id === null ? '—' : (refs[id]?.label ?? '—')),
})

type Page = ReturnType<typeof pageOn>

/** A paper of upright pages. */
export const beginPaper = (out: PassThrough, title: string, { telling }: Reader): Page =>
  pageOn(beginPdf(out, title, telling.lang, 'portrait'))

/** Ends it: at the foot of each page stands which it is, who took it out and when. */
export function endPaper({ pdf }: Page, number: string, { engine, person, telling }: Reader): void {
  const at = wallText(telling.wall, engine.clock.now()).slice(0, 16)
  endPdf(pdf, `${number} · ${takenBy(engine, person)} · ${at}`, telling.lang)
}

export type Cells = readonly (string | number | null)[]

/** The same as a workbook. Texts stay texts, whatever they begin with; numbers can be reckoned with. */
export function paperBook(out: PassThrough, { telling: { lang } }: Reader) {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const values = (cells: Cells) =>
    cells.map((cell) => (typeof cell === 'string' ? cellValue({ is: 'text', text: cell }, lang) : cell))
  return {
    book,
    values,
    /** A sheet with its rows; columns beyond the widths that are given are as wide as the last. */
    sheet(name: Words, widths: readonly number[], rows: readonly Cells[]): void {
      const made = book.addWorksheet(sheetName(say(name, lang)))
      const columns = rows.reduce((most, { length }) => Math.max(most, length), 0)
      made.columns = Array.from({ length: columns }, (_, n) => ({ width: widths[n] ?? widths.at(-1) ?? 16 }))
      for (const cells of rows) made.addRow(values(cells)).commit()
      made.commit()
    },
  }
}
