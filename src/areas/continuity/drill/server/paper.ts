import '../../server/tables.ts'
import { lookUp, refsOf } from '../../../../platform/read/refs.ts'
import type { Paper, Reader } from '../../../../platform/transfer/export/paper.ts'
import {
  beginPaper,
  endPaper,
  paperBook,
  type Say,
  speechOf,
} from '../../../../platform/transfer/export/paper-parts.ts'
import { wallText } from '../../../../platform/transfer/wall.ts'
import type { AnyRow } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { drillFaultWords } from '../../drill-fault/drill-fault.words.ts'
import { drill } from '../drill.record.ts'
import { drillWords } from '../drill.words.ts'
import { linesOf, type Objectives, scoreNames } from '../measure.rules.ts'
import { lineWords, reportWords as words } from '../report.words.ts'
import { momentsOf } from './course.beside.ts'
import { type DrillRow, measured } from './course.ts'

const { fields, states, choices } = drillWords

interface Part {
  readonly heading: Words
  readonly heads: readonly string[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** What the report says, once for every form of it. */
async function told(row: DrillRow, reader: Reader) {
  const { engine, person, telling } = reader
  const refs = await refsOf(engine, drill, person, [row as unknown as AnyRow])
  const { say, when, name } = speechOf(reader, refs)
  const facts: [string, string][] = [
    [say(fields.plan), refs[row.plan] ? `${refs[row.plan]?.number} ${refs[row.plan]?.label}` : '—'],
    [say(fields.kind), say(choices.kind[row.kind])],
    [say(fields.lead), name(row.lead)],
    [say(fields.observers), row.observers.map(name).join(' · ') || '—'],
    [say(fields.startedAt), row.startedAt ? `${when(row.startedAt)}  ${name(row.startedBy)}` : '—'],
    [say(fields.decidedAt), row.decidedAt ? `${when(row.decidedAt)}  ${name(row.decidedBy)}` : '—'],
    [say(fields.finishedAt), row.finishedAt ? when(row.finishedAt) : '—'],
    [say(fields.outcome), row.outcome ? say(choices.outcome[row.outcome]) : '—'],
    [say(fields.score), row.score === null ? '—' : `${row.score} / 100`],
  ]
  return {
    say,
    facts,
    parts: [
      await timesPart(row, reader, say),
      await faultsPart(row, reader, say),
      await coursePart(row, reader, say, (at) => wallText(telling.wall, at).slice(11, 19)),
      ...(row.score === null ? [] : [marksPart(row, say)]),
      await actionsPart(row, reader, say),
    ],
  }
}

async function timesPart(row: DrillRow, { engine }: Reader, say: Say): Promise<Part> {
  const came = await measured(engine.db, row, engine.clock.now())
  const lines =
    came && row.restoreMinutes !== null ? linesOf(row as Objectives, { ...came, loss: row.loss }, row.kind) : []
  return {
    heading: words.times,
    heads: [words.what, words.objective, words.took, words.result].map(say),
    shares: [3, 2, 2, 2],
    rows: lines.map(({ name, objective, took, met }) => [
      say(lineWords[name]),
      `${objective}`,
      took === null ? say(words.never) : `${took}`,
      say(met ? words.met : words.missed),
    ]),
  }
}

async function faultsPart({ id }: DrillRow, { engine, telling }: Reader, say: Say): Promise<Part> {
  const rows = await engine.db.selectFrom('drillFault').selectAll().where('drill', '=', id).orderBy('id').execute()
  const time = (at: string | null) => (at === null ? '—' : wallText(telling.wall, at).slice(11, 19))
  const { fields: of, states: state, choices: choice } = drillFaultWords
  return {
    heading: words.faults,
    heads: [of.component, of.kind, of.injectedAt, of.endedAt, words.result].map(say),
    shares: [3, 2, 2, 2, 2],
    rows: rows.map((one) => [
      one.title ?? '—',
      say(choice.kind[one.kind]),
      time(one.injectedAt),
      time(one.endedAt),
      say(state[one.state]),
    ]),
  }
}

async function coursePart(row: DrillRow, { engine, person }: Reader, say: Say, time: (at: string) => string) {
  const moments = row.startedAt === null ? [] : await momentsOf({ db: engine.db, now: engine.clock.now() }, row)
  const refs = await lookUp(engine, person, new Map([['person', new Set(moments.flatMap(({ by }) => by ?? []))]]))
  const eventOf = ({ record, number, title, verb, state }: (typeof moments)[number]): string => {
    const { words: of } = engine.registry.get(record)
    const done = (of.verbs as Record<string, Words>)[verb]
    const led = (of.states as Record<string, Words>)[state ?? '']
    const what = verb === 'create' || !done ? '' : ` ${say(done)}`
    return `${say(of.name)} ${number}${title ? ` ${title}` : ''}${what}${led ? ` → ${say(led)}` : ''}`
  }
  return {
    heading: words.course,
    heads: [words.at, words.who, words.event].map(say),
    shares: [2, 2, 9],
    rows: moments.map((one) => [
      time(one.at),
      one.by === null ? say(words.system) : (refs[one.by]?.label ?? one.byName),
      one.text ? `${eventOf(one)}: ${one.text}` : eventOf(one),
    ]),
  }
}

const marksPart = (row: DrillRow, say: Say): Part => ({
  heading: words.scores,
  heads: scoreNames.map((name) => say(fields[name])),
  shares: scoreNames.map(() => 1),
  rows: [scoreNames.map((name) => `${row[name] ?? '—'}`)],
})

async function actionsPart({ id }: DrillRow, { engine, person }: Reader, say: Say): Promise<Part> {
  const rows = await engine.db
    .selectFrom('action')
    .select(['number', 'title', 'owner', 'due'])
    .where('drill', '=', id)
    .orderBy('due')
    .execute()
  const refs = await lookUp(engine, person, new Map([['person', new Set(rows.map(({ owner }) => owner))]]))
  return {
    heading: words.actions,
    heads: [words.action, words.owner, words.due].map(say),
    shares: [6, 2, 2],
    rows: rows.map(({ number, title, owner, due }) => [`${number} ${title}`, refs[owner]?.label ?? '—', due]),
  }
}

/** The report of a drill: what was wanted, what happened, what it came to and what is done about it. */
export const drillPaper: Paper<DrillRow> = {
  async pdf(out, row, reader) {
    const { say, facts, parts } = await told(row, reader)
    const page = beginPaper(out, `${row.number} ${row.title}`, reader)
    page.small(`${say(drillWords.name)}  ${row.number}  ${say(states[row.state])}`)
    page.title(row.title)
    for (const [label, text] of facts) page.pair(label, text)
    for (const [label, text] of [
      [fields.scope, row.scope],
      [fields.safety, row.safety],
      [fields.conclusion, row.conclusion],
    ] as const) {
      if (!text) continue
      page.heading(say(label))
      page.paragraph(text)
    }
    for (const { heading, heads, shares, rows } of parts) {
      if (rows.length === 0) continue
      page.heading(say(heading))
      page.table(heads, shares, rows)
    }
    endPaper(page, row.number, reader)
  },

  async xlsx(out, row, reader) {
    const { facts, parts } = await told(row, reader)
    const { book, ...written } = paperBook(out, reader)
    written.sheet(drillWords.name, [24, 60], [[row.number, row.title], ...facts])
    for (const { heading, heads, rows } of parts) written.sheet(heading, [24, 24], [heads, ...rows])
    await book.commit()
  },
}
