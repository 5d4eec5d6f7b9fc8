import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import { dueState } from '../due.rules.ts'
import { run } from '../run.record.ts'
import { placed } from './begin.ts'

const shownRun = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['in-progress', 'finished', 'aborted']),
  startedAt: z.string(),
  settled: z.int(),
  total: z.int(),
  /** Steps past their deadline and not settled; and those that need a hand: failed, timed out, unknown. */
  late: z.int(),
  troubled: z.int(),
})

/** For the duty console: what is to be run on a trading day, where each stands, and whatever else is in progress. */
export const dutyDue = query({
  path: '/api/duty/due',
  allow: run.access.read,
  summary: 'The runs due on a trading day (by default the present one), with where each stands',
  input: z.object({ day: z.iso.date().optional() }),
  output: z.object({
    tradingDay: z.string().nullable(),
    items: z.array(
      z.object({
        runbook: z.object({
          id: z.string(),
          number: z.string(),
          code: z.string(),
          title: z.string(),
          titleEn: z.string().nullable(),
          kind: z.string(),
        }),
        dueAt: z.string().nullable(),
        state: z.enum(['due', 'late', 'missed', 'in-progress', 'finished', 'aborted']),
        run: shownRun.nullable(),
      }),
    ),
  }),
  async run({ db, now, engine }, { day: asked }) {
    const today = engine.tradingDay(now)
    const day = asked ?? today
    return { tradingDay: day, items: await dueOn(db, { now, day, today, underWay: asked === undefined }) }
  },
})

interface When {
  readonly now: string
  readonly day: string | null
  readonly today: string | null
  /** Whatever else is in progress too. */
  readonly underWay: boolean
}

/** What is to be run on a trading day and where each stands, in the order of time. */
export async function dueOn(db: Kysely<Tables>, { now, day, today, underWay }: When) {
  const calendar = await effectiveCalendar(db)
  const runbooks = await db
    .selectFrom('runbook')
    .select(['id', 'number', 'code', 'title', 'titleEn', 'kind', 'schedule', 'dueAnchor'])
    .where('state', '=', 'effective')
    .orderBy('code')
    .execute()
  const { rows: runs } = await sql<z.output<typeof shownRun> & { code: string; tradingDay: string | null }>`
    select r.id, r.number, r.state, r.runbook_code as code, r.trading_day as "tradingDay", r.created_at as "startedAt",
      count(*)::int as total,
      (count(*) filter (where settled))::int as settled,
      (count(*) filter (where not settled and s.late_at is not null))::int as late,
      (count(*) filter (where s.state in ('failed', 'timed-out', 'unknown', 'waive-asked')))::int as troubled
    from run r join run_step s on s.run = r.id,
      lateral (select s.state in ('checked', 'waived') or (s.state = 'done' and s.checker_post is null) as settled) x
    where r.trading_day = ${day} or (r.state = 'in-progress' and ${underWay})
    group by r.id order by r.created_at desc`.execute(db)
  const items = runbooks.flatMap(({ schedule, dueAnchor, ...runbook }) => {
    const own = runs.filter(({ code }) => code === runbook.code)
    const daily = schedule === 'each-trading-day' && day !== null
    const dueAt = daily ? placed(calendar, day, dueAnchor) : null
    // A daily one whose session this day does not have is not due.
    const isDue = daily && (dueAt !== null || dueAnchor === null)
    const latest = own.find(({ tradingDay }) => tradingDay === day) ?? null
    const others = own.filter((one) => one !== latest && one.state === 'in-progress')
    const shown = isDue || latest !== null ? [latest, ...others] : others
    return shown.map((one) => ({
      runbook,
      dueAt: one === latest ? dueAt : null,
      state: dueState(one, { dueAt, now, day: day ?? '', today }),
      run: one,
    }))
  })
  return items.sort(byTime)
}

const byTime = (a: { dueAt: string | null }, b: { dueAt: string | null }): number =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')
