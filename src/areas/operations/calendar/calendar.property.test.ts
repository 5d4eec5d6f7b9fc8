import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { goldExchange } from './calendar.data.ts'
import {
  checkCalendar,
  clockAt,
  instantOf,
  nextTradingDate,
  previousTradingDate,
  ribbonOf,
  type SessionRule,
  sessionAt,
  sessionsOf,
  type TradingCalendar,
  tradingDayOf,
} from './calendar.rules.ts'

/** True of any calendar: two months from anywhere in ten years, in several zones, with holidays and evenings off. */

// Seconds of work on an idle machine, several times that on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const dayMs = 86_400_000
const dateAfter = (start: string, days: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

const span = 60

const calendars: fc.Arbitrary<TradingCalendar> = fc
  .record({
    start: fc.integer({ min: 0, max: 3650 }).map((days) => dateAfter('2020-01-01', days)),
    zone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/Chicago', 'Europe/London', 'Australia/Lord_Howe'),
    holidays: fc.array(fc.tuple(fc.nat(span), fc.nat(9)), { maxLength: 4 }),
    evenings: fc.array(fc.nat(span), { maxLength: 8 }),
    sessions: fc.constantFrom(goldExchange.sessions, goldExchange.sessions.slice(0, 2), goldExchange.sessions.slice(1)),
  })
  .map(({ start, zone, holidays, evenings, sessions }) => {
    const closed = holidays.map(([from, length]) => ({
      from: dateAfter(start, from),
      to: dateAfter(start, from + length),
      reason: ['假日', 'Holiday'] as const,
      source: 'test',
    }))
    const trades = (date: string) =>
      ![0, 6].includes(new Date(date).getUTCDay()) && !closed.some((range) => range.from <= date && date <= range.to)
    return {
      ...goldExchange,
      zone,
      closed,
      noNight: evenings
        .map((days) => dateAfter(start, days))
        .filter(trades)
        .map((date) => ({ date, source: 'test' })),
      sessions: sessions.map((rule) => ({ ...rule, validFrom: '2020-01-01' })),
      covers: { from: start, to: dateAfter(start, span) },
    }
  })

const dayHours = ['00:00 02:00', '01:00 09:00', '09:00 11:30', '11:00 12:00', '11:30 18:00', '16:00 18:01']
const eveningHours = ['17:00 19:00', '18:00 20:00', '20:00 02:30', '20:00 09:30', '22:00 00:00', '23:00 18:00']

/** Session rules that are good or bad by chance, changing in the middle of a fortnight. */
const sessionRules: fc.Arbitrary<SessionRule> = fc
  .record({
    code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    evening: fc.boolean(),
    dayHours: fc.constantFrom(...dayHours),
    eveningHours: fc.constantFrom(...eveningHours),
    misplaced: fc.integer({ min: 1, max: 20 }).map((n) => n === 20),
    auctionFrom: fc.constantFrom(undefined, undefined, undefined, undefined, '08:50', '19:50'),
    validity: fc.constantFrom(
      ['2026-01-01', null] as const,
      ['2026-01-01', null] as const,
      ['2026-01-01', '2026-11-10'] as const,
      ['2026-11-11', null] as const,
    ),
  })
  .map(({ code, evening, misplaced, auctionFrom, validity: [validFrom, validTo], ...hours }) => {
    const [start = '', end = ''] = (evening === misplaced ? hours.dayHours : hours.eveningHours).split(' ')
    const auction = auctionFrom === undefined ? {} : { auctionFrom }
    return { code, start, end, ...auction, evening, validFrom, validTo, source: 'test' }
  })

/** A calendar and moments in and around it, in order. */
const calendarsWithMoments = calendars.chain((cal) =>
  fc.tuple(
    fc.constant(cal),
    fc
      .array(fc.integer({ min: -2 * dayMs, max: (span + 3) * dayMs }), { minLength: 2, maxLength: 60 })
      .map((moments) =>
        moments
          .sort((a, b) => a - b)
          .map((ms) => new Date(Date.parse(`${cal.covers.from}T00:00:00Z`) + ms).toISOString()),
      ),
  ),
)

test('every calendar made here is one without fault', () => {
  fc.assert(
    fc.property(calendars, (cal) => {
      expect(checkCalendar(cal)).toEqual([])
    }),
  )
})

test('sessions of consecutive trading days are in order and never overlap', () => {
  fc.assert(
    fc.property(calendars, (cal) => {
      const sessions = tradingDatesOf(cal).flatMap((date) => known(sessionsOf(cal, date), []))
      for (const [i, session] of sessions.entries()) {
        expect(session.from < session.to).toBe(true)
        const before = sessions[i - 1]
        if (before) expect(before.to <= session.from && before.tradingDay <= session.tradingDay).toBe(true)
      }
    }),
  )
})

test('whatever sessions the check lets through are in order, apart, and each found by its code', () => {
  let letThrough = 0
  fc.assert(
    fc.property(fc.array(sessionRules, { minLength: 1, maxLength: 4 }), (sessions) => {
      const cal = {
        ...goldExchange,
        sessions,
        noNight: [],
        closed: [],
        covers: { from: '2026-11-02', to: '2026-11-20' },
      }
      if (checkCalendar(cal).length > 0) return
      letThrough++
      let drawnTo = ''
      for (const date of tradingDatesOf(cal)) {
        for (const session of known(sessionsOf(cal, date), [])) {
          expect(drawnTo <= (session.auctionFrom ?? session.from) && session.from < session.to).toBe(true)
          expect(tradingDayOf(cal, session.auctionFrom ?? session.from)).toBe(date)
          expect(sessionAt(cal, session.from)).toBe(session)
          expect(instantOf(cal, date, { session: session.code, edge: 'end', offsetMinutes: 0 })).toBe(session.to)
          drawnTo = session.to
        }
      }
    }),
    { numRuns: 1000 },
  )
  expect(letThrough).toBeGreaterThan(40)
})

test('a session in progress belongs to the trading day of the moment, and has it between its ends', () => {
  fc.assert(
    fc.property(calendarsWithMoments, ([cal, moments]) => {
      for (const moment of moments) {
        const session = known(sessionAt(cal, moment), null)
        if (!session) continue
        expect(session.tradingDay).toBe(tradingDayOf(cal, moment))
        expect(session.from <= moment && moment < session.to).toBe(true)
      }
    }),
  )
})

test('a session holds from its first moment to just before its end, where its marks are', () => {
  fc.assert(
    fc.property(calendars, (cal) => {
      for (const date of tradingDatesOf(cal)) {
        for (const session of known(sessionsOf(cal, date), [])) {
          const justBefore = new Date(Date.parse(session.to) - 1).toISOString()
          expect(sessionAt(cal, session.from)).toBe(session)
          expect(sessionAt(cal, justBefore)).toBe(session)
          expect(sessionAt(cal, session.to)).toBeNull()
          const mark = { session: session.code, offsetMinutes: 0 }
          expect(instantOf(cal, date, { ...mark, edge: 'start' })).toBe(session.from)
          expect(instantOf(cal, date, { ...mark, edge: 'end' })).toBe(session.to)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('the trading day never goes back, and is unknown only before the data and after it', () => {
  fc.assert(
    fc.property(calendarsWithMoments, ([cal, moments]) => {
      const answers = moments.map((moment) => tradingDayOf(cal, moment))
      const days = answers.filter((day) => day !== 'unknown')
      expect(days).toEqual([...days].sort())
      expect(answers.join(' ')).toMatch(/^(unknown ?)*([\d-]+ ?)*(unknown ?)*$/)
    }),
  )
})

test('the trading clock points at the edge where the answer changes', () => {
  fc.assert(
    fc.property(calendarsWithMoments, ([cal, moments]) => {
      for (const moment of moments) {
        const reading = clockAt(cal, moment)
        if (reading === 'unknown') continue
        expect(reading.until > moment).toBe(true)
        const then = known(sessionAt(cal, reading.until), null)
        if (reading.edge === 'opens') expect([reading.session, then?.code]).toEqual([null, reading.nextCode])
        else expect([reading.session === null, then]).toEqual([false, null])
      }
    }),
  )
})

test('the ribbon covers the trading day without a gap, and the days without a gap between them', () => {
  fc.assert(
    fc.property(calendars, (cal) => {
      const segments = tradingDatesOf(cal).flatMap((date) => {
        const ribbon = known(ribbonOf(cal, date), [])
        for (const segment of ribbon) expect(tradingDayOf(cal, segment.from)).toBe(date)
        return ribbon
      })
      for (const [i, segment] of segments.entries()) {
        expect(segment.from < segment.to).toBe(true)
        if (i > 0) expect(segment.from).toBe(segments[i - 1]?.to)
      }
    }),
    { numRuns: 50 },
  )
})

test('the next trading date and the previous one are each other’s way back', () => {
  fc.assert(
    fc.property(calendars, (cal) => {
      for (const date of tradingDatesOf(cal)) {
        const next = nextTradingDate(cal, date)
        if (next !== 'unknown') expect(previousTradingDate(cal, next)).toBe(date)
      }
    }),
  )
})

/** The trading dates one after the other, as a caller walks them. */
function tradingDatesOf(cal: TradingCalendar): string[] {
  const dates: string[] = []
  const first = tradingDayOf(cal, new Date(Date.parse(`${cal.covers.from}T00:00:00Z`) + dayMs).toISOString())
  for (let date = first; date !== 'unknown'; date = nextTradingDate(cal, date)) dates.push(date)
  return dates
}

function known<T>(answer: T | 'unknown', otherwise: T): T {
  return answer === 'unknown' ? otherwise : answer
}
