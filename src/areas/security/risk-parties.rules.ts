import { role } from '../../record/rule.ts'

/** Who sees what could go wrong and what is weak: those who work with the systems, and those who look whether rules are kept. */
export const riskReaders = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
/** Who keeps the register of risks and of vulnerabilities. */
export const riskKeepers = role('engineer', 'manager')
