import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayMs, minuteMs, mustBeDay } from '../../../record/time.ts'
import { zoneClock } from '../../../record/zone.ts'
import { goldExchange } from '../calendar/calendar.data.ts'
import { generate, type Task } from './generate.rules.ts'
import { type Ground, holesOf, overlapsOf, prove } from './proof.rules.ts'
import type { Position, Someone, Watch } from './shape.rules.ts'
import { neededIn, type Pattern, type PlacedPosition, slotsOf } from './slots.rules.ts'

const wall = zoneClock('Asia/Shanghai', mustBeDay('2026-01-01'), mustBeDay('2026-12-31'))
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const maker: PlacedPosition = {
  ...{ id: 'maker', part: 'maker', posts: [], skills: [], people: 1 },
  ...{ sessions: null, minutesBefore: 30, minutesAfter: 15 },
}
const checker: PlacedPosition = { ...maker, id: 'checker', part: 'checker' }
const positions = [maker, checker]
const byId = new Map<string, Position>(positions.map((one) => [one.id, one]))
const named = (...ids: string[]): Someone[] => ids.map((id) => ({ id, posts: [], skills: [] }))
const limits = { restHours: 11, nightsInRow: 3, weekHours: 44 }
const duty = (person: string, position: string, from: string, to: string): Watch => ({
  ...{ id: `${person} ${from}`, person, position },
  ...{ from: at(from), to: at(to) },
})
const told = (ground: Partial<Ground>) =>
  prove(
    { needed: [], watches: [], away: [], positions, people: named('li', 'wang', 'chen'), limits, ...ground },
    wall,
  ).map(({ kind, from, to, person, position }) => [
    kind,
    ...[from, to].map((ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')),
    person ?? position,
  ])

/** Minutes from 0 to 59, as a model counts them one by one. */
const minutes = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })).map(([a, b]) => ({
  from: Math.min(a, b) * minuteMs,
  to: Math.max(a, b) * minuteMs,
}))
const someWatch = fc.record({
  span: minutes,
  person: fc.constantFrom('li', 'wang', 'chen'),
  position: fc.constantFrom('maker', 'checker'),
})
const someWatches = fc
  .array(someWatch, { maxLength: 9 })
  .map((all) =>
    all.map(({ span, ...one }, n): Watch => ({ id: String(n), ...one, ...span })).filter(({ from, to }) => from < to),
  )
const each = (span: { from: number; to: number }) =>
  Array.from({ length: (span.to - span.from) / minuteMs }, (_, n) => span.from + n * minuteMs)

describe('the proof', () => {
  it('finds just the minutes in which too few stand at a position, whoever comes and goes', () => {
    fc.assert(
      fc.property(someWatches, minutes, fc.integer({ min: 1, max: 2 }), (watches, span, people) => {
        const need = { ...span, position: 'maker', session: 'night', tradingDay: '2026-11-30' }
        const holes = holesOf([need], watches, new Map([['maker', { ...maker, people }]]))
        const expected = each(span).filter((minute) => {
          const there = watches.filter((one) => one.position === 'maker' && one.from <= minute && one.to > minute)
          return new Set(there.map(({ person }) => person)).size < people
        })
        expect(holes.flatMap(each)).toEqual(expected)
        for (const [n, hole] of holes.entries())
          if (n > 0) expect(hole).not.toMatchObject({ from: holes[n - 1]?.to, have: holes[n - 1]?.have })
      }),
    )
  })

  it('finds just the minutes in which one person stands at two places', () => {
    fc.assert(
      fc.property(someWatches, (watches) => {
        const found = new Set(
          overlapsOf(watches, byId).flatMap((one) => each(one).map((minute) => `${one.person} ${minute}`)),
        )
        const expected = watches.flatMap((one) =>
          each(one)
            .filter((minute) =>
              watches.some((two) => two !== one && two.person === one.person && two.from <= minute && two.to > minute),
            )
            .map((minute) => `${one.person} ${minute}`),
        )
        expect([...found].sort()).toEqual([...new Set(expected)].sort())
      }),
    )
  })

  it('names a hole to the minute with its trading day: Friday night is Monday’s', () => {
    const needed = neededIn({ startsOn: '2026-11-27', endsOn: '2026-11-27' }, [maker], goldExchange, wall)
    expect(needed.map(({ session, tradingDay }) => [session, tradingDay]).at(-1)).toEqual(['night', '2026-11-30'])
    const watches = [
      duty('li', 'maker', '2026-11-27 07:30', '2026-11-27 16:00'),
      duty('wang', 'maker', '2026-11-27 19:30', '2026-11-28 02:00'),
    ]
    expect(told({ needed, watches })).toEqual([['hole', '11-28 02:00', '11-28 02:45', 'maker']])
  })

  it('does not count whoever is on leave or may not stand there, and says so', () => {
    const needed = [
      {
        position: 'maker',
        session: 'day-am',
        tradingDay: '2026-11-27',
        from: at('2026-11-27 08:30'),
        to: at('2026-11-27 11:45'),
      },
    ]
    const watches = [duty('li', 'maker', '2026-11-27 08:00', '2026-11-27 12:00')]
    const away = [{ person: 'li', from: at('2026-11-27 10:00'), to: at('2026-11-27 11:00') }]
    expect(told({ needed, watches, away })).toEqual([
      ['hole', '11-27 10:00', '11-27 11:00', 'maker'],
      ['on-leave', '11-27 10:00', '11-27 11:00', 'li'],
    ])
    const trained = { ...maker, skills: ['gateway'] }
    expect(told({ needed, watches, positions: [trained] }).map(([kind]) => kind)).toEqual(['not-qualified', 'hole'])
  })

  it('finds who makes and checks at once, short rest, nights in a row and long weeks', () => {
    const both = [
      duty('li', 'maker', '2026-11-24 08:00', '2026-11-24 12:00'),
      duty('li', 'checker', '2026-11-24 11:00', '2026-11-24 13:00'),
    ]
    expect(told({ watches: both })).toEqual([['maker-is-checker', '11-24 11:00', '11-24 12:00', 'li']])
    const soon = [
      duty('li', 'maker', '2026-11-24 19:30', '2026-11-25 02:45'),
      duty('li', 'maker', '2026-11-25 07:30', '2026-11-25 12:00'),
    ]
    expect(told({ watches: soon })).toEqual([['rest', '11-25 02:45', '11-25 07:30', 'li']])
    const nights = [23, 24, 25, 26].map((day) =>
      duty('wang', 'maker', `2026-11-${day} 19:30`, `2026-11-${day + 1} 02:45`),
    )
    expect(told({ watches: nights })).toEqual([['nights', '11-23 19:30', '11-27 02:45', 'wang']])
    const days = [23, 24, 25, 26, 27].map((day) =>
      duty('chen', 'maker', `2026-11-${day} 08:00`, `2026-11-${day} 17:00`),
    )
    expect(told({ watches: days })).toEqual([['week-hours', '11-23 00:00', '11-30 00:00', 'chen']])
  })
})

