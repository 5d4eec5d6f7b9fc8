import { customFieldBehaviour } from './custom-field/server/custom-field.behaviour.ts'
import { dropJob, endSessions, house, jobs, retryJob, sessions } from './server/house.queries.ts'
import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { approvalRuleBehaviour } from './approval-rule/server/approval-rule.behaviour.ts'
import { why } from './server/why.query.ts'

/** The server side of administration, and where the engine learns what the settings say. */
export const administrationServer: AreaServer = {
  code: 'administration',
  behaviours: [customFieldBehaviour, approvalRuleBehaviour],
  commands: [retryJob, dropJob, endSessions],
  queries: [why, house, jobs, sessions],
}
