import { type Kysely, sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { keptFor } from '../../../../platform/retention/retention.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'

const hourMs = 3_600_000
/** Readings of an hour that are still on their way when it is over. */
const lateMs = 5 * 60_000

/** Hours outlive the readings that they sum up: a forecast looks back further than anybody reads single checks. */
export const probeHours = keptFor(800, {
  code: 'probe-hour',
  words: ['探测结果(按小时)', 'Results of probes, by the hour'],
  table: 'probe_hour',
  at: 'hour',
  least: 60,
  most: 3650,
})

/** Sums up every hour that is over and was not summed up yet, a day at a time; a second look changes nothing. */
export const rollUpHours: Task = async ({ db, clock }) => {
  const until = Math.floor((msOf(clock.now()) - lateMs) / hourMs) * hourMs
  for (;;) {
    const through = await rolledThrough(db)
    const from = through === null ? await firstDay(db) : msOf(through)
    if (from === null || from >= until) return
    await rollUp(db, instantAt(from), instantAt(Math.min(from + dayMs, until)))
  }
}

export const rollUpCrontab = '6 * * * * roll-up-probe-hours'

/** Up to when hours stand for readings; null while none does. */
export async function rolledThrough(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{ through: string }>`select through from probe_rollup`.execute(db)
  return rows[0]?.through ?? null
}

/** The first day of which there are partitions; null without any. */
async function firstDay(db: Kysely<Tables>): Promise<number | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD'))::text as day
    from pg_inherits where inhparent = 'probe_result'::regclass`.execute(db)
  return rows[0]?.day ? msOf(`${rows[0].day}T00:00:00.000Z`) : null
}

/** What sums up the readings `r` of one stretch of time; charts of raw readings say it the same way. */
export const summed = sql`count(*)::int as checks, (count(*) filter (where r.outcome < 2))::int as up,
  (count(*) filter (where r.outcome = 1))::int as slow, min(r.ms) as min, avg(r.ms)::float8 as avg, max(r.ms) as max,
  coalesce(percentile_cont(0.95) within group (order by r.value), percentile_cont(0.95) within group (order by r.ms)) as p95,
  avg(r.value) as value`

const rollUp = (db: Kysely<Tables>, from: string, to: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`insert into probe_rollup (through) values (${to})
      on conflict (single) do update set through = greatest(probe_rollup.through, excluded.through)`.execute(trx)
    await sql`insert into probe_hour (probe, hour, checks, up, slow, min, avg, max, p95, value)
      select r.probe, date_bin('1 hour', r.at, '2000-01-01Z'), ${summed} from probe_result r
      where r.at >= ${from}::timestamptz and r.at < ${to}::timestamptz and r.outcome < 3 group by 1, 2
      on conflict (probe, hour) do nothing`.execute(trx)
  })
