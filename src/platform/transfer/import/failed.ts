import type { PassThrough } from 'node:stream'
import Excel from 'exceljs'
import { dayMs } from '../../../record/time.ts'
import { type Lang, say, type Words } from '../../../record/words.ts'
import type { Engine } from '../../engine.ts'
import { momentOfSerial } from '../dates.ts'
import { ready } from '../export/out.ts'
import { sheetName } from '../export/xlsx.ts'
import type { Cell } from '../sheet/sheet.ts'
import { escapeText } from '../sheet/xml.ts'
import type { CellFault } from './import.ts'
import { bookOf, type ImportFile } from './store.ts'

const reason: Words = ['未导入的原因', 'Why it was not imported']

/** The rows that were not imported, as they stand in the file and with the reason beside each: to be corrected and brought again. */
export async function writeFailed(out: PassThrough, engine: Engine, file: ImportFile, lang: Lang): Promise<void> {
  const failed = await failedRows(engine, file.id)
  const book = await bookOf(engine, file)
  const { columns, sheet, headerRow } = file.settings
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const made = workbook.addWorksheet(sheetName(book.sheets[sheet] || file.name.replace(/\.[^.]*$/, '')), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  made.columns = [...columns.map(() => ({ width: 18 })), { width: 60 }]
  const head = made.addRow([...columns.map(({ heading }) => escapeText(heading)), say(reason, lang)])
  head.font = { bold: true }
  head.commit()
  for await (const rows of book.rows(sheet)) {
    for (const { n, cells } of rows) {
      const faults = n > headerRow ? failed.get(n) : undefined
      if (!faults) continue
      const row = made.addRow([...columns.map(({ column }) => cellValue(cells[column])), reasons(faults, lang)])
      for (const [i, { column }] of columns.entries()) row.getCell(i + 1).numFmt = formatOf(cells[column])
      row.commit()
    }
    await ready(out)
  }
  await workbook.commit()
}

/** What is wrong with the rows that were not imported, by their number in the file, in its order. */
export async function failedRows({ db }: Engine, id: string): Promise<Map<number, readonly CellFault[]>> {
  const rows = await db
    .selectFrom('importRow')
    .select(['n', 'faults'])
    .where('import', '=', id)
    .where('verdict', '=', 'fault')
    .orderBy('n')
    .execute()
  return new Map(rows.map(({ n, faults }) => [n, faults]))
}

function cellValue(cell: Cell | undefined): string | number | Date | null {
  if (!cell) return null
  if (cell.is === 'date') {
    const moment = momentOfSerial(Number(cell.text))
    if (moment) return new Date(moment.day * dayMs + moment.ms)
  }
  // Long codes and leading zeros would not survive as numbers.
  if (cell.is === 'number' && String(Number(cell.text)) === cell.text) return Number(cell.text)
  return escapeText(cell.text)
}

function formatOf(cell: Cell | undefined): string {
  if (cell?.is === 'date') return cell.text.includes('.') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd'
  return cell?.is === 'number' ? 'General' : '@'
}

const reasons = (faults: readonly CellFault[], lang: Lang): string =>
  faults.map(({ heading, text }) => (heading ? `${heading}:${say(text, lang)}` : say(text, lang))).join('\n')
