import { role } from '../../record/rule.ts'

/** Who keeps rules, and sees what an audit looked at. */
export const keepers = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
