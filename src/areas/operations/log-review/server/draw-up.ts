import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import { logReview } from '../log-review.record.ts'
import { reviewDays, reviewWeeks } from '../log-review.settings.ts'
import { nextPeriod, type Period } from '../period.rules.ts'
import { digestOfReviewed, reviewedOf } from './figures.ts'

/** Every ten minutes. */
export const reviewLogCrontab = '*/10 * * * * review-log'

/** Draws up what is to be reviewed by now, each period once, what was missed while no server ran too; and notices what is late. */
export const reviewLog: Task = async (engine) => {
  while (await drawUpNext(engine));
  await noticeLate(engine)
}

/** False where there is nothing more to draw up, or not yet. */
async function drawUpNext(engine: Engine): Promise<boolean> {
  const now = engine.clock.now()
  const today = engine.tradingDay(now)
  if (today === null) return false
  return engine.inTx(asSystem('log-review'), async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('log-review', 0))`.execute(tx.db)
    const last = await tx.db
      .selectFrom('logReview')
      .select('endsOn')
      .orderBy('startsOn', 'desc')
      .limit(1)
      .executeTakeFirst()
    const period = nextPeriod(last?.endsOn ?? null, today, engine.settings.get(reviewWeeks))
    if (!period || (!last && !(await hasLines(tx, period))) || !(await isSealed(tx, period))) return false
    await drawUp(engine, tx, period)
    return true
  })
}

async function drawUp(engine: Engine, tx: Tx, period: Period): Promise<void> {
  const { from, to } = period
  const reviewed = await reviewedOf(tx.db, period, engine.zone)
  const row = await tx.create(logReview, {
    title: `运行日志复核 ${from} 至 ${to}`,
    titleEn: `Review of the operations log, ${from} to ${to}`,
    startsOn: from,
    endsOn: to,
    dueBy: instantAt(msOf(tx.now) + engine.settings.get(reviewDays) * dayMs),
    lines: reviewed.lines.count,
    reviewed,
    digest: digestOfReviewed(period, reviewed),
  })
  await tellGiven(tx, logReview, row, [{ is: 'role', code: 'manager' }])
}

async function hasLines({ db }: Tx, { from, to }: Period): Promise<boolean> {
  const found = await db
    .selectFrom('logEntry')
    .select('id')
    .where('tradingDay', '>=', from)
    .where('tradingDay', '<=', to)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Is the last line under a seal by now? What is newer than a minute may not be. */
async function isSealed({ db }: Tx, { from, to }: Period): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from journal_pending p where p.entry = j.id) as waits
    from (select id from log_entry where trading_day between ${from} and ${to} order by id desc limit 1) l
      join journal j on j.record = 'log-entry' and j.record_id = l.id`.execute(db)
  return rows.every(({ waits }) => !waits)
}

/** Key of the alarm that a review was not signed in time. */
export const lateReviewKey = (id: string): string => `late-log-review:${id}`

async function noticeLate(engine: Engine): Promise<void> {
  const late = await engine.db
    .selectFrom('logReview')
    .select('id')
    .where('state', '=', 'due')
    .where('late', '=', false)
    .where('dueBy', '<=', engine.clock.now())
    .execute()
  for (const { id } of late)
    await engine.inTx(asSystem('log-review'), async (tx) => {
      const row = await tx.lock(logReview, id)
      if (row.state !== 'due' || row.late) return
      await tx.act(logReview, id, 'overrun')
      await raiseAlarm(tx, {
        key: lateReviewKey(id),
        severity: 'warning',
        title: [`日志复核 ${row.number} 逾期未签`, `Log review ${row.number} was not signed in time`],
        about: { record: logReview.name, id },
      })
    })
}
