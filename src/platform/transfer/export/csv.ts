import { stringify } from 'csv-stringify/sync'
import { say } from '../../../record/words.ts'
import { guardFormula } from '../guard.ts'
import { shown } from './cells.ts'
import type { FileWriter } from './file.ts'
import { give } from './out.ts'

/** UTF-8 with a mark, without which a spreadsheet in China takes it for GBK; text is never a formula, numbers are numbers. */
export const writeCsv: FileWriter = async (out, { columns, telling }, handfuls) => {
  const heading = columns.map(({ words }) => guardFormula(say(words, telling.lang)))
  await give(out, `\ufeff${lines([heading])}`)
  for await (const { rows, refs } of handfuls) {
    const cells = rows.map((row) =>
      columns.map((column) => {
        const value = shown(telling, column, row, refs)
        if (value === null) return ''
        return value.is === 'number'
          ? String(value.number)
          : value.is === 'text'
            ? guardFormula(value.text)
            : value.text
      }),
    )
    await give(out, lines(cells))
  }
  out.end()
}

const lines = (rows: string[][]): string => stringify(rows, { record_delimiter: '\r\n' })
