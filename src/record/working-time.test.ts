import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorking,
  always,
  isEverWorked,
  type Span,
  spansBetween,
  workingBetween,
  workingTime,
} from './working-time.ts'

const second = 1_000
/** Half a minute is the grain of the model: finer than any calendar's edge. */
const grain = 30 * second
const horizon = 400

/** The plainest model there is: half a minute after half a minute, worked or not. */
class Model {
  readonly worked: boolean[] = Array(horizon).fill(false)
  constructor(spans: readonly Span[]) {
    for (const { from, to } of spans)
      for (let i = Math.max(0, from / grain); i < Math.min(horizon, to / grain); i++) this.worked[i] = true
  }
  between(from: number, to: number): number {
    let sum = 0
    for (let i = from / grain; i < to / grain; i++) if (this.worked[i]) sum += grain
    return sum
  }
  add(from: number, amount: number): number | 'unknown' {
    let left = amount
    for (let at = from; left > 0; at += grain) {
      if (at >= horizon * grain) return 'unknown'
      if (this.worked[at / grain]) left -= grain
      if (left === 0) return at + grain
    }
    return from
  }
}

const tick = fc.integer({ min: 0, max: horizon - 1 }).map((n) => n * grain)
const spans = fc.array(
  fc.tuple(fc.integer({ min: -40, max: horizon + 40 }), fc.integer({ min: 0, max: 60 })).map(([from, length]) => ({
    from: from * grain,
    to: (from + length) * grain,
  })),
  { maxLength: 12 },
)
const known = { from: 0, to: horizon * grain }

describe('working time agrees with counting it half a minute at a time', () => {
  test('how much is worked between two instants', () => {
    fc.assert(
      fc.property(spans, tick, tick, (given, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        expect(workingBetween(workingTime(known, given), from, to)).toBe(new Model(given).between(from, to))
      }),
      { numRuns: 2_000 },
    )
  })

  test('when so much has been worked', () => {
    fc.assert(
      fc.property(spans, tick, fc.integer({ min: 0, max: horizon }), (given, from, n) => {
        expect(addWorking(workingTime(known, given), from, n * grain)).toBe(new Model(given).add(from, n * grain))
      }),
      { numRuns: 2_000 },
    )
  })

  test('one undoes the other, to the millisecond', () => {
    const at = fc.integer({ min: 0, max: horizon * grain - 1 })
    fc.assert(
      fc.property(spans, at, fc.integer({ min: 1, max: horizon * grain }), (given, from, amount) => {
        const time = workingTime(known, given)
        const due = addWorking(time, from, amount)
        if (due === 'unknown') expect(workingBetween(time, from, known.to)).toBeLessThan(amount)
        else {
          expect(workingBetween(time, from, due)).toBe(amount)
          expect(workingBetween(time, from, due - 1)).toBe(amount - 1)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('what is worked in parts is worked in whole, and a later start is never due earlier', () => {
    fc.assert(
      fc.property(spans, fc.array(tick, { minLength: 3, maxLength: 3 }), fc.nat(50), (given, ticks, n) => {
        const [a, b, c] = ticks.sort((x, y) => x - y) as [number, number, number]
        const time = workingTime(known, given)
        const between = (from: number, to: number) => workingBetween(time, from, to) as number
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
        const [early, late] = [addWorking(time, a, n * grain), addWorking(time, b, n * grain)]
        if (early === 'unknown') expect(late).toBe('unknown')
        else if (late !== 'unknown') expect(late).toBeGreaterThanOrEqual(early)
      }),
    )
  })

  test('the stretches between two instants add up to what is worked', () => {
    fc.assert(
      fc.property(spans, tick, tick, (given, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const time = workingTime(known, given)
        const sum = spansBetween(time, from, to).reduce((all, one) => all + one.to - one.from, 0)
        expect(sum).toBe(workingBetween(time, from, to))
      }),
    )
  })
})

describe('where nothing is known nothing is guessed', () => {
  const time = workingTime({ from: 1_000, to: 9_000 }, [{ from: 2_000, to: 4_000 }])

  test('outside of what the calendar covers', () => {
    expect(addWorking(time, 999, 1)).toBe('unknown')
    expect(addWorking(time, 9_000, 1)).toBe('unknown')
    expect(addWorking(time, 1_000, 2_001)).toBe('unknown')
    expect(addWorking(time, Number.NaN, 1)).toBe('unknown')
    expect(workingBetween(time, 999, 3_000)).toBe('unknown')
    expect(workingBetween(time, 2_000, 9_001)).toBe('unknown')
  })

  test('without a working minute the answer comes at once, and is no date', () => {
    const never = workingTime({ from: 0, to: 9_000 }, [{ from: 20_000, to: 30_000 }])
    expect(isEverWorked(never)).toBe(false)
    expect(addWorking(never, 0, 1)).toBe('unknown')
    expect(workingBetween(never, 0, 9_000)).toBe(0)
  })
})

test('around the clock, time is time, to the millisecond', () => {
  const from = Date.parse('2026-11-24T15:59:59.500Z')
  expect(addWorking(always, from, 61_001)).toBe(from + 61_001)
  expect(workingBetween(always, from, from + 90_500)).toBe(90_500)
})
