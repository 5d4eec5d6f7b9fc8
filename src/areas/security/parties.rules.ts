import { any, type Rule, role, self } from '../../record/rule.ts'

/** Those who work at the desk: whoever may come upon a security incident, or take something as evidence. */
export const responders = role('operator', 'checker', 'engineer', 'manager')

/** Who looks into what holds data, as into the register of assets. */
export const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** Who reads what hangs on a security incident: those who read the incident itself, named on each of them, and managers. */
export const needToKnow: Rule = any(self('readers'), role('manager'))
