import '../../server/tables.ts'
import Excel from 'exceljs'
import { refsOf } from '../../../../platform/read/refs.ts'
import { takenBy } from '../../../../platform/transfer/export/file.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPdf, endPdf } from '../../../../platform/transfer/export/pdf.ts'
import { pageOn } from '../../../../platform/transfer/export/pdf-page.ts'
import { cellValue, sheetName } from '../../../../platform/transfer/export/xlsx.ts'
import { wallText } from '../../../../platform/transfer/wall.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { say as inLang, type Words } from '../../../../record/words.ts'
import { handover } from '../handover.record.ts'
import { handoverWords } from '../handover.words.ts'
import { slipWords as words } from '../slip.words.ts'

type Row = RowOf<typeof handover>
type Say = (pair: Words) => string

/** The slip that goes into the file: what changed hands, in what condition, who signed for it and when. */
export const handoverPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, facts, signed } = await telling(row, reader)
    const { engine, person, telling: told } = reader
    const page = pageOn(beginPdf(out, `${row.number} ${say(words[row.kind])}`, told.lang, 'portrait'))
    page.small(`${row.number}  ${say(handoverWords.states[row.state])}`)
    page.title(say(words[row.kind]))
    for (const [label, text] of facts) if (text) page.pair(say(label), text)
    page.heading(`${say(words.items)}  ${row.items.length} ${say(words.pieces)}`)
    page.table(heads(say), [1, 3, 6, 4], cells(row))
    if (row.condition) {
      page.heading(say(words.condition))
      page.paragraph(row.condition)
    }
    page.heading(say(words.signed))
    for (const line of signed) page.paragraph(line)
    const at = wallText(told.wall, engine.clock.now()).slice(0, 16)
    endPdf(page.pdf, `${row.number} · ${takenBy(engine, person)} · ${at}`, told.lang)
  },

  async xlsx(out, row, reader) {
    const { say, facts, signed } = await telling(row, reader)
    const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet(sheetName(say(words[row.kind])))
    sheet.columns = [14, 20, 40, 24].map((width) => ({ width }))
    const lines = [
      [say(words[row.kind]), row.number],
      ...facts.filter(([, text]) => text !== '').map(([label, text]) => [say(label), text]),
      heads(say),
      ...cells(row),
      [say(words.condition), row.condition ?? ''],
      [say(words.signed), ...signed],
    ]
    for (const line of lines)
      sheet.addRow(line.map((text) => cellValue({ is: 'text', text }, reader.telling.lang))).commit()
    await book.commit()
  },
}

const heads = (say: Say): string[] => [words.line, words.tag, words.name, words.serial].map(say)
const cells = ({ items }: Row): string[][] =>
  items.map(({ tag, name, serial }, n) => [String(n + 1), tag, name, serial ?? ''])

/** Names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, { engine, person, telling }: Reader) {
  const say: Say = (pair) => inLang(pair, telling.lang)
  const refs = await refsOf(engine, handover, person, [row as unknown as AnyRow])
  const name = (id: string | null) => (id === null ? '' : (refs[id]?.label ?? '—'))
  const when = (instant: string) => wallText(telling.wall, instant).slice(0, 16)
  const digest = await engine.db
    .selectFrom('signature')
    .select('digest')
    .where('recordId', '=', row.id)
    .where('verb', '=', 'sign')
    .executeTakeFirst()
  const facts: readonly (readonly [Words, string])[] = [
    [row.kind === 'issue' ? words.receiver : words.giver, name(row.holder)],
    [words.department, name(row.department)],
    [words.location, name(row.location)],
    [words.reason, row.reason ?? ''],
    [words.keeper, name(row.createdBy)],
    [words.madeOn, when(row.createdAt)],
  ]
  const signed = row.signedAt
    ? [
        `${name(row.signedBy)}  ${when(row.signedAt)}`,
        ...(row.remarks ? [`${say(words.remarks)}: ${row.remarks}`] : []),
        ...(digest ? [`${say(words.digest)}: ${digest.digest.toString('hex')}`] : []),
      ]
    : [say(words.awaited)]
  return { say, facts, signed }
}
