import { expect, it } from 'vitest'
import { meter } from './rate.ts'

it('lets so many through at once, then as they come back, each caller for themselves', () => {
  const wait = meter(() => 60)
  for (let i = 0; i < 60; i++) expect(wait('one', 1000)).toBe(0)
  expect(wait('one', 1000)).toBe(1)
  expect(wait('two', 1000)).toBe(0)
  expect(wait('one', 1999)).toBe(1)
  expect(wait('one', 2001)).toBe(0)
  expect(wait('one', 2001)).toBe(1)
  // Whoever keeps asking is not put off for longer.
  for (let i = 0; i < 100; i++) wait('one', 2002)
  expect(wait('one', 3002)).toBe(0)
  expect(wait('one', 63_002 + 60_000)).toBe(0)
})

it('says how long the wait is where requests are few', () => {
  const wait = meter(() => 2)
  expect([wait('one', 0), wait('one', 0), wait('one', 0)]).toEqual([0, 0, 30])
})
