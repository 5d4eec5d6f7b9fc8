import type { Tone, WebArea } from '../../../../web/plugin.ts'
import type { StepState } from '../../run-step/run-step.rules.ts'

/** Ready and being done are under way, waivers and overrides wait for a hand, and what nobody knows is never green. */
export const stepTones: Readonly<Record<StepState, Tone>> = {
  waiting: 'start',
  ready: 'progress',
  doing: 'progress',
  done: 'progress',
  checked: 'kept',
  failed: 'broken',
  'timed-out': 'broken',
  unknown: 'unknown',
  'waive-asked': 'late',
  waived: 'ended',
  'override-asked': 'late',
}

export const runTones = { 'in-progress': 'progress', finished: 'kept', aborted: 'ended' } as const

const edition = { draft: 'start', 'in-review': 'progress', effective: 'kept', superseded: 'ended' } as const

/** What is carried out and what it follows. */
export const workTones: NonNullable<WebArea['tones']> = {
  run: { state: runTones },
  'run-step': { state: stepTones },
  runbook: { state: edition },
  probe: { state: { active: 'kept', paused: 'late', retired: 'ended' } },
  'trading-calendar': { state: edition },
}
