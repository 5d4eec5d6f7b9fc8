import '../../server/tables.ts'
import Excel from 'exceljs'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import { takenBy } from '../../../../platform/transfer/export/file.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPdf, endPdf, type Pdf, quiet, rule } from '../../../../platform/transfer/export/pdf.ts'
import { pageOn } from '../../../../platform/transfer/export/pdf-page.ts'
import { cellValue, sheetName } from '../../../../platform/transfer/export/xlsx.ts'
import { wallText } from '../../../../platform/transfer/wall.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import { say as inLang, type Words } from '../../../../record/words.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import type { Figures } from '../figures.rules.ts'
import { levelReport } from '../level-report.record.ts'
import { levelReportWords } from '../level-report.words.ts'
import { flowPicture, type Picture, sharePicture, type Tone } from '../picture.rules.ts'
import { clockWords, heldWords, rowsOf, summaryOf, reportWords as words } from '../report.rules.ts'

type Row = RowOf<typeof levelReport>

/** The report as the customer files it: the same on paper as on the screen, and its figures as a workbook. */
export const levelReportPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say, when, name } = told
    const { lang } = reader.telling
    const title = titleOf(row, lang)
    const page = pageOn(beginPdf(out, `${row.number} ${title}`, lang, 'portrait'))
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
    endPdf(
      page.pdf,
      `${row.number} · ${takenBy(reader.engine, reader.person)} · ${when(reader.engine.clock.now())}`,
      lang,
    )
  },

  async xlsx(out, row, reader) {
    const { say, facts } = await telling(row, reader)
    const { lang } = reader.telling
    const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
    const sheet = (name: Words, rows: readonly (readonly (string | number | null)[])[]) => {
      const made = book.addWorksheet(sheetName(say(name)))
      made.columns = (rows[0] ?? []).map((_, n) => ({ width: n === 0 ? 28 : 16 }))
      for (const cells of rows)
        made
          .addRow(cells.map((cell) => (typeof cell === 'string' ? cellValue({ is: 'text', text: cell }, lang) : cell)))
          .commit()
      made.commit()
    }
    const { figures } = row
    sheet(words.summary, [
      [titleOf(row, lang), row.number],
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

type Say = (pair: Words) => string

interface Told {
  readonly say: Say
  readonly when: (instant: string) => string
  readonly name: (id: string | null) => string
  readonly facts: readonly (readonly [Words, string])[]
}

const titleOf = (row: Row, lang: 'zh' | 'en'): string => (lang === 'en' ? row.titleEn : row.title) ?? row.number

/** Names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, { engine, person, telling }: Reader): Promise<Told> {
  const refs = await refsOf(engine, levelReport, person, [row as unknown as AnyRow])
  const say: Say = (pair) => inLang(pair, telling.lang)
  const when = (instant: string) => wallText(telling.wall, instant).slice(0, 16)
  const name = (id: string | null) => (id === null ? '—' : (refs[id]?.label ?? '—'))
  return {
    say,
    when,
    name,
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

function tables(page: ReturnType<typeof pageOn>, figures: Figures, { say }: Told): void {
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
    drawn(page.pdf, flowPicture(figures.months), x, y + 13, half)
    drawn(page.pdf, sharePicture(figures.months, figures.share), x + half + 16, y + 13, half)
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

const colours: Readonly<Record<Tone, string>> = {
  in: '#1668dc',
  out: '#2e7d32',
  backlog: '#a85800',
  promise: '#c62828',
  rule,
}

/** What each colour means, in its colour. */
function legend(pdf: Pdf, x: number, y: number, tones: readonly (readonly [Tone, string])[]): void {
  let at = x
  for (const [tone, text] of tones) {
    pdf.rect(at, y + 3, 7, 7).fill(colours[tone])
    pdf
      .fontSize(9)
      .fillColor(quiet)
      .text(text, at + 10, y, { lineBreak: false })
    at += pdf.widthOfString(text) + 24
  }
}

/** The picture as vectors, as wide as it is given room. */
function drawn(pdf: Pdf, { width, bars, lines, texts }: Picture, x: number, y: number, room: number): void {
  const scale = room / width
  for (const bar of bars)
    pdf.rect(x + bar.x * scale, y + bar.y * scale, bar.width * scale, bar.height * scale).fill(colours[bar.tone])
  for (const { points, tone, dashed } of lines) {
    for (const [n, [px, py]] of points.entries()) {
      if (n === 0) pdf.moveTo(x + px * scale, y + py * scale)
      else pdf.lineTo(x + px * scale, y + py * scale)
    }
    pdf.lineWidth(0.8).strokeColor(colours[tone])
    if (dashed) pdf.dash(3, { space: 2 })
    pdf.stroke().undash()
  }
  for (const { x: tx, y: ty, text, at } of texts) {
    pdf.fontSize(7).fillColor(quiet)
    const wide = pdf.widthOfString(text)
    const shift = at === 'start' ? 0 : at === 'middle' ? wide / 2 : wide
    pdf.text(text, x + tx * scale - shift, y + ty * scale - 7, { lineBreak: false })
  }
}
