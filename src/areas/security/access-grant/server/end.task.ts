import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { raiseAlarm } from '../../../operations/operations.api.ts'
import { accessGrant } from '../access-grant.record.ts'
import type { GrantRow } from './facts.ts'

/** Looks again at the instants at which it may be over. */
export async function endLater(tx: Tx, { id, endsAt, approvalDueAt }: GrantRow): Promise<void> {
  for (const [why, runAt] of Object.entries({ end: endsAt, unapproved: approvalDueAt }))
    if (runAt) await tx.job('end-access-grant', { id }, { runAt, key: `access-${why}-${id}` })
}

/** Over at its end, or where an emergency was not agreed to in time. */
export const endGrant: Task = (engine, { id }: { id: string }) => end(engine, id)

/** All that are over: what no job has ended, and what was never set up. */
export const endGrants: Task = async (engine) => {
  const now = engine.clock.now()
  const { rows } = await sql<{ id: string }>`
    select id from access_grant where state in ('requested', 'approved', 'granted')
      and (ends_at <= ${now} or (approval_due_at <= ${now} and approved_at is null)) order by id limit 500`.execute(
    engine.db,
  )
  for (const { id } of rows) await end(engine, id)
}

export const endGrantsCrontab = '* * * * * end-access-grants'

const end = (engine: Engine, id: string): Promise<void> =>
  engine.inTx(asSystem('access'), async (tx) => {
    const row = await tx.lock(accessGrant, id)
    if (row.state !== 'requested' && row.state !== 'approved' && row.state !== 'granted') return
    const unapproved = row.approvedAt === null && row.approvalDueAt !== null && row.approvalDueAt <= tx.now
    if (!unapproved && (row.endsAt === null || row.endsAt > tx.now)) return
    await tx.act(accessGrant, id, 'expire')
    if (unapproved)
      await raiseAlarm(tx, {
        key: `emergency-access:${id}`,
        severity: 'warning',
        title: [
          `紧急授权 ${row.number} 逾期未获批准,已结束:${row.title ?? ''}`,
          `Emergency access ${row.number} was not agreed to in time and has ended: ${row.title ?? ''}`,
        ],
        about: { record: accessGrant.name, id },
      })
  })
