import { sql } from 'kysely'
import { sizesOf } from '../../areas/operations/operations.api.ts'
import { type ProbeSettings, probeSettings } from '../../areas/operations/probe/probe.settings.ts'
import type { Engine } from '../../platform/engine.ts'

const target = 'operations-db'

/** The demo firm's machine says where its database is, as the owner of any other would in its environment. */
export const nameDatabase = (url: string): void => {
  process.env['TOUCHSTONE_TARGET_OPERATIONS_DB'] = url
}

/** Its own database, of which the firm lets grow so much. */
export const databaseProbe: ProbeSettings = probeSettings.parse({
  ...{ kind: 'database', target, quotaMb: 200, tables: 8, warnLeftPercent: 15, downLeftPercent: 5 },
})

const days = 60
/** How much of what is there now has come with each of the last days. */
export const dailyShare = 0.006

/** How large the database and its tables were on the days before: less each day than now, by what the firm did. */
export async function rememberSizes({ db, url }: Engine, now: string): Promise<void> {
  if (databaseProbe.kind !== 'database') return
  const limits = { signal: AbortSignal.timeout(20_000), limitMs: 20_000, target: () => url }
  const found = await sizesOf(databaseProbe, limits)
  if (!('bytes' in found)) return
  const lines = [{ name: '', bytes: found.bytes }, ...found.tables]
  await sql`insert into database_size (probe, name, day, bytes, left_bytes, noted_at)
    select p.id, t.name, (${now}::timestamptz at time zone 'Asia/Shanghai')::date - age, size.was,
      case t.name when '' then ${(databaseProbe.quotaMb ?? 0) * 1e6}::float8 - size.was end, ${now}::timestamptz - age * interval '1 day'
    from probe p, json_to_recordset(${JSON.stringify(lines)}) as t (name text, bytes float8), generate_series(0, ${days}::int) age,
      -- The same on every machine: no random(), but a hash of what was measured and when.
      lateral (select t.bytes * (1 - ${dailyShare}::float8 * age
        * (0.85 + 0.3 * (('x' || substr(md5(t.name || age), 1, 7))::bit(28)::int / 268435456.0))) as was) size
    where p.kind = 'database' on conflict do nothing`.execute(db)
}
