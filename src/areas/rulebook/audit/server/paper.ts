import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import { auditItemWords } from '../../audit-item/audit-item.words.ts'
import { findingWords } from '../../finding/finding.words.ts'
import { audit } from '../audit.record.ts'
import { grades, type Report, results } from '../audit.rules.ts'
import { auditWords } from '../audit.words.ts'
import { reportWords as words } from '../report.words.ts'
import { compileReport } from './report.ts'
import type { AuditRow } from './scope.ts'

const { fields, states } = auditWords
const resultWords = auditItemWords.choices.result
const gradeWords = findingWords.choices.grade

interface Part {
  readonly heading: Words
  readonly heads: readonly Words[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** The report of an audit: as it was signed, or as it would be now. */
async function told(row: AuditRow, reader: Reader) {
  const { engine, person, telling } = reader
  const { say, when, name } = speechOf(reader, await refsOf(engine, audit, person, [row as unknown as AnyRow]))
  const inLang = (zh: string, en: string | null) => (telling.lang === 'en' ? (en ?? zh) : zh)
  const report = row.report ?? (await compileReport(engine.db, row))
  const facts: [string, string][] = [
    [say(fields.areas), row.areas.map((area) => say(areaWords[area])).join(' · ')],
    [say(fields.asOf), row.asOf],
    [say(fields.lead), name(row.lead)],
    [say(fields.team), row.team.map(name).join(' · ') || '—'],
    [say(fields.seed), row.seed ?? '—'],
    [say(words.items), `${report.items}`],
    [say(words.results), results.map((one) => `${say(resultWords[one])} ${report.results[one]}`).join(' · ')],
    [say(words.sampled), `${report.sampled} (${say(words.differing)} ${report.differing})`],
    [say(words.findings), grades.map((one) => `${say(gradeWords[one])} ${report.grades[one]}`).join(' · ')],
    [say(fields.reportedAt), row.reportedAt ? `${when(row.reportedAt)}  ${name(row.reportedBy)}` : say(words.draft)],
    [say(fields.respondedAt), row.respondedAt ? `${when(row.respondedAt)}  ${name(row.respondedBy)}` : '—'],
  ]
  const parts = [areasPart(report, say), findingsPart(report, say), await checklistPart(row, reader, say, inLang)]
  return { say, title: inLang(row.title, row.titleEn), facts, parts }
}

type Say = (pair: Words) => string
const nameOf = (area: string | null, say: Say) => (area === null ? '—' : say(areaWords[area as RuleArea]))

const areasPart = ({ areas }: Report, say: Say): Part => ({
  heading: words.areas,
  heads: [words.area, words.items, resultWords.nonconforming, resultWords.observation, words.findings],
  shares: [3, 2, 2, 2, 2],
  rows: areas.map(({ area, items, nonconforming, observations, findings }) => [
    nameOf(area, say),
    ...[items, nonconforming, observations, findings].map(String),
  ]),
})

const findingsPart = ({ findings }: Report, say: Say): Part => ({
  heading: words.findings,
  heads: [words.number, words.finding, words.grade, words.area, words.clause, words.repeated],
  shares: [3, 6, 2, 2, 1, 1],
  rows: findings.map((one) => [
    ...[one.number, one.title, say(gradeWords[one.grade]), nameOf(one.area, say), one.clause ?? '—'],
    say(one.repeated ? words.yes : words.no),
  ]),
})

async function checklistPart(
  { id }: AuditRow,
  { engine }: Reader,
  say: Say,
  inLang: (zh: string, en: string | null) => string,
): Promise<Part> {
  const items = await engine.db
    .selectFrom('auditItem')
    .select(['position', 'clause', 'heading', 'headingEn', 'control', 'stood', 'result', 'note'])
    .where('audit', '=', id)
    .orderBy('position')
    .execute()
  return {
    heading: words.checklist,
    heads: [auditItemWords.fields.position, words.clause, words.stood, words.result, words.note],
    shares: [1, 5, 2, 2, 5],
    rows: items.map(({ position, clause, heading, headingEn, control, stood, result, note }) => [
      `${position}`,
      `${clause} ${inLang(heading, headingEn)}${control ? ` (${control})` : ''}`,
      say(auditItemWords.choices.stood[stood]),
      result ? say(resultWords[result]) : '—',
      note ?? '',
    ]),
  }
}

export const auditPaper: Paper<AuditRow> = {
  async pdf(out, row, reader) {
    const { say, title, facts, parts } = await told(row, reader)
    const page = beginPaper(out, `${row.number} ${title}`, reader)
    page.small(`${say(auditWords.name)}  ${row.number}  ${say(states[row.state])}`)
    page.title(title)
    for (const [label, text] of facts) page.pair(label, text)
    for (const [label, text] of [
      [fields.scope, row.scope],
      [fields.conclusion, row.conclusion],
      [fields.response, row.response],
    ] as const) {
      if (!text) continue
      page.heading(say(label))
      page.paragraph(text)
    }
    for (const { heading, heads, shares, rows } of parts) {
      if (rows.length === 0) continue
      page.heading(say(heading))
      page.table(heads.map(say), shares, rows)
    }
    if (row.digest) page.small(`${say(fields.digest)} SHA-256 ${row.digest}`)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, title, facts, parts } = await told(row, reader)
    const { book, sheet } = paperBook(out, reader)
    sheet(auditWords.name, [24, 60], [[row.number, title], ...facts])
    for (const { heading, heads, rows } of parts) sheet(heading, [16, 40, 16], [heads.map(say), ...rows])
    await book.commit()
  },
}
