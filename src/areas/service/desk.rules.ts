import { role } from '../../record/rule.ts'

/** Whoever works at the desk. */
export const desk = role('operator', 'checker', 'engineer', 'manager')
