import { role } from '../../record/rule.ts'

/** Whoever works on the systems sees what is planned for them. */
export const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
export const planner = role('engineer', 'manager')
/** Those whose hands carry a change out. */
export const hands = role('operator', 'checker', 'engineer', 'manager')
