import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import { beginPaper, endPaper, paperBook, speechOf } from '../../../../platform/transfer/export/paper-parts.ts'
import type { AnyRow, RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import { type ControlState, controlStates } from '../../control/state.rules.ts'
import { controlStateWords as stateWords } from '../../control/state.words.ts'
import { figureWords, lineWords } from '../figures.words.ts'
import { managementReview } from '../management-review.record.ts'
import { linesOf } from '../management-review.rules.ts'
import { managementReviewWords } from '../management-review.words.ts'

type Row = RowOf<typeof managementReview>
const { fields, states } = managementReviewWords

interface Part {
  readonly heading: Words
  readonly heads: readonly Words[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

async function told(row: Row, reader: Reader) {
  const { engine, person, telling } = reader
  const { say, when, name } = speechOf(
    reader,
    await refsOf(engine, managementReview, person, [row as unknown as AnyRow]),
  )
  const title = telling.lang === 'en' ? (row.titleEn ?? row.title) : row.title
  const facts: [string, string][] = [
    [say(fields.startsOn), `${row.startsOn} – ${row.endsOn}`],
    [say(fields.heldOn), row.heldOn ?? '—'],
    [say(fields.chair), name(row.chair)],
    [say(fields.participants), row.participants.map(name).join(' · ') || '—'],
    [say(fields.compiledAt), row.compiledAt ? when(row.compiledAt) : '—'],
    [say(fields.signedAt), row.signedAt ? `${when(row.signedAt)}  ${name(row.signedBy)}` : '—'],
  ]
  const count = (of: Record<ControlState, number>) =>
    controlStates.map((one) => `${say(stateWords[one])} ${of[one]}`).join(' · ')
  const parts: Part[] = row.figures
    ? [
        {
          heading: figureWords.figures,
          heads: [figureWords.what, figureWords.count],
          shares: [4, 2],
          rows: linesOf(row.figures).map(([key, value]) => [say(lineWords[key]), value]),
        },
        {
          heading: figureWords.controls,
          heads: [figureWords.area, figureWords.before, figureWords.after],
          shares: [2, 5, 5],
          rows: row.figures.areas.map(({ area, before, after }) => [
            say(areaWords[area as RuleArea]),
            count(before),
            count(after),
          ]),
        },
      ]
    : []
  return { say, title, facts, parts: [...parts, await decisionsPart(row, reader)] }
}

async function decisionsPart({ id }: Row, { engine, person, telling }: Reader): Promise<Part> {
  const rows = await engine.db
    .selectFrom('action')
    .select(['number', 'title', 'owner', 'due', 'state'])
    .where('managementReview', '=', id)
    .orderBy('number')
    .execute()
  const refs = await lookUp(engine, person, new Map([['person', new Set(rows.map(({ owner }) => owner))]]))
  const of = engine.registry.get('action').words.states as Record<string, Words>
  const say = (pair: Words | undefined) => pair?.[telling.lang === 'en' ? 1 : 0] ?? ''
  return {
    heading: figureWords.decisions,
    heads: [figureWords.decision, figureWords.owner, figureWords.due, figureWords.state],
    shares: [6, 2, 2, 2],
    rows: rows.map(({ number, title, owner, due, state }) => [
      ...[`${number} ${title}`, refs[owner]?.label ?? '—', due, say(of[state])],
    ]),
  }
}

/** A review by management as it is filed: figures, minutes, decisions, and under which digest it was signed. */
export const managementReviewPaper: Paper<Row> = {
  async pdf(out, row, reader) {
    const { say, title, facts, parts } = await told(row, reader)
    const page = beginPaper(out, `${row.number} ${title}`, reader)
    page.small(`${say(managementReviewWords.name)}  ${row.number}  ${say(states[row.state])}`)
    page.title(title)
    for (const [label, text] of facts) page.pair(label, text)
    for (const [label, text] of [
      [fields.agenda, row.agenda],
      [fields.minutes, row.minutes],
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
    sheet(managementReviewWords.name, [24, 60], [[row.number, title], ...facts])
    for (const { heading, heads, rows } of parts) sheet(heading, [32, 40], [heads.map(say), ...rows])
    await book.commit()
  },
}
