import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Engine } from '../../../platform/engine.ts'
import { dailyShare } from '../capacity.ts'
import { badDayAgo } from './alarms.data.ts'

/** How far the disk has filled since the first day, of what was free then. */
const filled = 0.55

/**
 * What the probes read by the hour on these days: busier while the market is open, the parts of the floor only while they ran, a morning
 * on which the line was cut, and a disk that has been filling until it stands where it really stands on this machine.
 */
export async function rememberHours(
  { db }: Engine,
  floor: string,
  days: readonly string[],
  now: string,
): Promise<void> {
  const free = await freePercent(floor)
  const bad = days.at(-badDayAgo) ?? ''
  await sql`
    with hours as (
      select h, h at time zone 'Asia/Shanghai' as wall, (extract(epoch from h - ${days[0]}::date) / 86400)::float8 as age
      from generate_series(${days[0]}::date::timestamptz, date_trunc('hour', ${now}::timestamptz) - interval '1 hour', '1 hour') h
    ), read as (
      select p.id, p.kind, h, wall, age, extract(hour from wall) as oclock, greatest(1, 3600 / p.interval_seconds)::int as checks,
        c.environment = 'practice' as on_floor,
        -- The same on every machine: no random(), but a hash of what is read and when.
        (('x' || substr(md5(c.code || p.name || h::text), 1, 7))::bit(28)::int / 268435456.0)::float8 as luck
      from hours, probe p join component c on c.id = p.component
    ), told as (
      select *, case when oclock between 9 and 11 or oclock between 13 and 15 or oclock between 20 and 22 then 1 else 0 end as busy,
        wall::date::text = ${bad} and oclock = 8 and on_floor as is_cut,
        case kind when 'disk' then ${free}::float8 + (100 - ${free}::float8) * ${filled}::float8 * (1 - age / ${span(days, now)}::float8) + (luck - 0.5) * 0.6
          when 'database' then pg_database_size(current_database()) / 1e6 * (1 - ${dailyShare}::float8 * (${span(days, now)}::float8 - age) + (luck - 0.5) * 0.004)
          when 'log-line' then 0 when 'quotes' then 0.3 + 0.5 * luck end as value
      from read
      where not on_floor or kind = 'log-line' or (oclock between 8 and 14 and wall::date::text = any(${days}::text[]))
    ), timed as (
      select *, (case kind when 'http' then 3 when 'tcp' then 0.4 when 'disk' then 0.2 else 0.6 end)
        * (1 + 0.8 * busy) * (0.8 + 0.4 * luck) as ms
      from told
    )
    insert into probe_hour (probe, hour, checks, up, slow, min, avg, max, p95, value)
    select id, h, checks, case when is_cut then (checks * 0.35)::int else checks end,
      case when luck > 0.985 and kind = 'http' then 2 else 0 end,
      ms * 0.6, ms, ms * (2 + 3 * luck), coalesce(value, ms * 1.7), value
    from timed on conflict do nothing`.execute(db)
  await sql`insert into probe_rollup (through) values (date_trunc('hour', ${now}::timestamptz))
    on conflict (single) do update set through = excluded.through`.execute(db)
}

const span = (days: readonly string[], now: string): number =>
  Math.max(1, (Date.parse(now) - Date.parse(`${days[0]}T00:00:00Z`)) / 86_400_000)

/** Free space where the floor stands, or will. */
async function freePercent(path: string): Promise<number> {
  try {
    const { blocks, bfree, bavail } = await statfs(path)
    return Math.round((bavail / (blocks - bfree + bavail)) * 1_000) / 10
  } catch {
    return freePercent(dirname(path))
  }
}