describe('filling a roster', () => {
  const patterns: Pattern[] = [
    { id: 'day', startsAt: '08:00', endsAt: '16:00', days: 'trading-days', positions: ['maker', 'checker'] },
    { id: 'night', startsAt: '19:30', endsAt: '02:45', days: 'night-sessions', positions: ['maker', 'checker'] },
  ]
  const month = { startsOn: '2026-11-01', endsOn: '2026-12-01' }
  const task = (people: readonly Someone[], more: Partial<Task> = {}): Task => ({
    slots: slotsOf(month, patterns, positions, goldExchange, wall),
    ...{ fixed: [], away: [], positions, people, limits },
    ...more,
  })
  const crew = named(...Array.from({ length: 15 }, (_, n) => `p${n}`))
  const asWatches = (plan: ReturnType<typeof generate>): Watch[] =>
    plan.filled.map((one, n) => ({ ...one, id: String(n) }))

  it('leaves no hole and breaks no rule, is the same each time, and shares nights and hours out', () => {
    const plan = generate(task(crew), wall)
    expect(plan.unfilled).toEqual([])
    expect(plan).toEqual(generate(task(crew), wall))
    const needed = neededIn(month, positions, goldExchange, wall)
    expect(needed.length).toBeGreaterThan(80)
    expect(told({ needed, watches: asWatches(plan), people: crew })).toEqual([])
    const nights = crew.map(
      ({ id }) => plan.filled.filter((one) => one.person === id && one.pattern === 'night').length,
    )
    expect(Math.max(...nights) - Math.min(...nights)).toBeLessThanOrEqual(1)
  })

  it('gives nights to the other of two in the week after', () => {
    const twoWeeks = { startsOn: '2026-11-16', endsOn: '2026-11-29' }
    const makers = patterns.map((one) => ({ ...one, positions: ['maker'] }))
    const slots = slotsOf(twoWeeks, makers, positions, goldExchange, wall)
    const plan = generate(task(named('li', 'wang'), { slots, limits: { ...limits, nightsInRow: 5 } }), wall)
    const nights = (from: string, to: string) =>
      new Set(
        plan.filled
          .filter((one) => one.pattern === 'night' && one.date >= from && one.date < to)
          .map(({ person }) => person),
      )
    expect([plan.unfilled.length, nights('2026-11-16', '2026-11-23'), nights('2026-11-23', '2026-11-30')]).toEqual([
      ...[0, new Set(['wang']), new Set(['li'])],
    ])
  })

  it('keeps what was set by hand and who is away, and says why nobody could take a place', () => {
    const two = named('li', 'wang')
    const away = [{ person: 'wang', from: at('2026-11-10 00:00'), to: at('2026-11-11 00:00') }]
    const plan = generate(task(two, { away, limits: { ...limits, nightsInRow: 31, weekHours: 168 } }), wall)
    const first = plan.unfilled[0]
    expect(plan.unfilled.length).toBeGreaterThan(0)
    expect(Object.values(first?.why ?? {}).reduce((sum, n) => sum + n, 0)).toBe(2)
    for (const one of plan.filled) if (one.person === 'wang') expect(one.date).not.toBe('2026-11-10')
  })

  it('never breaks a rule, whoever is there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 30 })), { maxLength: 20 }),
        (size, leaves) => {
          const people = crew.slice(0, size)
          const away = leaves.map(([who, day]) => {
            const from = mustBeDay('2026-11-01') + day
            return { person: `p${who}`, from: wall.msAt(from, 0), to: wall.msAt(from, 0) + dayMs }
          })
          const plan = generate(task(people, { away }), wall)
          expect(told({ watches: asWatches(plan), away, people })).toEqual([])
          expect(plan.filled.length + plan.unfilled.length).toBe(task(people).slots.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('places nothing where the calendar ends', () =>
    expect(slotsOf({ startsOn: '2027-02-01', endsOn: '2027-02-05' }, patterns, positions, goldExchange, wall)).toEqual(
      [],
    ))
})

it('a date is what the firm’s clock shows', () => expect(dateOf(wall.dayAt(at('2026-11-28 02:00')))).toBe('2026-11-28'))
