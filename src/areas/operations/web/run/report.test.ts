import { expect, test } from 'vitest'
import { exceptionsOf, type ReportStep } from './report.ts'

const step = (position: number, more: Partial<ReportStep>): ReportStep =>
  ({
    position,
    state: 'checked',
    overriddenBy: null,
    lateAt: null,
    missedAt: null,
    round: 1,
    attempts: [],
    ...more,
  }) as unknown as ReportStep

const at = '2026-11-24T00:40:00.000Z'
const attempt = (outcome: string) => ({ outcome }) as ReportStep['attempts'][number]
const told = (steps: readonly ReportStep[]) =>
  exceptionsOf(steps).map(({ what, steps: found }) => `${what} ${found.map(({ position }) => position).join(' ')}`)

test('a run as planned has no exceptions', () => {
  expect(told([step(1, {}), step(2, { attempts: [attempt('ok')] })])).toEqual([])
})

test('what was decided comes before what befell, and a step may stand in both', () => {
  const steps = [
    step(1, { lateAt: at }),
    step(2, { state: 'waived', lateAt: at }),
    step(3, { overriddenBy: 'li', missedAt: at }),
    step(4, { attempts: [attempt('failed'), attempt('ok')] }),
    step(5, { round: 2 }),
  ]
  expect(told(steps)).toEqual(['waived 2', 'overridden 3', 'repeated 4 5', 'late 1 2', 'missed 3'])
})
