import './line.table.ts'
import type { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { lookUp } from '../../../../platform/read/refs.ts'
import { ready } from '../../../../platform/transfer/export/out.ts'
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
import { sheetName } from '../../../../platform/transfer/export/xlsx.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import {
  decisionWords,
  kindWords,
  stocktakeDifferenceWords,
} from '../../stocktake-difference/stocktake-difference.words.ts'
import { blinded, type Figures } from '../figures.rules.ts'
import { resultLines, reportWords as words } from '../report.rules.ts'
import { countsBlind } from '../scope.rules.ts'
import type { stocktake } from '../stocktake.record.ts'
import { stocktakeWords } from '../stocktake.words.ts'
import { figuresOf } from './figures.ts'
import { type Difference, differencesOf, linesOf } from './report.ts'

type Row = RowOf<typeof stocktake>

const mostOnPaper = 2_000

/** The report of a stocktake as it is filed: signed, with the digests by which it can be checked. */
export const stocktakePaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const told = await telling(row, reader)
    const { say, figures, differences } = told
    const page = beginPaper(out, `${row.number} ${row.title}`, reader)
    page.small(`${say(stocktakeWords.name)}  ${row.number}  ${say(stocktakeWords.states[row.state])}`)
    page.title(row.title)
    for (const [label, text] of factsOf(row, told)) page.pair(say(label), text)
    page.heading(say(words.summary))
    page.table([words.result, words.quantity, words.share].map(say), [5, 2, 2], texts(summaryLines(figures, say)))
    page.heading(say(words.differences))
    if (differences.length === 0) page.paragraph(say(words.noDifferences))
    else page.table(differenceHeads(say), [3, 2, 3, 3, 2, 3], texts(differenceLines(told)).slice(0, mostOnPaper))
    if (differences.length > mostOnPaper) page.small(say(words.more))
    page.heading(say(words.byPlace))
    page.table(
      [words.place, words.expected, words.counted].map(say),
      [5, 2, 2],
      texts(placeLines(told)).slice(0, mostOnPaper),
    )
    page.heading(say(words.byCounter))
    page.table([words.counter, words.counts, words.first, words.last].map(say), [3, 1, 2, 2], texts(counterLines(told)))
    page.heading(say(words.proof))
    page.pair(say(words.approved), approvedOf(row, told))
    for (const [label, text] of proofsOf(row, told)) {
      page.small(say(label))
      page.paragraph(text)
    }
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const told = await telling(row, reader)
    const { say } = told
    const written = paperBook(out, reader)
    const sheet = (name: Words, rows: readonly Cells[]) => written.sheet(name, [34, 24], rows)
    sheet(words.summary, [
      [row.title, row.number],
      ...factsOf(row, told).map(([label, text]) => [say(label), text]),
      [],
      [words.result, words.quantity, words.share].map(say),
      ...summaryLines(told.figures, say),
      [],
      [say(words.approved), approvedOf(row, told)],
      ...proofsOf(row, told).map(([label, text]) => [say(label), text]),
    ])
    sheet(words.differences, [differenceHeads(say), ...differenceLines(told)])
    sheet(words.byPlace, [[words.place, words.expected, words.counted].map(say), ...placeLines(told)])
    sheet(words.byCounter, [[words.counter, words.counts, words.first, words.last].map(say), ...counterLines(told)])
    if (!countsBlind(row, reader.person.id)) await wholeList(written, out, row, reader, told)
    await written.book.commit()
  },
}

interface Told extends Speech {
  readonly figures: Figures
  readonly differences: readonly Difference[]
  readonly signed: string | null
}

/** Everything the report tells, with names, instants and words as whoever takes it out reads them. */
async function telling(row: Row, reader: Reader): Promise<Told> {
  const { engine, person } = reader
  const all = row.figures ?? (await figuresOf(engine.db, row.id))
  const figures = countsBlind(row, person.id) ? blinded(all) : all
  const differences = await differencesOf(engine.db, row.id)
  const { rows: signatures } = await sql<{ digest: Buffer }>`select digest from signature
    where record_id = ${row.id} and verb = 'approve' order by at desc limit 1`.execute(engine.db)
  const some = (ids: readonly (string | null)[]) => new Set(ids.flatMap((id) => id ?? []))
  const refs = await lookUp(
    engine,
    person,
    new Map([
      [
        'location',
        some([
          ...row.places,
          ...figures.places.map(({ id }) => id),
          ...differences.flatMap((one) => [one.expectedPlace, one.foundPlace]),
        ]),
      ],
      ['department', some(row.departments)],
      ['asset-category', some(row.categories)],
      [
        'person',
        some([
          ...[row.leader, row.submittedBy, row.approvedBy, ...row.counters, ...figures.counters.map(({ id }) => id)],
          ...differences.flatMap((one) => [one.expectedHolder, one.foundHolder]),
        ]),
      ],
    ]),
  )
  return {
    ...speechOf(reader, refs),
    figures,
    differences,
    signed: signatures[0]?.digest.toString('hex') ?? null,
  }
}

