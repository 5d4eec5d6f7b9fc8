import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Assignment } from '../exchange.rules.ts'
import type { AgentRow } from './agent.intake.ts'

/** What an agent is to probe: its revision, which is cheap to ask for every two seconds, and all of it. */
export async function assignmentOf(
  db: Kysely<Tables>,
  { id, referenceTargets }: AgentRow,
): Promise<{ revision: string; whole(): Promise<Assignment> }> {
  const { rows } = await sql<{ revision: string }>`
    select md5(coalesce(string_agg(id::text || version, ',' order by id), '') || ${referenceTargets ?? ''}) as revision
    from probe where agent = ${id} and state = 'active'`.execute(db)
  const revision = rows[0]?.revision ?? ''
  return {
    revision,
    async whole() {
      const probes = await db
        .selectFrom('probe as p')
        .leftJoin('probeState as s', 's.probe', 'p.id')
        .select(['p.id', 'p.settings', 'p.intervalSeconds', 's.carry'])
        .where('p.agent', '=', id)
        .where('p.state', '=', 'active')
        .execute()
      return { revision, probes, references: referenceTargets ?? '' }
    },
  }
}
