import { sql } from 'kysely'
import type { ApprovalRules } from '../../../../platform/approval/settings.ts'
import '../../server/tables.ts'

/** The rules in force for a verb, the first by priority before the others. One that is to be ended still applies. */
export const approvalRulesInForce: ApprovalRules = async (db, record, verb) => {
  const found = await db
    .selectFrom('approvalRule')
    .select(['id', 'name', 'rule'])
    .where(sql<boolean>`rule->>'record' = ${record} and rule->>'verb' = ${verb}`)
    .where('state', 'in', ['in-force', 'ending'])
    .orderBy('priority')
    .orderBy('id')
    .execute()
  return found.map(({ id, name, rule: { when, steps } }) => ({ id, name, when, steps }))
}
