import { role } from '../../record/rule.ts'

/** Those who look whether access is as it should be, or keep it so. */
export const staff = role('engineer', 'manager', 'auditor', 'admin')
export const keeper = role('manager', 'admin')
/** Those who set up in a system what was granted, and take it away. */
export const hands = role('engineer', 'manager', 'admin')
