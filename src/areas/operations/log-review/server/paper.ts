import '../../server/tables.ts'
import { refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  type Cells,
  endPaper,
  paperBook,
  type Speech,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { logEntryWords } from '../../log-entry/log-entry.words.ts'
import { logReview } from '../log-review.record.ts'
import { logReviewWords } from '../log-review.words.ts'
import { changed, hourSpan, reviewWords as words } from '../review.words.ts'

type Row = RowOf<typeof logReview>

/** Lines of one workbook, at most; the sealed log holds as many. */
const mostLines = 20_000

/** A review on paper, as it was signed; and as a workbook, with every line that it is about. */
export const logReviewPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say } = told
    const title = titleOf(row, reader)
    const page = beginPaper(out, `${row.number} ${title}`, reader)
    page.small(`${say(logReviewWords.name)}  ${row.number}  ${say(logReviewWords.states[row.state])}`)
    page.title(title)
    for (const [label, text] of told.facts) page.pair(say(label), text)
    for (const { name, heads, widths, rows } of tablesOf(row, told)) {
      page.heading(say(name))
      if (rows.length === 0) page.paragraph(say(words.nothing))
      else
        page.table(
          heads.map(say),
          widths,
          rows.map((cells) => cells.map(String)),
        )
    }
    page.heading(say(words.conclusions))
    page.paragraph(row.conclusions ?? say(words.notSigned))
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const told = await telling(row, reader)
    const { say } = told
    const { book, sheet } = paperBook(out, reader)
    const summary: Cells[] = [
      [titleOf(row, reader), row.number],
      ...told.facts.map(([label, text]) => [say(label), text]),
      [say(words.conclusions), row.conclusions ?? say(words.notSigned)],
    ]
    sheet(logReviewWords.name, [28, 60], summary)
    for (const { name, heads, rows } of tablesOf(row, told)) sheet(name, [28, 14], [heads.map(say), ...rows])
    sheet(words.log, [18, 18, 12, 10, 10, 24, 60, 18, 14], [lineHeads.map(say), ...(await linesOf(row, reader, told))])
    await book.commit()
  },
}

interface Told extends Speech {
  readonly facts: readonly (readonly [Words, string])[]
}

const titleOf = ({ title, titleEn }: Row, { telling: { lang } }: Reader): string =>
  lang === 'en' ? (titleEn ?? title) : title

async function telling(row: Row, reader: Reader): Promise<Told> {
  const refs = await refsOf(reader.engine, logReview, reader.person, [row as unknown as AnyRow])
  const speech = speechOf(reader, refs)
  const { say, when, name } = speech
  const { before, lines, seal } = row.reviewed
  return {
    ...speech,
    facts: [
      [words.period, `${row.startsOn} – ${row.endsOn}`],
      [words.before, `${before.from} – ${before.to}`],
      [words.lines, `${lines.count} (${say(words.earlier)} ${lines.before})`],
      [words.span, lines.first ? `${lines.first} – ${lines.last}` : '—'],
      [words.seal, seal ? `${seal.id}  ${when(seal.at)}  ${seal.digest}` : '—'],
      [words.digest, row.digest],
      [words.dueBy, when(row.dueBy)],
      [words.signed, row.signedAt ? `${when(row.signedAt)}  ${name(row.signedBy)}` : say(words.notSigned)],
    ],
  }
}

interface Table {
  readonly name: Words
  readonly heads: readonly Words[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (string | number)[])[]
}

function tablesOf({ reviewed }: Row, { say }: Told): Table[] {
  const kindOf = (kind: keyof typeof logEntryWords.choices.kind) => say(logEntryWords.choices.kind[kind])
  const figures = [words.now, words.earlier, words.change]
  return [
    {
      name: words.recurring,
      heads: [words.component, words.kind, ...figures, words.days],
      widths: [4, 2, 1, 1, 1, 1],
      rows: reviewed.recurring.map((one) => [
        ...[one.component.name, kindOf(one.kind), one.count, one.before, changed(one), one.days],
      ]),
    },
    {
      name: words.components,
      heads: [words.component, ...figures],
      widths: [6, 1, 1, 1],
      rows: reviewed.components.map((one) => [one.component.name, one.count, one.before, changed(one)]),
    },
    {
      name: words.hours,
      heads: [words.hour, ...figures],
      widths: [6, 1, 1, 1],
      rows: reviewed.hours.map((one) => [hourSpan(one.hour), one.count, one.before, changed(one)]),
    },
    {
      name: words.kinds,
      heads: [words.kind, ...figures],
      widths: [6, 1, 1, 1],
      rows: reviewed.kinds.map((one) => [kindOf(one.kind), one.count, one.before, changed(one)]),
    },
  ]
}

const lineHeads = [
  ...[words.number, words.at, words.tradingDay, words.kind, words.severity, words.component, words.text],
  ...[words.about, words.by],
]

async function linesOf({ startsOn, endsOn }: Row, reader: Reader, { say, when }: Told): Promise<Cells[]> {
  const rows = await reader.engine.db
    .selectFrom('logEntry as l')
    .leftJoin('component as c', 'c.id', 'l.component')
    .leftJoin('person as p', 'p.id', 'l.createdBy')
    .select([
      'l.number',
      'l.createdAt',
      'l.tradingDay',
      'l.kind',
      'l.severity',
      'l.text',
      'l.textEn',
      'l.subjectNumber',
    ])
    .select(['c.name as component', 'p.name as by'])
    .where('l.tradingDay', '>=', startsOn)
    .where('l.tradingDay', '<=', endsOn)
    .orderBy('l.id')
    .limit(mostLines)
    .execute()
  return rows.map((line) => [
    line.number,
    when(line.createdAt),
    line.tradingDay,
    say(logEntryWords.choices.kind[line.kind]),
    say(logEntryWords.choices.severity[line.severity]),
    line.component,
    reader.telling.lang === 'en' ? (line.textEn ?? line.text) : line.text,
    line.subjectNumber,
    line.by,
  ])
}
