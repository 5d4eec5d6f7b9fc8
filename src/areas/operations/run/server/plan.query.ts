import type { Kysely } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import { isSatisfied } from '../../run-step/run-step.rules.ts'
import type { RunStepRow } from '../../run-step/server/order.ts'
import { type RunbookRow, stepsOf } from '../../runbook/server/steps.ts'
import { run } from '../run.record.ts'
import { expectedOf, isLongerThanUsual, type Usual } from '../usual.rules.ts'
import { placed, type RunRow } from './begin.ts'
import { usualOf } from './usual.ts'

const instant = z.iso.datetime()

const planStep = z.object({
  key: z.string(),
  position: z.int(),
  title: z.string(),
  titleEn: z.string().nullable(),
  /** When it was to be, by the run's due time, the runbook's times and how long it usually takes. */
  plannedFrom: instant,
  plannedTo: instant,
  deadlineAt: instant.nullable(),
  startedAt: instant.nullable(),
  /** When it was satisfied; null while it is not. */
  endedAt: instant.nullable(),
  state: z.string().nullable(),
  isLate: z.boolean(),
  /** It takes, or took, longer than nine times of ten. */
  isLong: z.boolean(),
  /** Of the last finished runs: seconds. */
  usual: z.object({ median: z.number(), p90: z.number(), runs: z.int() }).nullable(),
})

/** The plan of a trading day against what happened. */
export const dayPlan = query({
  path: '/api/duty/plan',
  allow: run.access.read,
  summary: 'The runs of a trading day step by step: when each was to be, when it was, and how long it usually takes.',
  input: z.object({ day: z.iso.date().optional() }),
  output: z.object({
    tradingDay: z.string().nullable(),
    runs: z.array(
      z.object({
        runbook: z.object({ number: z.string(), code: z.string(), title: z.string(), titleEn: z.string().nullable() }),
        startBy: z.enum(['hand', 'clock']),
        dueAt: instant.nullable(),
        run: z
          .object({ number: z.string(), state: z.string(), startedAt: instant, endedAt: instant.nullable() })
          .nullable(),
        steps: z.array(planStep),
      }),
    ),
  }),
  async run({ db, now, engine }, { day: asked }) {
    const day = asked ?? engine.tradingDay(now)
    if (day === null) return { tradingDay: null, runs: [] }
    const calendar = await effectiveCalendar(db)
    const books = (await db
      .selectFrom('runbook')
      .selectAll()
      .where('state', '=', 'effective')
      .execute()) as RunbookRow[]
    const runs = (await db
      .selectFrom('run')
      .selectAll()
      .where('tradingDay', '=', day)
      .where('dry', '=', false)
      .orderBy('id')
      .execute()) as RunRow[]
    const steps = await stepsOfAll(
      db,
      runs.map(({ id }) => id),
    )
    const daily = books.filter(({ schedule }) => schedule === 'each-trading-day')
    const usual = await usualOf(db, [
      ...new Set([...daily.map(({ code }) => code), ...runs.map(({ runbookCode }) => runbookCode ?? '')]),
    ])
    const begun = runs.map((one) => {
      const book = books.find(({ code }) => code === one.runbookCode)
      const dueAt = book?.schedule === 'each-trading-day' ? placed(calendar, day, book.dueAnchor) : null
      const own = steps.filter((step) => step.run === one.id)
      const { number, state, createdAt: startedAt, finishedAt: endedAt } = one
      return {
        runbook: {
          number: book?.number ?? number,
          code: one.runbookCode ?? '',
          title: one.title ?? number,
          titleEn: one.titleEn,
        },
        startBy: book?.startBy ?? ('hand' as const),
        dueAt,
        run: { number, state, startedAt, endedAt },
        steps: begunSteps(own, dueAt ?? startedAt, usual.get(one.runbookCode ?? '') ?? none, now),
      }
    })
    const waiting = []
    for (const book of daily) {
      const dueAt = placed(calendar, day, book.dueAnchor)
      if (dueAt === null || runs.some(({ runbookCode }) => runbookCode === book.code)) continue
      const { number, code, title, titleEn, startBy } = book
      waiting.push({
        ...{ runbook: { number, code, title, titleEn }, startBy, dueAt, run: null },
        steps: await plannedSteps(db, calendar, book, day, dueAt, usual.get(code) ?? none),
      })
    }
    const at = (one: { dueAt: string | null; run: { startedAt: string } | null }) =>
      one.dueAt ?? one.run?.startedAt ?? ''
    return { tradingDay: day, runs: [...begun, ...waiting].sort((a, b) => at(a).localeCompare(at(b))) }
  },
})

const none: ReadonlyMap<string, Usual> = new Map()

async function stepsOfAll(db: Kysely<Tables>, runs: readonly string[]): Promise<RunStepRow[]> {
  if (runs.length === 0) return []
  const rows = await db.selectFrom('runStep').selectAll().where('run', 'in', runs).orderBy('position').execute()
  return rows as RunStepRow[]
}

function begunSteps(steps: readonly RunStepRow[], begin: string, usual: ReadonlyMap<string, Usual>, now: string) {
  const expected = expectedOf(steps, begin, usual)
  return steps.map((step) => {
    const { key, position, title, titleEn, deadlineAt, startedAt, state } = step
    const endedAt = isSatisfied(step) ? (step.checkedAt ?? step.waivedAt ?? step.doneAt) : null
    const { from: plannedFrom, to: plannedTo } = expected.get(key) as { from: string; to: string }
    const took = startedAt ? (Date.parse(endedAt ?? now) - Date.parse(startedAt)) / 1_000 : 0
    return {
      ...{ key, position, title, titleEn, plannedFrom, plannedTo, deadlineAt, startedAt, endedAt, state },
      isLate: step.lateAt !== null,
      isLong: isLongerThanUsual(usual.get(key) ?? null, took),
      usual: usual.get(key) ?? null,
    }
  })
}

async function plannedSteps(
  db: Kysely<Tables>,
  calendar: TradingCalendar | null,
  book: RunbookRow,
  day: string,
  dueAt: string,
  usual: ReadonlyMap<string, Usual>,
) {
  const { steps } = await stepsOf(db, book)
  const marked = steps.map((step) => ({ ...step, earliestAt: placed(calendar, day, step.earliest) }))
  const expected = expectedOf(marked, dueAt, usual)
  return marked.map(({ key, title: [title, titleEn], deadline }, at) => {
    const { from: plannedFrom, to: plannedTo } = expected.get(key) as { from: string; to: string }
    return {
      ...{ key, position: at + 1, title, titleEn, plannedFrom, plannedTo },
      ...{ deadlineAt: placed(calendar, day, deadline), startedAt: null, endedAt: null, state: null },
      ...{ isLate: false, isLong: false, usual: usual.get(key) ?? null },
    }
  })
}
