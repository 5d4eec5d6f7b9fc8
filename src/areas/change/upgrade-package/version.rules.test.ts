import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, isVersion, isWithin, rangeOf } from './version.rules.ts'

const part = fc.oneof(fc.nat(200).map(String), fc.constantFrom('rc1', 'beta2', 'sp1', 'sp2', 'p3'))
const version = fc
  .tuple(fc.constantFrom('', 'v', 'V'), fc.nat(20), fc.array(part, { maxLength: 4 }), fc.constantFrom('.', '-', '_'))
  .map(([mark, first, more, between]) => mark + [first, ...more].join(between))

describe('versions', () => {
  it.each([
    ['6.3.7', '6.3.10'],
    ['6.3.10', '6.3.10_SP1'],
    ['V6.3.10_SP2', 'V6.3.10_SP10'],
    ['6.4.0-rc1', '6.4.0'],
    ['6.4.0-beta3', '6.4.0-rc1'],
    ['7.1.064', '7.1.065'],
    ['2.9', '2.10'],
    ['1.0', '1.0.1'],
    ['20260930', '20261001'],
  ])('%s is earlier than %s', (early, late) => {
    expect(compareVersions(early, late)).toBeLessThan(0)
    expect(compareVersions(late, early)).toBeGreaterThan(0)
  })

  it.each([
    ['6.3', 'V6.3.0'],
    ['6.3.10 GA', '6-3-10'],
    ['7.1.064', '7.1.64'],
    ['6.3', '6.3'],
  ])('%s is %s', (one, other) => expect(compareVersions(one, other)).toBe(0))

  it('stand in one order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0)
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0 || 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('compare by numbers, whatever their length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 5 }), fc.nat(4), (numbers, at) => {
        const i = at % numbers.length
        const later = numbers.map((one, n) => (n === i ? one + 1 : one))
        expect(compareVersions(numbers.join('.'), later.join('.'))).toBeLessThan(0)
      }),
    )
  })

  it('have a number that can be compared', () => {
    expect(['6.3', 'V1', 'latest', '', '1'.repeat(16)].map(isVersion)).toEqual([true, true, false, false, false])
  })
})

describe('a range', () => {
  const fits = (text: string, ...versions: string[]) => {
    const range = rangeOf(text)
    return range && versions.map((one) => isWithin(one, range))
  }

  it('is bounds that all hold, or one of several', () => {
    expect(fits('>=6.3.0 <6.3.10', '6.3.0', '6.3.7', '6.3.9_SP1', '6.3.10', '6.2')).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(fits('>= 6.3, 5.9.2', '6.4', '5.9.2', '5.9.3')).toEqual([true, true, false])
    expect(fits('6.3.*', '6.3', '6.3.10', '6.30', '6.4')).toEqual([true, true, false, false])
    expect(fits('*', '1', '6.3')).toEqual([true, true])
  })

  it('is none where it says none', () => {
    expect(['', 'any', '>=', '6.3 or so', '~6.3'].map(rangeOf)).toEqual([null, null, null, null, null])
  })

  it('holds what lies between its bounds, and nothing else', () => {
    fc.assert(
      fc.property(version, version, version, (low, high, one) => {
        const range = rangeOf(`>=${low} <${high}`)
        if (!range) return
        expect(isWithin(one, range)).toBe(compareVersions(one, low) >= 0 && compareVersions(one, high) < 0)
      }),
    )
  })
})
