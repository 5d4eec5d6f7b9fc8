import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { areaWords } from '../../areas.words.ts'
import { policy } from '../policy.record.ts'
import { policyWords } from '../policy.words.ts'

type Row = RowOf<typeof policy>

/** A policy as it is filed and handed out: what it is for, clause by clause, and under which digest it was approved. */
export const policyPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, title, facts, inLang } = await telling(row, reader)
    const page = beginPaper(out, `${row.number} ${title}`, reader)
    page.small(`${row.number}  ${say(policyWords.states[row.state])}`)
    page.title(title)
    for (const [label, text] of facts) if (text) page.pair(say(label), text)
    for (const { key, heading, headingEn, text, textEn } of row.clauses) {
      page.heading(`${key}  ${inLang(heading, headingEn)}`)
      page.paragraph(inLang(text, textEn))
    }
    if (row.digest) page.small(`${say(policyWords.fields.digest)} SHA-256 ${row.digest}`)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, title, facts, inLang } = await telling(row, reader)
    const { book, sheet } = paperBook(out, reader)
    sheet(policyWords.name, [16, 60], [[title, row.number], ...facts.map(([label, text]) => [say(label), text])])
    sheet(
      policyWords.fields.clauses,
      [10, 24, 80, 16],
      row.clauses.map(({ key, heading, headingEn, text, textEn, controls }) => [
        ...[key, inLang(heading, headingEn), inLang(text, textEn), controls.join(' ')],
      ]),
    )
    await book.commit()
  },
}

/** Names, dates and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader) {
  const { engine, person } = reader
  const { say, when, name } = speechOf(reader, await refsOf(engine, policy, person, [row as unknown as AnyRow]))
  const inLang = (zh: string, en: string | null | undefined) => (reader.telling.lang === 'en' ? (en ?? zh) : zh)
  const { fields } = policyWords
  const facts: readonly (readonly [Words, string])[] = [
    [fields.code, row.code],
    [fields.edition, String(row.edition)],
    [fields.area, say(areaWords[row.area])],
    [fields.owner, name(row.owner)],
    [fields.effectiveOn, row.effectiveOn ?? ''],
    [fields.approvedBy, row.approvedAt ? `${name(row.approvedBy)}  ${when(row.approvedAt)}` : ''],
    [fields.purpose, inLang(row.purpose, row.purposeEn)],
    [fields.scope, inLang(row.scope, row.scopeEn)],
  ]
  return { say, title: inLang(row.title, row.titleEn), facts, inLang }
}
