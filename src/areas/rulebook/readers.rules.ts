import { role } from '../../record/rule.ts'

/** Who sees which subjects break a rule; of these each sees those that they may read. */
export const offenderReaders = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
