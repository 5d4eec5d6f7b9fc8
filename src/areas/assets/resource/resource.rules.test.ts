import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figures, judge, type Limits, verdicts } from './resource.rules.ts'

const limits: Limits = {
  ...{ manyRepairs: 3, manyFailures: 5, dearPercent: 30, busyPercent: 80, slowPercent: 10 },
  ...{ idlePercent: 5, idleDays: 180, slowHours: 8, aheadDays: 90 },
}
const today = '2026-11-24'
const sound: Figures = {
  ...{ state: 'in-use', ageMonths: 20, lifeMonths: 60, cost: 50_000, bookValue: 30_000 },
  ...{ spentYear: 1_000, spentAll: 2_000, repairs: 0, failures: 0, responseMinutes: null, downMinutes: 0 },
  ...{
    use: 40,
    fullest: 60,
    slow: 0,
    up: 99.9,
    idleDays: null,
    warrantyUntil: '2027-06-30',
    supportUntil: null,
    isBeyondRepair: false,
  },
}
const of = (more: Partial<Figures>) => judge({ ...sound, ...more }, limits, today)
const told = (more: Partial<Figures>) => {
  const { verdict, reasons } = of(more)
  return [verdict, ...reasons.map(({ code }) => code)]
}

describe('what should become of an asset', () => {
  it('is kept while nothing speaks against it, or only one lesser thing', () => {
    expect(told({})).toEqual(['keep'])
    expect(told({ ageMonths: 61 })).toEqual(['keep', 'past-life'])
    expect(told({ supportUntil: '2027-01-31' })).toEqual(['keep', 'support-ends'])
  })

  it('is renewed for one grave reason or two lesser ones, each said in words', () => {
    expect(told({ supportUntil: '2026-06-30' })).toEqual(['renew', 'support-over'])
    expect(told({ ageMonths: 80, warrantyUntil: '2024-01-01' })).toEqual(['renew', 'past-life', 'warranty-over'])
    expect(told({ repairs: 3 })).toEqual(['renew', 'many-repairs'])
    expect(told({ spentYear: 15_000 })).toEqual(['renew', 'dear'])
    expect(of({ spentYear: 15_000 }).reasons[0]?.words[0]).toBe('一年的维保费用是原值的 30%')
    expect(told({ fullest: 85 })).toEqual(['renew', 'busy'])
  })

  it('is moved where it is idle, and retired where it is idle and old or cannot be mended', () => {
    expect(told({ state: 'in-stock', idleDays: 200, use: null })).toEqual(['move', 'in-stock'])
    expect(told({ use: 3 })).toEqual(['move', 'idle'])
    const old = { state: 'in-stock', idleDays: 200, use: null, ageMonths: 90, supportUntil: '2025-01-01' }
    expect(told(old)[0]).toBe('retire')
    expect(told({ state: 'in-repair', isBeyondRepair: true })).toEqual(['retire', 'beyond-repair'])
  })

  it('gives every verdict but keeping reasons that are enough, and no worse a verdict for fewer repairs', () => {
    const some = fc.record({
      repairs: fc.nat(6),
      failures: fc.nat(9),
      ageMonths: fc.option(fc.nat(120)),
      use: fc.option(fc.nat(100)),
      fullest: fc.option(fc.nat(100)),
      idleDays: fc.option(fc.nat(400)),
      supportUntil: fc.option(fc.constantFrom('2024-01-01', '2026-12-31', '2029-01-01')),
    })
    fc.assert(
      fc.property(some, (more) => {
        const { verdict, score, reasons } = of(more)
        expect(verdicts).toContain(verdict)
        const weight = reasons.filter((one) => one.for === verdict).reduce((sum, { grave }) => sum + (grave ? 2 : 1), 0)
        expect(score).toBe(weight)
        expect(verdict === 'keep' || score >= 2).toBe(true)
        expect(of({ ...more, repairs: 0 }).reasons.length).toBeLessThanOrEqual(reasons.length)
      }),
    )
  })
})
