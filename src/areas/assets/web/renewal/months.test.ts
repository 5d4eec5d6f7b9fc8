import { expect, it } from 'vitest'
import type { Renewal } from '../../renewal/shape.rules.ts'
import { daysBetween, monthNames, monthsOf } from './months.ts'

const ends = (endsOn: string) => ({ endsOn }) as Renewal

it('puts together what runs out in a month, and what is over first', () => {
  const items = ['2026-10-30', '2026-11-01', '2026-11-24', '2026-11-30', '2027-01-02'].map(ends)
  expect(monthsOf(items, '2026-11-24').map(({ month, items: all }) => [month, all.length])).toEqual([
    [null, 2],
    ['2026-11', 2],
    ['2027-01', 1],
  ])
})

it('names every month, also those in which nothing runs out', () => {
  expect(monthNames('2026-11-24', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthNames('2026-11-24', '2026-11-25')).toEqual(['2026-11'])
})

it('counts whole days, back too', () => {
  expect(daysBetween('2026-11-24', '2026-12-31')).toBe(37)
  expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4)
})
