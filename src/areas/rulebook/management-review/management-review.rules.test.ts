import { expect, it } from 'vitest'
import { type Figures, linesOf } from './management-review.rules.ts'

const figures: Figures = {
  areas: [],
  findings: { open: 3, overdue: 1, raised: 4, closed: 1, reopened: 0, major: 1 },
  actions: { open: 2, overdue: 0, verified: 5 },
  incidents: { raised: 9, trading: 1, major: 0, open: 2 },
  changes: { ended: 3, succeeded: 2, rolledBack: 1 },
  obligations: { inForce: 0, covered: 0, assessed: 0 },
  audits: { reported: 1, running: 1 },
  exceptions: 1,
}

it('a share is rounded down, says of how many, and is a dash of nothing', () => {
  const lines = new Map<string, string>(linesOf(figures))
  expect(lines.get('changesSucceeded')).toBe('66% (2/3)')
  expect(lines.get('obligationsCovered')).toBe('—')
  expect(lines.get('findingsOverdue')).toBe('1')
})
