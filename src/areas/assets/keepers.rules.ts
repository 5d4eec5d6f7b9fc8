import { role } from '../../record/rule.ts'

/** Who registers assets and what belongs to them. */
export const keeper = role('engineer', 'manager')

/** Who looks into the register as a whole; others see what they hold themselves. */
export const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** Who sees what things cost. */
export const moneyReaders = role('engineer', 'manager', 'auditor')
