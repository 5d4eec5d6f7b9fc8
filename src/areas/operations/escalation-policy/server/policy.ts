import type { Tx } from '../../../../platform/tx.ts'
import type { Heard } from '../../silence/silence.rules.ts'
import { policyFor } from '../escalation.rules.ts'

/** The policy by which such an alarm escalates; null where none means it. */
export async function policyOf(tx: Tx, heard: Heard): Promise<string | null> {
  const policies = await tx.db
    .selectFrom('escalationPolicy')
    .select(['id', 'criticality', 'component', 'source', 'level'])
    .where('state', '=', 'in-force')
    .orderBy('priority')
    .orderBy('id')
    .execute()
  if (policies.length === 0) return null
  const component = heard.component
    ? await tx.db.selectFrom('component').select('criticality').where('id', '=', heard.component).executeTakeFirst()
    : undefined
  return policyFor(policies, heard, component?.criticality ?? null)?.id ?? null
}
