import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bySoonest, type DayValue, forecastOf, limitOf, limitOfTable, traceOf } from './forecast.rules.ts'
import { probeSettings } from './probe.settings.ts'

const days = (count: number, value: (day: number) => number): DayValue[] =>
  Array.from({ length: count }, (_, day) => ({ day, value: value(day) }))

describe('a forecast', () => {
  it('says in how many days, from either side', () => {
    const grows = forecastOf(
      days(30, (day) => 100 + 2 * day),
      { at: 200, from: 'below' },
    )
    expect(grows).toMatchObject({ is: 'in', level: 158, perDay: 2, days: 21, soonest: 21, latest: 21 })
    const shrinks = forecastOf(
      days(30, (day) => 80 - day),
      { at: 10, from: 'above' },
    )
    expect(shrinks).toMatchObject({ is: 'in', level: 51, perDay: -1, days: 41 })
  })

  it('is moved little by a day that went wrong', () => {
    const spoilt = days(30, (day) => (day % 9 === 4 ? 5_000 : 100 + 2 * day))
    const found = forecastOf(spoilt, { at: 200, from: 'below' })
    expect(found.is).toBe('in')
    if (found.is !== 'in') return
    expect(Math.abs(found.days - 21)).toBeLessThan(4)
  })

  it('says that it knows too little, that nothing moves, and that it is reached', () => {
    const limit = { at: 100, from: 'below' } as const
    expect(
      forecastOf(
        days(13, (day) => day),
        limit,
      ),
    ).toEqual({ is: 'too-little', days: 13, wanted: 14 })
    expect(
      forecastOf(
        days(30, (day) => 50 + (day % 2)),
        limit,
      ),
    ).toMatchObject({ is: 'steady' })
    expect(
      forecastOf(
        days(30, (day) => 90 - day),
        limit,
      ),
    ).toMatchObject({ is: 'steady', perDay: -1 })
    expect(
      forecastOf(
        days(30, (day) => 90 + day),
        limit,
      ),
    ).toMatchObject({ is: 'reached' })
  })

  it('keeps its answer within its band, whatever the values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 14, maxLength: 60 }), value, (values, at) => {
        const found = forecastOf(
          values.map((one, day) => ({ day, value: one })),
          { at, from: 'below' },
        )
        if (found.is !== 'in') return
        expect(found.soonest).toBeGreaterThan(0)
        expect(found.soonest).toBeLessThanOrEqual(found.days * (1 + 1e-9))
        expect(found.days).toBeLessThanOrEqual(found.latest * (1 + 1e-9))
      }),
    )
  })

  it('puts first what fills up first, and last what nothing is known of', () => {
    const of = (count: number, at: number) => ({
      forecast: forecastOf(
        days(count, (day) => day),
        { at, from: 'below' },
      ),
    })
    const order = [of(5, 10), of(30, 90), of(30, 20), of(30, 40)].sort(bySoonest).map(({ forecast }) => forecast.is)
    expect(order).toEqual(['reached', 'in', 'in', 'too-little'])
  })
})

it('takes its limit from the probe’s own thresholds', () => {
  const disk = probeSettings.parse({ kind: 'disk', path: '/', warnFreePercent: 20, downFreePercent: 5 })
  expect(limitOf(disk)).toEqual({ at: 5, from: 'above' })
  expect(limitOf(probeSettings.parse({ kind: 'disk', path: '/', warnFreeBytes: 1_000 }))).toEqual({
    at: 0,
    from: 'above',
  })
  expect(limitOf(probeSettings.parse({ kind: 'tcp', host: 'h', port: 1 }))).toBeNull()
})

describe('a database', () => {
  const of = (more: object) => probeSettings.parse({ kind: 'database', target: 'trading', ...more })
  it('is full where its quota is, or its disk as last noted', () => {
    expect(limitOf(of({ quotaMb: 500 }))).toEqual({ at: 500, from: 'below' })
    expect(limitOf(of({ path: '/data' }))).toBeNull()
    expect(limitOf(of({ path: '/data' }), { mb: 120, leftMb: 80 })).toEqual({ at: 200, from: 'below' })
    expect(probeSettings.safeParse({ kind: 'database', target: 'trading' }).success).toBe(false)
  })

  it('is filled by one of its tables once that has grown by what is left', () =>
    expect(limitOfTable({ at: 200, from: 'below' }, 120, 50)).toEqual({ at: 130, from: 'below' }))
})

it('draws evenly many days, the last among them', () => {
  const trace = traceOf(days(60, (day) => day))
  expect([trace.length, trace.at(-1)?.day]).toEqual([30, 59])
  expect(traceOf(days(5, (day) => day)).length).toBe(5)
})
