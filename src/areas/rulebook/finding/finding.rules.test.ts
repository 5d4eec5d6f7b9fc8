import { expect, it } from 'vitest'
import { isOverdue, isRelapse, weekday, workingDaysAfter } from './finding.rules.ts'

it('five working days end a week later, and holidays do not count', () => {
  expect(workingDaysAfter('2026-11-24', 5, weekday)).toBe('2026-12-01')
  expect(workingDaysAfter('2026-11-27', 1, weekday)).toBe('2026-11-30')
  const closed = new Set(['2026-11-25', '2026-11-26'])
  expect(workingDaysAfter('2026-11-24', 2, (date) => weekday(date) && !closed.has(date))).toBe('2026-11-30')
})

it('is late on the day after whoever answers for it should have moved, and only while it is their turn', () => {
  const one = { state: 'open', answerBy: '2026-11-23', due: null }
  expect(isOverdue(one, '2026-11-23')).toBe(false)
  expect(isOverdue(one, '2026-11-24')).toBe(true)
  expect(isOverdue({ ...one, state: 'corrective-action', due: '2026-12-01' }, '2026-11-24')).toBe(false)
  expect(isOverdue({ ...one, state: 'done', due: '2026-11-01' }, '2026-11-24')).toBe(false)
})

it('is a relapse when it is wrong again after it was closed, and within the days', () => {
  const closed = '2026-08-01T00:00:00.000Z'
  expect(isRelapse(closed, '2026-08-01T00:00:00.000Z', 90)).toBe(false)
  expect(isRelapse(closed, '2026-10-29T23:59:59.999Z', 90)).toBe(true)
  expect(isRelapse(closed, '2026-10-30T00:00:00.000Z', 90)).toBe(false)
})
