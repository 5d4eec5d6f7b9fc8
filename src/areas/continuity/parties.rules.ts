import { role } from '../../record/rule.ts'

/** Plans are read by whoever may have to carry one out, and by those who look whether they are kept. */
export const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
export const planner = role('engineer', 'manager')
/** Those who carry a plan out, or have a copy restored to see whether it is good. */
export const hands = role('operator', 'checker', 'engineer', 'manager')
