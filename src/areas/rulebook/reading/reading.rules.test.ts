import { expect, it } from 'vitest'
import { dueFor, firstReminder, nextReminder } from './reading.rules.ts'

it('gives a joiner as many days as the others had, and never fewer than the others still have', () => {
  expect(dueFor({ dueOn: '2026-12-08', days: 14 }, '2026-11-24')).toBe('2026-12-08')
  expect(dueFor({ dueOn: '2026-12-08', days: 14 }, '2026-12-01')).toBe('2026-12-15')
  expect(dueFor({ dueOn: '2026-12-31', days: 14 }, '2026-11-24')).toBe('2026-12-31')
})

it('reminds three days before, on the morning after, and every week from then on', () => {
  expect(firstReminder('2026-12-08', '2026-11-24')).toBe('2026-12-05')
  expect(firstReminder('2026-11-25', '2026-11-24')).toBe('2026-11-25')
  expect(nextReminder('2026-12-08', '2026-12-05')).toBe('2026-12-09')
  expect(nextReminder('2026-12-08', '2026-12-08')).toBe('2026-12-09')
  expect(nextReminder('2026-12-08', '2026-12-09')).toBe('2026-12-16')
})
