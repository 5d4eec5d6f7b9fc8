import { expect, test } from 'vitest'
import { expectedOf, isLongerThanUsual } from './usual.rules.ts'

const begin = '2026-11-25T00:00:00.000Z'
const usual = new Map([
  ['a', { median: 60, p90: 90, runs: 10 }],
  ['b', { median: 120, p90: 200, runs: 10 }],
])
const at = (minutes: number) => new Date(Date.parse(begin) + minutes * 60_000).toISOString()

test('a step is expected after what it needs and not before its time, for as long as it usually takes', () => {
  const steps = [
    { key: 'a', needs: [], earliestAt: null },
    { key: 'b', needs: ['a'], earliestAt: at(5) },
    { key: 'c', needs: ['a'], earliestAt: null },
    { key: 'd', needs: ['b', 'c'], earliestAt: null },
  ]
  expect(Object.fromEntries(expectedOf(steps, begin, usual))).toEqual({
    a: { from: at(0), to: at(1) },
    b: { from: at(5), to: at(7) },
    c: { from: at(1), to: at(3) },
    d: { from: at(7), to: at(9) },
  })
})

test('longer than usual is more than a minute over nine in ten, and only where enough runs tell', () => {
  const of = usual.get('a') ?? null
  expect([90, 150, 151].map((seconds) => isLongerThanUsual(of, seconds))).toEqual([false, false, true])
  expect(isLongerThanUsual({ median: 1, p90: 1, runs: 2 }, 1_000)).toBe(false)
  expect(isLongerThanUsual(null, 1_000)).toBe(false)
})
