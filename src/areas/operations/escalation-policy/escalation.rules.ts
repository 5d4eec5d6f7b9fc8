/** Which policy an alarm goes by, and which of its steps is next. Pure. */
import type { Heard } from '../silence/silence.rules.ts'
import type { EscalationStep, Told } from './escalation-policy.record.ts'

export interface Conditions {
  readonly criticality: string | null
  readonly component: string | null
  readonly source: string | null
  readonly level: 'warning' | 'critical'
}

/** The first of them, in their order, whose every condition holds. */
export const policyFor = <P extends Conditions>(
  inOrder: readonly P[],
  heard: Heard,
  criticality: string | null,
): P | undefined =>
  inOrder.find(
    (policy) =>
      (policy.criticality === null || policy.criticality === criticality) &&
      (policy.component === null || policy.component === heard.component) &&
      (policy.source === null || policy.source === heard.source) &&
      (policy.level === 'warning' || heard.severity === 'critical'),
  )

/** A step as it is carried out: the last waits for nobody. */
export interface Turn {
  readonly who: readonly Told[]
  readonly wait: number | null
}

const manager: Turn = { who: [{ is: 'role', code: 'manager' }], wait: null }

/** The steps of a policy, with the manager after the last, whatever it says. */
export const turnsOf = (steps: readonly EscalationStep[]): Turn[] => [...steps, manager]

/** When the step after this one is due, by the stored instant of this; null after the last. */
export const nextAt = (turn: Turn, told: number): number | null =>
  turn.wait === null ? null : told + turn.wait * 60_000
