import Excel from 'exceljs'
import { dayMs } from '../../../record/time.ts'
import { type Lang, say } from '../../../record/words.ts'
import type { Column } from '../columns.ts'
import { serialOf } from '../dates.ts'
import { keepApostrophe } from '../guard.ts'
import { escapeText } from '../sheet/xml.ts'
import { type Shown, shown, tooLongText } from './cells.ts'
import type { FileWriter } from './file.ts'
import { ready } from './out.ts'

const mostCharacters = 32_767

/** A workbook of one sheet: codes are text cells, so that no digit and no leading zero is lost; dates are dates. */
export const writeXlsx: FileWriter = async (out, { columns, telling, title }, handfuls) => {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((column) => ({
    header: escapeText(say(column.words, telling.lang)),
    width: widths[column.kind] ?? 16,
    style: { numFmt: formats[column.kind] ?? '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).commit()
  for await (const { rows, refs } of handfuls) {
    for (const row of rows) {
      const values = columns.map((column) => cellValue(shown(telling, column, row, refs), telling.lang))
      sheet.addRow(values).commit()
    }
    await ready(out)
  }
  await book.commit()
}

/** What a cell holds of it; text longer than a cell may be is not cut, since a cut one would come back as a change. */
export function cellValue(value: Shown, lang: Lang): string | number | Date | null {
  if (value === null) return null
  if (value.is === 'number') return value.number
  if (value.is === 'moment' && serialOf(value.moment) !== null)
    return new Date(value.moment.day * dayMs + value.moment.ms)
  const text = escapeText(keepApostrophe(value.text))
  return text.length > mostCharacters ? tooLongText(lang) : text
}

const widths: Partial<Record<Column['kind'], number>> = {
  prose: 40,
  link: 26,
  links: 30,
  instant: 20,
  date: 12,
  number: 12,
}
const formats: Partial<Record<Column['kind'], string>> = {
  number: 'General',
  date: 'yyyy-mm-dd',
  'trading-day': 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
}

/** Without the signs that no sheet may have in its name. */
export const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
