import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Usual } from '../usual.rules.ts'

/** Looked back no further than so many runs: what a step took long ago tells little of today. */
const lastRuns = 20

/** How long the steps of these runbooks took in their last finished runs, by runbook code and step key. */
export async function usualOf(
  db: Kysely<Tables>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Usual>>> {
  const { rows } = await sql<Usual & { code: string; key: string }>`
    select c.code, s.key, count(*)::int as runs,
      percentile_cont(0.5) within group (order by took)::float8 as median,
      percentile_cont(0.9) within group (order by took)::float8 as p90
    from unnest(${[...codes]}::text[]) as c (code)
    cross join lateral (select id from run where runbook_code = c.code and state = 'finished'
      order by finished_at desc limit ${lastRuns}) r
    join run_step s on s.run = r.id and s.state in ('checked', 'done') and s.started_at is not null,
    lateral (select extract(epoch from coalesce(s.checked_at, s.done_at) - s.started_at) as took) t
    where took is not null group by c.code, s.key`.execute(db.withoutPlugins())
  const found = new Map<string, Map<string, Usual>>()
  for (const { code, key, ...usual } of rows) found.set(code, (found.get(code) ?? new Map()).set(key, usual))
  return found
}
