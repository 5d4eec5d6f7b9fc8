import { expect, it } from 'vitest'
import { type ClauseOf, meeting, type PointOf } from './coverage.rules.ts'

const clause = { policy: 'it', clause: '3.1', controls: ['S-08'] }

const meets = (point: PointOf, one: ClauseOf) => meeting([one])(point).length === 1

it('is met by a control that both name, by a family of controls, or because the firm says so', () => {
  expect(meets({ controls: ['S-08'], clauses: [] }, clause)).toBe(true)
  expect(meets({ controls: ['S-*'], clauses: [] }, clause)).toBe(true)
  expect(meets({ controls: [], clauses: [{ policy: 'it', clause: '3.1' }] }, clause)).toBe(true)
})

it('is not met by another clause, nor by the same number of another policy', () => {
  expect(meets({ controls: ['S-20'], clauses: [] }, clause)).toBe(false)
  expect(meets({ controls: [], clauses: [{ policy: 'other', clause: '3.1' }] }, clause)).toBe(false)
  expect(meets({ controls: ['S-*'], clauses: [] }, { ...clause, controls: [] })).toBe(false)
})

it('names each clause once, in the order in which they stand', () => {
  const [first, second] = [
    { ...clause, clause: '1' },
    { ...clause, clause: '2', controls: ['S-08', 'S-20'] },
  ]
  const point = { controls: ['S-*'], clauses: [{ policy: 'it', clause: '2' }] }
  expect(meeting([first, second])(point)).toEqual([first, second])
})
