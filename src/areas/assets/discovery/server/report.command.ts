import './tables.ts'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { personId } from '../../../../record/actor.ts'
import { role } from '../../../../record/rule.ts'
import { discovery } from '../discovery.record.ts'
import type { Report } from '../report.rules.ts'
import { reportSchema } from '../report.rules.ts'

/**
 * Reports from agents. Each is kept before it is acknowledged, and taken soon after, one at a time; the same report sent again is
 * the one that is kept already. An agent calls with an API token whose scope is `discovery:write`.
 */
export const takeReport = command({
  path: '/api/discovery',
  about: discovery.name,
  bodyLimit: 16 * 1024 * 1024,
  allow: role('operator', 'engineer', 'manager'),
  summary: 'Says what machines are like: identity, hardware, system, software, load. Call it with an API token.',
  input: z.strictObject({ reports: z.array(reportSchema).min(1).max(500) }),
  output: z.object({ reports: z.array(z.object({ id: z.uuid(), known: z.boolean() })) }),
  run: async (tx, { reports }) => ({ reports: await keepReports(tx, reports) }),
})

/** Keeps reports and queues the taking of them; those that are kept already are only named. */
export async function keepReports(tx: Tx, reports: readonly Report[]): Promise<{ id: string; known: boolean }[]> {
  const rows = reports.map((body) => ({
    id: tx.newId(),
    digest: digestOf(canonical(body)),
    receivedAt: tx.now,
    person: personId(tx.actor),
    at: earlier(new Date(body.at).toISOString(), tx.now),
    body: JSON.stringify(body) as never,
  }))
  await tx.db
    .insertInto('discoveryReport')
    .values(rows as never)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
  const kept = await tx.db
    .selectFrom('discoveryReport')
    .select(['id', 'digest'])
    .where(
      'digest',
      'in',
      rows.map(({ digest }) => digest),
    )
    .execute()
  const byDigest = new Map(kept.map(({ id, digest }) => [digest.toString('hex'), id]))
  await tx.job('take-discovery-reports', {}, { key: 'take-discovery-reports' })
  const fresh = new Set(rows.map(({ id }) => id))
  return rows.map(({ digest }) => {
    const id = byDigest.get(digest.toString('hex')) ?? ''
    const known = !fresh.delete(id)
    return { id, known }
  })
}

/** A clock that runs ahead would make all that is reported later look old. */
const earlier = (one: string, other: string): string => (one < other ? one : other)
