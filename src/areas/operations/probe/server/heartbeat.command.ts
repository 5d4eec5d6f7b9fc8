import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { notFound, Refusal } from '../../../../record/problem.ts'
import { role } from '../../../../record/rule.ts'
import { ensureDays, keepReadings } from './results.ts'

/**
 * A heartbeat from outside. The caller signs in like anybody, by an API token of its own account: such a token can be
 * revoked, expires, and is named in the journal, which a secret in an address is not.
 */
export const heartbeat = command({
  path: '/api/heartbeats',
  allow: role('operator', 'checker', 'engineer', 'manager'),
  summary: 'Says that what a heartbeat probe waits for is alive. Call it with an API token.',
  input: z.strictObject({
    /** The probe's number, `PRB-202611-0007`. */
    probe: z.string().trim().min(1).max(40),
    value: z.number().optional(),
  }),
  output: z.object({ probe: z.string(), at: z.iso.datetime() }),
  async run(tx, { probe: number, value }) {
    const found = await tx.db
      .selectFrom('probe')
      .select(['id', 'kind', 'state'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (!found) throw notFound()
    if (found.kind !== 'heartbeat') {
      throw new Refusal('wrong-state', ['该探测不是心跳上报。', 'This probe does not wait for heartbeats.'])
    }
    if (found.state !== 'active') {
      throw new Refusal('wrong-state', [
        '该探测未启用,心跳没有记录。',
        'The probe is not active; the heartbeat was not kept.',
      ])
    }
    const startedAt = Date.parse(tx.now)
    const reading = { at: tx.now, startedAt, ms: 0, outcome: 'up', value: value ?? null, note: 'pushed' } as const
    await ensureDays(tx.db, tx.now.slice(0, 10), tx.now.slice(0, 10))
    await keepReadings(tx.db, [{ probeId: found.id, reading }])
    await sql`update probe_state set last_push = greatest(last_push, ${tx.now}::timestamptz) where probe = ${found.id}`.execute(
      tx.db,
    )
    return { probe: number, at: tx.now }
  },
})
