import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Total } from '../backup-plan/method.settings.ts'
import { compare, isSame, lossOf, wrongOf } from './compare.rules.ts'

const startedAt = '2026-11-24T12:00:00.000Z'
const held = (totals: Total[], reported: Record<string, string>, found: Record<string, string | null>) =>
  compare(
    {
      ...{ totals, startedAt, rpoMinutes: 60 },
      reported: Object.entries(reported).map(([name, value]) => ({ name, value })),
    },
    { counted: { rows: 12 }, measured: new Map(Object.entries(found)) },
  )
const total = (more: Partial<Total> = {}): Total => ({ name: 'amount', of: 'select 1', check: 'same', ...more })

describe('a total', () => {
  it.each([
    ['is the same number, however it is written', {}, { amount: '120.50' }, '120.5', true],
    ['is another number', {}, { amount: '120.50' }, '120.51', false],
    ['was never reported', {}, {}, '120.5', false],
    ['is not there', {}, { amount: '1' }, null, false],
    ['is as many as it must be at least', { check: 'least', least: 10 }, {}, '10', true],
    ['is fewer', { check: 'least', least: 10 }, {}, '9', false],
    ['is no number', { check: 'least', least: 10 }, {}, 'ten', false],
    ['is as old as may be lost', { check: 'fresh' }, {}, '2026-11-24 11:00:00+00', true],
    ['is older', { check: 'fresh' }, {}, '2026-11-24 10:59:59', false],
    ['is no instant', { check: 'fresh' }, {}, 'yesterday', false],
  ] as const)('%s', (_, more, reported, found, ok) =>
    expect(held([total(more)], reported, { amount: found })).toMatchObject([{ name: 'amount', ok, found }]),
  )

  it('is counted by itself, and compared where the run reported it', () => {
    expect(held([], {}, {})).toEqual([])
    const [rows] = held([], { rows: '13' }, {})
    expect(rows).toMatchObject({ name: 'rows', ok: false, found: '12' })
    expect(wrongOf(rows ? [rows] : [])?.[1]).toBe('It is not what was saved: rows should be 13 and is 12.')
  })
})

it('loses nothing where what it holds is newer than the copy', () =>
  expect(lossOf('2026-11-24T12:00:03Z', startedAt)).toBe(0))

it('takes a number for the same with zeros on either side, and never for another', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(5), (n, zeros) => {
      const padded = `${n < 0n ? '-' : ''}${'0'.repeat(zeros)}${n < 0n ? -n : n}.${'0'.repeat(zeros)}`
      expect(isSame(String(n), padded)).toBe(true)
      expect(isSame(String(n + 1n), padded)).toBe(false)
    }),
  ))