function factsOf(row: Row, { say, when, name }: Told): [Words, string][] {
  const scope = [...row.places, ...row.departments, ...row.categories].map(name).join(say(['、', ', ']))
  const span = [row.startedAt, row.finishedAt].map((at) => (at ? when(at) : '—')).join(' – ')
  return [
    [words.scope, scope || say(words.everything)],
    [words.mode, say(stocktakeWords.choices.mode[row.mode])],
    [words.span, span],
    [words.leader, name(row.leader)],
    [words.counter, row.counters.map(name).join(say(['、', ', ']))],
    [words.submitted, row.submittedAt ? `${when(row.submittedAt)}  ${name(row.submittedBy)}` : '—'],
  ]
}

const approvedOf = ({ approvedAt, approvedBy }: Row, { say, when, name }: Told): string =>
  approvedAt ? `${when(approvedAt)}  ${name(approvedBy)}` : say(words.notYet)

const proofsOf = (row: Row, { signed }: Told): [Words, string][] => [
  [words.frozen, row.frozenDigest ?? '—'],
  [words.digest, row.reportDigest ?? '—'],
  [words.signature, signed ?? '—'],
]

const texts = (rows: readonly Cells[]): string[][] => rows.map((cells) => cells.map((cell) => String(cell ?? '—')))

const summaryLines = (figures: Figures, say: Say): Cells[] => [
  [say(words.expected), figures.expected, null],
  ...resultLines(figures).map(({ words, n, share }): Cells => [say(words), n, share === null ? null : `${share} %`]),
]

const placeLines = ({ figures, say, name }: Told): Cells[] =>
  figures.places.map(({ id, expected, counted }) => [id ? name(id) : say(words.nowhere), expected, counted])

const counterLines = ({ figures, name, when }: Told): Cells[] =>
  figures.counters.map(({ id, counts, first, last }) => [name(id), counts, when(first), when(last)])

const differenceHeads = (say: Say): string[] =>
  [words.what, words.kind, words.expectedAt, words.foundAt, words.decision, words.outcome].map(say)

const differenceLines = ({ differences, say, name }: Told): Cells[] =>
  differences.map((one) => [
    one.label,
    say(kindWords[one.kind]),
    [name(one.expectedPlace), one.expectedHolder && name(one.expectedHolder)].filter(Boolean).join(' · '),
    [name(one.foundPlace), one.foundHolder && name(one.foundHolder)].filter(Boolean).join(' · '),
    [one.decision && say(decisionWords[one.decision]), one.reason].filter(Boolean).join(': '),
    [say(stocktakeDifferenceWords.states[one.state]), one.whyNot && say([one.whyNot, one.whyNotEn ?? one.whyNot])]
      .filter(Boolean)
      .join(': '),
  ])

/** Every expected asset with what came of it, a handful at a time however many there are. */
async function wholeList(
  { book, values }: ReturnType<typeof paperBook>,
  out: PassThrough,
  row: Row,
  { engine }: Reader,
  { say, when }: Told,
): Promise<void> {
  const made = book.addWorksheet(sheetName(say(words.list)), { views: [{ state: 'frozen', ySplit: 1 }] })
  const heads = [
    words.tag,
    words.name,
    words.place,
    words.holder,
    words.result,
    words.foundPlace,
    words.foundHolder,
    words.counter,
    words.countedAt,
  ]
  made.columns = heads.map((head) => ({ header: say(head), width: 20, style: { numFmt: '@' } }))
  for await (const lines of linesOf(engine.db, row.id)) {
    for (const line of lines) {
      const result = line.kind ? kindWords[line.kind] : words.found
      const cells = [
        line.tag,
        line.name,
        line.place,
        line.holder,
        say(result),
        line.foundPlace,
        line.foundHolder,
        line.counter,
      ]
      made.addRow(values([...cells, line.countedAt && when(line.countedAt)])).commit()
    }
    await ready(out)
  }
  made.commit()
}
