import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { paperWords as words } from '../paper.words.ts'
import { securityReport } from '../security-report.record.ts'
import { securityReportWords } from '../security-report.words.ts'

type Row = RowOf<typeof securityReport>

/** It goes to an authority in China, so it is in Chinese whoever takes it out. */
const inChinese = (reader: Reader): Reader => ({ ...reader, telling: { ...reader.telling, lang: 'zh' } })

async function factsOf(row: Row, reader: Reader): Promise<[string, string][]> {
  const { engine, person } = reader
  const { say, when, name } = speechOf(reader, await refsOf(engine, securityReport, person, [row as unknown as AnyRow]))
  const rule = await engine.db
    .selectFrom('reportingRule')
    .select(['document', 'article'])
    .where('id', '=', row.rule)
    .executeTakeFirst()
  const of = await engine.db
    .selectFrom('securityIncident')
    .select(['number', 'title'])
    .where('id', '=', row.securityIncident)
    .executeTakeFirst()
  const { channel } = securityReportWords.choices
  return [
    [words.incident, of ? `${of.number} ${of.title}` : '—'],
    [words.to, row.authority],
    [words.basis, [rule?.document, rule?.article].filter(Boolean).join(' ') || '—'],
    [words.due, when(row.dueAt)],
    [words.recipient, row.recipient ?? ''],
    [words.channel, row.channel === null ? '' : say(channel[row.channel])],
    [words.sent, row.sentAt === null ? '' : when(row.sentAt)],
    [words.by, row.sentBy === null ? '' : name(row.sentBy)],
    [words.receipt, row.receipt ?? ''],
  ]
}

/** The form that goes to an authority: what is known filled in, the rest left to a pen. */
export const securityReportPaper: Paper<Row> = {
  async pdf(out, row, given) {
    const reader = inChinese(given)
    const page = beginPaper(out, `${row.number} ${words.title}`, reader)
    page.small(row.number)
    page.title(words.title)
    for (const [label, text] of await factsOf(row, reader)) page.pair(label, text || '____________________')
    page.heading(words.text)
    page.paragraph(row.text)
    page.heading(words.signature)
    page.paragraph(words.seal)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, given) {
    const reader = inChinese(given)
    const { book, sheet } = paperBook(out, reader)
    const rows = await factsOf(row, reader)
    sheet([words.title, words.title], [16, 80], [[words.title, row.number], ...rows, [words.text, row.text]])
    await book.commit()
  },
}
