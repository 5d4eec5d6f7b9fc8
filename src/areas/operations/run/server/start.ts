import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { Words } from '../../../../record/words.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { type RunbookRow, stepsOf } from '../../runbook/server/steps.ts'
import { run } from '../run.record.ts'
import { canStillStart, wasAway } from '../start.rules.ts'
import { placed } from './begin.ts'

/** Key of the alarm that a run did not begin by itself. */
export const missedRunKey = (code: string, day: string): string => `missed-run:${code}:${day}`

/**
 * Begins the runs that the clock begins: once for each runbook and trading day. What fell due while no server was there is begun late
 * where a deadline is still to come (O6), and is an alarm otherwise. A run that somebody has begun by hand is the run of that day.
 */
export async function startDue(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  const day = engine.tradingDay(now)
  const books = (await engine.db
    .selectFrom('runbook')
    .selectAll()
    .where('state', '=', 'effective')
    .where('startBy', '=', 'clock')
    .where('schedule', '=', 'each-trading-day')
    .execute()) as RunbookRow[]
  if (day === null || books.length === 0) return
  const calendar = await effectiveCalendar(engine.db)
  const begun = await engine.db.selectFrom('runStart').select('code').where('tradingDay', '=', day).execute()
  const settled = new Set(begun.map(({ code }) => code))
  for (const book of books) {
    const dueAt = placed(calendar, day, book.dueAnchor)
    if (settled.has(book.code) || dueAt === null || dueAt > now) continue
    await start(engine, calendar, book, day, dueAt).catch((error) => {
      if (!(error instanceof Refusal)) throw error
      return engine.inTx(asSystem('clock'), (tx) => giveUp(tx, book, day, error.faults[0]?.text ?? error.text))
    })
  }
}

const start = (engine: Engine, calendar: TradingCalendar | null, book: RunbookRow, day: string, dueAt: string) =>
  engine.inTx(asSystem('clock'), async (tx) => {
    if (!(await claim(tx, book, day))) return
    const there = await tx.db
      .selectFrom('run')
      .select('id')
      .where('runbookCode', '=', book.code)
      .where('tradingDay', '=', day)
      .executeTakeFirst()
    if (there) return
    const { steps } = await stepsOf(tx.db, book)
    const deadlines = steps.flatMap(({ deadline }) => placed(calendar, day, deadline) ?? [])
    if (!canStillStart(deadlines, tx.now)) {
      await tellMissed(tx, book, day, [
        '应开始时服务器未运行,各步骤的最晚时间均已过',
        'no server ran when it was due, and every deadline of its steps has passed',
      ])
      return
    }
    const made = await tx.create(run, { runbook: book.id })
    if (wasAway(dueAt, tx.now))
      await writeLog(tx, {
        kind: 'run',
        severity: 'warning',
        text: [
          `${book.title}:应开始时服务器未运行,现已自动补开始。`,
          `${book.titleEn ?? book.title}: no server ran when it was due; begun now.`,
        ],
        about: { record: 'run', id: made.id, number: made.number },
      })
  })

/** Whoever writes this first has it; another copy finds it taken. */
async function claim(tx: Tx, { code }: RunbookRow, day: string): Promise<boolean> {
  const { rows } = await sql`insert into run_start (code, trading_day, at) values (${code}, ${day}, ${tx.now})
    on conflict do nothing returning code`.execute(tx.db)
  return rows.length > 0
}

async function giveUp(tx: Tx, book: RunbookRow, day: string, why: Words): Promise<void> {
  if (await claim(tx, book, day)) await tellMissed(tx, book, day, why)
}

const tellMissed = (tx: Tx, { id, code, title, titleEn }: RunbookRow, day: string, why: Words) =>
  raiseAlarm(tx, {
    key: missedRunKey(code, day),
    severity: 'critical',
    title: [`${title}(${day})未自动开始:${why[0]}`, `${titleEn ?? title} (${day}) did not begin by itself: ${why[1]}`],
    about: { record: 'runbook', id },
  })
