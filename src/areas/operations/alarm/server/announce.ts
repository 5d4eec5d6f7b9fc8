import type { Tx } from '../../../../platform/tx.ts'
import { tellLate } from '../../../messaging/messaging.api.ts'
import { policyOf } from '../../escalation-policy/server/policy.ts'
import { alarm } from '../alarm.record.ts'
import { heardOf } from '../alarm.rules.ts'
import type { AlarmRow } from './raise.ts'

/** Tells now of an alarm that was kept quiet when it came, as if it came now. */
export async function announce(tx: Tx, row: AlarmRow): Promise<AlarmRow> {
  if (row.recoveredAt === null) await tellLate(tx, alarm, row)
  return beginEscalation(tx, row)
}

/** Starts at the first step of whatever policy means it. */
export async function beginEscalation(tx: Tx, row: AlarmRow): Promise<AlarmRow> {
  const policy = await policyOf(tx, heardOf(row))
  if (!policy) return row
  return tx.as('alarms').update(alarm, row.id, { escalation: policy, escalationStep: 0, escalatesAt: tx.now })
}
