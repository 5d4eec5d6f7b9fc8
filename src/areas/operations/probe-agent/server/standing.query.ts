import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import { probeAgent } from '../probe-agent.record.ts'
import { standingSchema } from '../standing.rules.ts'

export const agentStanding = query({
  path: '/api/probe-agents/:id/standing',
  allow: everyone,
  summary: 'When a probe agent was last heard of, what waits with it, and how the probes stand that it runs.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: standingSchema,
  async run({ db, person }, { id: key }) {
    const { id } = await readItem(db, probeAgent, person, key)
    const heard = await db.selectFrom('probeAgentStand').selectAll().where('agent', '=', id).executeTakeFirst()
    const { rows } = await sql<{ verdict: z.input<typeof standingSchema>['probes'][number]['verdict']; count: number }>`
      select coalesce(s.verdict, 'unknown') as verdict, count(*)::int as count
      from probe p left join probe_state s on s.probe = p.id where p.agent = ${id} and p.state = 'active' group by 1`.execute(
      db,
    )
    return { heard: heard ?? null, probes: rows }
  },
})
