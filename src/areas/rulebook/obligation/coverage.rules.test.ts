import { expect, it } from 'vitest'
import { meets } from './coverage.rules.ts'

const clause = { policy: 'it', clause: '3.1', controls: ['S-08'] }

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
