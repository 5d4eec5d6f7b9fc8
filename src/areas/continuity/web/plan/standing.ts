import { useCall } from '../../../../web/client/hooks.ts'
import type { PlanStanding } from '../../backup-plan/standing.rules.ts'
import { findingTones } from '../tones.ts'

export type { PlanStanding }
export type RunShown = PlanStanding['runs'][number]

export const usePlanStanding = (id: string) =>
  useCall<PlanStanding>(`/backup-plans/${id}/standing`, {}, ['backup-plan', 'backup-run', 'restore-test'])

const ofState = {
  expected: 'start',
  running: 'progress',
  succeeded: 'kept',
  failed: 'broken',
  missed: 'broken',
} as const

/** What was found of it says more than that it is over. */
export const toneOf = ({ state, finding }: RunShown) => (finding ? findingTones[finding] : ofState[state])
