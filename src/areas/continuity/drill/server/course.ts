import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { drill } from '../drill.record.ts'
import { type Measured, measure, type Trouble } from '../measure.rules.ts'

export type DrillRow = RowOf<typeof drill>

/** Everything about a drill's components that began while it ran. */
export const inItsTime = (row: DrillRow, now: string) =>
  sql`select a.id, 'alarm' as record, a.first_at as at, coalesce(a.recovered_at, a.resolved_at) as well_at from alarm a
      where a.component = any(${row.components}::uuid[]) and a.first_at between ${row.startedAt} and ${row.finishedAt ?? now}
    union all
    select i.id, 'incident', i.created_at, null from incident i
      where i.component = any(${row.components}::uuid[]) and i.created_at between ${row.startedAt} and ${row.finishedAt ?? now}`

/** What it came to so far, from faults, alarms, incidents and its run. */
export async function measured(db: Kysely<Tables>, row: DrillRow, now: string): Promise<Measured | null> {
  if (row.startedAt === null) return null
  const faults = await db
    .selectFrom('drillFault')
    .select('injectedAt')
    .where('drill', '=', row.id)
    .where('injectedAt', 'is not', null)
    .where('state', '<>', 'failed')
    .execute()
  const { rows: troubles } = await sql<{ record: Trouble['is']; at: string; wellAt: string | null }>`
    ${inItsTime(row, now)} order by at`.execute(db)
  const run = row.run
    ? await db.selectFrom('run').select(['state', 'finishedAt']).where('id', '=', row.run).executeTakeFirst()
    : undefined
  return measure({
    startedAt: row.startedAt,
    faults: faults.map(({ injectedAt }) => injectedAt as string),
    troubles: troubles.map(({ record, at, wellAt }) => ({ is: record, at, wellAt })),
    decidedAt: row.decidedAt,
    carriedOutAt: run?.state === 'finished' ? run.finishedAt : null,
  })
}
