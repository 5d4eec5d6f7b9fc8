import type { ApprovalRules } from '../../../../platform/approval/settings.ts'
import '../../server/tables.ts'

/** The rules in force for a verb, the first by priority before the others. One that is to be ended still applies. */
export const approvalRulesInForce: ApprovalRules = (db, record, verb) =>
  db
    .selectFrom('approvalRule')
    .select(['id', 'name', 'when', 'steps'])
    .where('record', '=', record)
    .where('verb', '=', verb)
    .where('state', 'in', ['in-force', 'ending'])
    .orderBy('priority')
    .orderBy('id')
    .execute()
