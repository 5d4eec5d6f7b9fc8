import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trueTime } from '../../../record/time.ts'
import { agrees, type Count, type Line, outcomeOf, withinOf } from './result.rules.ts'

/** A site with two rooms, a rack in the first. */
const within = withinOf(
  new Map([
    ['site', null],
    ['room', 'site'],
    ['rack', 'room'],
    ['store', 'site'],
  ]),
)
const line: Line = { location: 'rack', custodian: 'li' }
let n = 0
const count = (values: Partial<Count> = {}): Count => {
  const id = String(++n).padStart(4, '0')
  return { id, place: 'rack', holder: null, counter: 'wang', countedAt: '2026-11-24T01:00:00.000Z', ...values }
}
const resultOf = (expected: Line | null, ...counts: Count[]) => outcomeOf(expected, counts, within).result

describe('R12: what was counted is one of six', () => {
  it('found, where and with whom it should be', () => {
    expect(resultOf(line, count())).toBe('found')
    expect(resultOf(line, count({ holder: 'li' }))).toBe('found')
  })
  it('in a wrong place', () => expect(resultOf(line, count({ place: 'store' }))).toBe('wrong-place'))
  it('with a wrong holder', () => expect(resultOf(line, count({ holder: 'zhao' }))).toBe('wrong-holder'))
  it('missing', () => expect(resultOf(line)).toBe('missing'))
  it('surplus', () => expect(resultOf(null, count())).toBe('surplus'))
  it('twice, by two people or at two places', () => {
    expect(resultOf(line, count(), count({ counter: 'chen' }))).toBe('twice')
    expect(resultOf(line, count(), count({ place: 'store' }))).toBe('twice')
  })

  it('and never two of them at once, whatever was counted', () => {
    const places = fc.constantFrom('site', 'room', 'rack', 'store', null)
    const people = fc.constantFrom('li', 'wang', 'zhao', null)
    const counts = fc.array(
      fc.record({
        id: fc.uuid(),
        place: places,
        holder: people,
        counter: fc.constantFrom('wang', 'chen'),
        countedAt: fc
          .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
          .map((at) => at.toISOString()),
      }),
      { maxLength: 5 },
    )
    const lines = fc.option(fc.record({ location: places, custodian: people }))
    fc.assert(
      fc.property(lines, counts, (expected, all) => {
        const { result, stands, voices, replaced } = outcomeOf(expected, all, within)
        expect(voices.length + replaced.length).toBe(all.length)
        expect(result === 'surplus').toBe(expected === null)
        expect(result === 'missing').toBe(expected !== null && all.length === 0)
        expect(result === 'twice').toBe(expected !== null && voices.length > 1)
        for (const one of all) expect(one.countedAt <= (stands?.countedAt ?? '')).toBe(true)
        expect(outcomeOf(expected, [...all].reverse(), within)).toEqual({ result, stands, voices, replaced })
      }),
    )
  })
})

describe('a recount', () => {
  it('by the same person at the same place replaces the one before, and shows it', () => {
    const [first, second] = [count({ holder: 'zhao' }), count({ holder: 'li', countedAt: '2026-11-24T02:00:00.000Z' })]
    expect(outcomeOf(line, [second, first], within)).toEqual({
      result: 'found',
      stands: second,
      voices: [second],
      replaced: [first],
    })
  })
  it('stands by when it was made, not by when it came', () => {
    const [early, late] = [count({ countedAt: '2026-11-24T00:00:00.000Z' }), count({ place: 'store' })]
    expect(outcomeOf(line, [late, early], within).stands).toBe(late)
  })
})

describe('a place', () => {
  it('agrees with what it lies in and with what lies in it', () => {
    expect(agrees('rack', 'room', within)).toBe(true)
    expect(agrees('room', 'rack', within)).toBe(true)
    expect(agrees('rack', 'store', within)).toBe(false)
    expect(agrees(null, 'store', within)).toBe(false)
    expect(agrees('rack', null, within)).toBe(true)
  })
  it('in a ring of places ends the way up', () => {
    const ring = withinOf(
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    )
    expect(ring('a', 'c')).toBe(false)
  })
})

describe('the time of a count', () => {
  const now = '2026-11-24T03:00:00.000Z'
  it('is as told by a clock that goes right', () =>
    expect(trueTime('2026-11-24T01:00:00.000Z', '2026-11-24T02:59:30.000Z', now)).toBe('2026-11-24T01:00:00.000Z'))
  it('is put right where the clock is wrong', () =>
    expect(trueTime('2026-11-24T05:00:00.000Z', '2026-11-24T05:10:00.000Z', now)).toBe('2026-11-24T02:50:00.000Z'))
  it('is never ahead', () => expect(trueTime('2026-11-24T04:00:00.000Z', '2026-11-24T03:00:10.000Z', now)).toBe(now))
})
