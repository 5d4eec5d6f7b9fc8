import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { keptFor } from '../../../../platform/retention/retention.ts'
import type { DatabaseSettings } from '../kinds/network.settings.ts'
import { target } from './ask.ts'
import { type Sizes, sizesOf } from './checks/database.ts'

/** Sizes outlive single readings as hours do: growth is seen over months. */
export const databaseSizes = keptFor(800, {
  code: 'database-size',
  words: ['数据库与表的大小(按天)', 'Sizes of databases and tables, by the day'],
  table: 'database_size',
  at: 'noted_at',
  least: 60,
  most: 3650,
})

/** Notes once an hour how large watched databases and their largest tables are; of a day stands what was noted last. */
export const noteSizes: Task = async (engine) => {
  const probes = await engine.db
    .selectFrom('probe')
    .select(['id', 'settings'])
    .where('state', '=', 'active')
    .where('kind', '=', 'database')
    .orderBy('id')
    .execute()
  for (const { id, settings } of probes) {
    const of = settings as DatabaseSettings
    const found = await sizesOf(of, { signal: AbortSignal.timeout(of.timeoutMs), limitMs: of.timeoutMs, target })
    if ('bytes' in found) await keepSizes(engine, id, found)
  }
}

export const noteSizesCrontab = '21 * * * * note-database-sizes'

/** Of the database itself stands an empty name. */
async function keepSizes({ db, clock, zone }: Engine, probe: string, { bytes, left, tables }: Sizes): Promise<void> {
  const now = clock.now()
  const lines = [{ name: '', bytes, left_bytes: left }, ...tables.map((one) => ({ ...one, left_bytes: null }))]
  await sql`insert into database_size (probe, name, day, bytes, left_bytes, noted_at)
    select ${probe}, name, (${now}::timestamptz at time zone ${zone})::date, bytes, left_bytes, ${now}
    from json_to_recordset(${JSON.stringify(lines)}) as t (name text, bytes float8, left_bytes float8)
    on conflict (probe, name, day) do update
      set bytes = excluded.bytes, left_bytes = excluded.left_bytes, noted_at = excluded.noted_at`.execute(db)
}
