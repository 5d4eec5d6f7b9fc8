import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { raiseAlarm } from '../../../operations/operations.api.ts'
import { change } from '../change.record.ts'

/** Key of the alarm that an emergency was not approved afterwards in time. */
export const lateApprovalKey = (id: string): string => `late-approval:${id}`

/** Raises an alarm for each emergency whose time for approval is over; one that has its alarm is left alone. */
export const watchApprovals: Task = async (engine) => {
  const { rows } = await sql<{ id: string }>`select c.id from change c
    where c.approval_due_at <= ${engine.clock.now()} and c.approved_at is null
      and not exists (select from alarm a where a.key = ${lateApprovalKey('')} || c.id and a.state <> 'resolved')
    order by c.id`.execute(engine.db)
  for (const { id } of rows)
    await engine.inTx(asSystem('change'), async (tx) => {
      const row = await tx.lock(change, id)
      if (row.approvedAt !== null) return
      await raiseAlarm(tx, {
        key: lateApprovalKey(id),
        severity: 'warning',
        title: [`紧急变更 ${row.number} 逾期未事后审批`, `Emergency ${row.number} was not approved afterwards in time`],
        about: { record: 'change', id },
      })
    })
}

export const watchApprovalsCrontab = '*/5 * * * * watch-change-approvals'
