import { expect, test } from 'vitest'
import { bandsOf, goodShare, type SeriesPoint, verdictOf } from './series.ts'

const day = Date.parse('2026-11-24T00:00:00.000Z')
const minute = 60_000
const span = { from: new Date(day).toISOString(), to: new Date(day + 10 * minute).toISOString(), bucketSeconds: 60 }

const point = (at: number, up = 1, slow = 0): SeriesPoint => ({
  at: new Date(day + at * minute).toISOString(),
  checks: 6,
  up,
  slow,
  min: 1,
  avg: 2,
  p95: 3,
  max: 3,
  value: null,
})

const bands = (points: readonly SeriesPoint[]) =>
  bandsOf(points, span).map(({ from, to, verdict }) => [(from - day) / minute, (to - day) / minute, verdict])

test('all well leaves nothing to shade', () => {
  expect(bands(Array.from({ length: 10 }, (_, n) => point(n)))).toEqual([])
})

test('neighbouring buckets of one kind are one band', () => {
  const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => point(n, n === 2 || n === 3 ? 0 : n === 4 ? 0.5 : 1))
  expect(bands(points)).toEqual([
    [2, 4, 'down'],
    [4, 5, 'partly'],
  ])
})

test('a silence is unknown, before, between and after', () => {
  expect(bands([point(4), point(5), point(9, 0)])).toEqual([
    [0, 4, 'gap'],
    [6, 9, 'gap'],
    [9, 10, 'down'],
  ])
  expect(bands([0, 1, 2, 3].map((n) => point(n)))).toEqual([[4, 10, 'gap']])
})

test('a probe that asks rarely has no gaps between its readings', () => {
  expect(bands([point(0), point(3), point(6), point(9)])).toEqual([])
})

test('no reading at all draws no band: the chart says so itself', () => {
  expect(bands([])).toEqual([])
})

test('failing in part is not down, slow for half of the time is slow', () => {
  expect(verdictOf({ checks: 6, up: 0, slow: 0 })).toBe('down')
  expect(verdictOf({ checks: 6, up: 0.1, slow: 0 })).toBe('partly')
  expect(verdictOf({ checks: 6, up: 1, slow: 0.5 })).toBe('slow')
  expect(verdictOf({ checks: 0, up: 1, slow: 0 })).toBe('gap')
})

test('the share of good checks weighs each check alike', () => {
  expect(goodShare([point(0), { ...point(1, 0), checks: 2 }])).toBe(0.75)
  expect(goodShare([])).toBeUndefined()
})
