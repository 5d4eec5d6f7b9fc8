import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  type Cells,
  endPaper,
  paperBook,
  type Say,
  type Speech,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import type { Figures } from '../figures.rules.ts'
import { levelReport } from '../level-report.record.ts'
import { levelReportWords } from '../level-report.words.ts'
import { flowPicture, sharePicture } from '../picture.rules.ts'
import { clockWords, heldWords, rowsOf, summaryOf, reportWords as words } from '../report.rules.ts'
import { draw, legend } from './picture.ts'

type Row = RowOf<typeof levelReport>

/** The report as the customer files it: the same on paper as on the screen, and its figures as a workbook. */
export const levelReportPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say, when, name } = told
    const title = titleOf(row, reader.telling.lang)
    const page = beginPaper(out, `${row.number} ${title}`, reader)
    page.small(`${say(levelReportWords.name)}  ${row.number}  ${say(levelReportWords.states[row.state])}`)
    page.title(title)
    for (const [label, text] of told.facts) page.pair(say(label), text)
    const { figures } = row
    if (figures) tables(page, figures, told)
    if (row.comment) {
      page.heading(say(words.comment))
      page.paragraph(row.comment)
    }
    const actions = await actionsOf(row, reader)
    if (actions.length > 0) {
      page.heading(say(words.actions))
      page.table([say(words.title), say(words.owner), say(words.due)], [5, 2, 2], actions)
    }
    page.heading(say(words.acknowledged))
    page.paragraph(row.acknowledgedAt ? `${when(row.acknowledgedAt)}  ${name(row.acknowledgedBy)}` : say(words.awaited))
    if (row.remarks) page.paragraph(`${say(words.remarks)}: ${row.remarks}`)
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { say, facts } = await telling(row, reader)
    const { book, ...written } = paperBook(out, reader)
    const sheet = (name: Words, rows: readonly Cells[]) => written.sheet(name, [28, 16], rows)
    const { figures } = row
    sheet(words.summary, [
      [titleOf(row, reader.telling.lang), row.number],
      ...facts.map(([label, text]) => [say(label), text]),
      ...(figures
        ? [
            [words.figure, words.now, words.before, words.promised, words.outcome].map(say),
            ...summaryLines(figures, say),
          ]
        : []),
    ])
    if (figures) {
      sheet(words.byPriority, [keptHeads(say), ...keptLines(figures, say)])
      sheet(words.missedOnes, [missedHeads(say), ...missedLines(figures, say)])
      sheet(words.trend, [
        [
          words.period,
          words.in,
          words.out,
          words.backlog,
          words.judged,
          words.kept,
          words.availability,
          words.down,
          words.grade,
        ].map(say),
        ...figures.months.map((one) => [
          one.month,
          one.in,
          one.out,
          one.backlog,
          one.judged,
          one.kept,
          one.availability,
          one.down,
          one.grade,
        ]),
      ])
    }
    await book.commit()
  },
}

interface Told extends Speech {
  readonly facts: readonly (readonly [Words, string])[]
}

const titleOf = (row: Row, lang: 'zh' | 'en'): string => (lang === 'en' ? row.titleEn : row.title) ?? row.number

/** Names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader): Promise<Told> {
  const { engine, person } = reader
  const refs = await refsOf(engine, levelReport, person, [row as unknown as AnyRow])
  const speech = speechOf(reader, refs)
  const { say, when, name } = speech
  return {
    ...speech,
    facts: [
      [words.period, row.month.slice(0, 7)],
      [words.service, name(row.service)],
      [words.customer, name(row.customer)],
      [words.agreement, refs[row.agreement] ? `${refs[row.agreement]?.number} ${refs[row.agreement]?.label}` : '—'],
      [words.owner, name(row.owner)],
      [words.contact, name(row.contact)],
      [words.issued, row.issuedAt ? `${when(row.issuedAt)}  ${name(row.issuedBy)}` : say(words.draft)],
    ],
  }
}

function tables(page: ReturnType<typeof beginPaper>, figures: Figures, { say }: Told): void {
  page.heading(say(words.summary))
  page.table(
    [words.figure, words.now, words.before, words.promised, words.outcome].map(say),
    [4, 2, 2, 2, 2],
    summaryLines(figures, say),
  )
  page.heading(say(words.trend))
  page.room(130, (x, y, width) => {
    const half = width / 2 - 8
    legend(page.pdf, x, y, [
      ['in', say(words.in)],
      ['out', say(words.out)],
      ['backlog', say(words.backlog)],
    ])
    legend(page.pdf, x + half + 16, y, [
      ['out', `${say(words.share)} (%)`],
      ['promise', say(words.promised)],
    ])
    draw(page.pdf, flowPicture(figures.months), x, y + 13, half)
    draw(page.pdf, sharePicture(figures.months, figures.share), x + half + 16, y + 13, half)
  })
  page.heading(say(words.byPriority))
  page.table(
    keptHeads(say),
    [3, 2, 2, 2, 2, 2, 2],
    keptLines(figures, say).map((cells) => cells.map(String)),
  )
  page.heading(say(words.missedOnes))
  if (figures.missed.length === 0) page.paragraph(say(words.noneMissed))
  else page.table(missedHeads(say), [3, 6, 2, 3], missedLines(figures, say))
  if (figures.missedCount > figures.missed.length) page.small(say(words.more))
}

const summaryLines = (figures: Figures, say: Say): string[][] =>
  summaryOf(figures).map(({ label, now, before, promised, held }) => [
    say(label),
    now,
    before,
    promised,
    say(heldWords(held)),
  ])

const keptHeads = (say: Say): string[] =>
  [words.priority, words.clock, words.minutes, words.judged, words.kept, words.rate, words.outcome].map(say)
const keptLines = (figures: Figures, say: Say): (string | number)[][] =>
  rowsOf(figures).map(({ priority, clock, kept, rate, held }) => [
    ...[say(priority), say(clock), kept.minutes, kept.judged, kept.kept, rate, say(heldWords(held))],
  ])

const missedHeads = (say: Say): string[] => [words.number, words.title, words.priority, words.clocks].map(say)
const missedLines = ({ missed }: Figures, say: Say): string[][] =>
  missed.map(({ number, title, priority, clocks }) => [
    number,
    title,
    say(incidentWords.choices.priority[priority]),
    clocks.map((clock) => say(clockWords(clock))).join(' · '),
  ])

async function actionsOf({ actions }: Row, { engine, person }: Reader): Promise<string[][]> {
  if (actions.length === 0) return []
  const rows = await engine.db
    .selectFrom('action')
    .select(['id', 'title', 'owner', 'due'])
    .where('id', 'in', actions)
    .orderBy('due')
    .execute()
  const refs = await lookUp(
    engine,
    person,
    new Map([[engine.directory.record.name, new Set(rows.map(({ owner }) => owner))]]),
  )
  return rows.map(({ title, owner, due }) => [title, refs[owner]?.label ?? '—', due])
}
