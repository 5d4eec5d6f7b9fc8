import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { goldExchange } from './calendar.data.ts'
import {
  acceptStamp,
  clockAt,
  instantOf,
  isTradingDate,
  minutesUntil,
  nextSession,
  nextTradingDate,
  previousTradingDate,
  ribbonOf,
  sessionAt,
  sessionsOf,
  type TradingCalendar,
  tradingDayOf,
} from './calendar.rules.ts'

const sge = goldExchange

describe('C1: the night of Friday 2026-11-20', () => {
  test.each([
    ['2026-11-20 23:00', 'night'],
    ['2026-11-21 01:00', 'night'],
    ['2026-11-21 03:00', null],
    ['2026-11-23 01:00', null],
  ])('at %s: %s, for Monday', (local, session) => {
    expect(codeAt(local)).toBe(session)
    expect(tradingDayOf(sge, at(local))).toBe('2026-11-23')
  })

  test('belongs to Monday to the millisecond', () => {
    expect(sessionAt(sge, '2026-11-20T11:59:59.999Z')).toBeNull()
    expect(sessionAt(sge, '2026-11-20T12:00:00Z')).toEqual({
      code: 'night',
      tradingDay: '2026-11-23',
      from: '2026-11-20T12:00:00.000Z',
      to: '2026-11-20T18:30:00.000Z',
      auctionFrom: '2026-11-20T11:50:00.000Z',
    })
    expect(codeAt('2026-11-21 02:29:59.999')).toBe('night')
    expect(codeAt('2026-11-21 02:30')).toBeNull()
  })

  test('Friday turns into Monday at 18:00, and the weekend is all Monday', () => {
    expect(tradingDayOf(sge, at('2026-11-20 17:59:59.999'))).toBe('2026-11-20')
    expect(tradingDayOf(sge, at('2026-11-20 18:00'))).toBe('2026-11-23')
    expect(tradingDayOf(sge, at('2026-11-22 12:00'))).toBe('2026-11-23')
    expect(tradingDayOf(sge, at('2026-11-23 17:59'))).toBe('2026-11-23')
    expect(tradingDayOf(sge, at('2026-11-23 18:00'))).toBe('2026-11-24')
  })
})

describe('C2: the evening before National Day', () => {
  test('is closed, and the next session opens on 10-08 at 09:00', () => {
    expect(sessionAt(sge, at('2026-09-30 20:30'))).toBeNull()
    expect(nextSession(sge, at('2026-09-30 20:30'))).toMatchObject({ code: 'day-am', from: at('2026-10-08 09:00') })
    expect(clockAt(sge, at('2026-09-30 20:30'))).toEqual({
      tradingDay: '2026-10-08',
      session: null,
      until: at('2026-10-08 09:00'),
      edge: 'opens',
      nextCode: 'day-am',
    })
  })

  test('trading day 10-08 has no night part', () => {
    expect(codesOf('2026-10-08')).toEqual(['day-am', 'day-pm'])
    expect(instantOf(sge, '2026-10-08', { session: 'night', edge: 'start', offsetMinutes: 0 })).toBeNull()
    expect(codesOf('2026-10-09')).toEqual(['night', 'day-am', 'day-pm'])
  })
})

describe('around every holiday', () => {
  // last trading date, the days closed, first trading date
  test.each([
    ['2025-12-31', '2026-01-01', '2026-01-04', '2026-01-05'],
    ['2026-02-13', '2026-02-14', '2026-02-23', '2026-02-24'],
    ['2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07'],
    ['2026-04-30', '2026-05-01', '2026-05-05', '2026-05-06'],
    ['2026-06-18', '2026-06-19', '2026-06-21', '2026-06-22'],
    ['2026-09-24', '2026-09-25', '2026-09-27', '2026-09-28'],
    ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'],
  ])('%s, closed %s to %s, %s', (eve, firstClosed, lastClosed, back) => {
    expect([eve, firstClosed, lastClosed, back].map((date) => isTradingDate(sge, date))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(nextTradingDate(sge, eve)).toBe(back)
    expect(nextTradingDate(sge, lastClosed)).toBe(back)
    expect(previousTradingDate(sge, back)).toBe(eve)
    expect(previousTradingDate(sge, firstClosed)).toBe(eve)

    expect(codeAt(`${eve} 15:29`)).toBe('day-pm')
    expect(codeAt(`${eve} 20:00`)).toBeNull()
    expect(codeAt(`${firstClosed} 01:00`)).toBeNull()
    expect(codeAt(`${lastClosed} 10:00`)).toBeNull()
    expect(codeAt(`${lastClosed} 20:00`)).toBeNull()
    expect(codeAt(`${back} 01:00`)).toBeNull()
    expect(codeAt(`${back} 09:00`)).toBe('day-am')
    expect(codeAt(`${back} 20:00`)).toBe('night')

    expect(tradingDayOf(sge, at(`${eve} 18:00`))).toBe(back)
    expect(tradingDayOf(sge, at(`${lastClosed} 12:00`))).toBe(back)
    expect(codesOf(back)).toEqual(['day-am', 'day-pm'])
    expect(codesOf(firstClosed)).toEqual([])
  })
})

describe('C4: the stamp decides the date', () => {
  const tolerance = { maxAheadMs: 2000 }

  test('a tick stamped just before midnight keeps its date though handled after', () => {
    expect(acceptStamp(sge, at('2026-11-20 23:59:59.5'), at('2026-11-21 00:00:00.2'), tolerance)).toEqual({
      accepted: true,
      date: '2026-11-20',
    })
    expect(acceptStamp(sge, at('2026-11-21 00:00:00'), at('2026-11-21 00:00:00.2'), tolerance)).toMatchObject({
      date: '2026-11-21',
    })
  })

  test('one from 5 s in the future is set aside, one at the tolerance is not', () => {
    const now = at('2026-11-20 10:00')
    expect(acceptStamp(sge, at('2026-11-20 10:00:05'), now, tolerance)).toEqual({ accepted: false, aheadMs: 5000 })
    expect(acceptStamp(sge, at('2026-11-20 10:00:02.001'), now, tolerance)).toEqual({ accepted: false, aheadMs: 2001 })
    expect(acceptStamp(sge, at('2026-11-20 10:00:02'), now, tolerance)).toMatchObject({ accepted: true })
    expect(acceptStamp(sge, at('2026-11-20 10:00:00'), now, { maxAheadMs: Number.NaN }).accepted).toBe(false)
  })

  test('a stamp from outside the calendar has a date all the same', () => {
    const now = at('2031-01-01 00:00')
    expect(acceptStamp(sge, '2030-12-31T15:59:59.999Z', now, tolerance)).toMatchObject({ date: '2030-12-31' })
    expect(acceptStamp(sge, '2030-12-31T16:00:00Z', now, tolerance)).toMatchObject({ date: '2031-01-01' })
  })
})

describe('where the data ends', () => {
  test('dates outside are unknown', () => {
    expect(isTradingDate(sge, '2025-12-30')).toBe('unknown')
    expect(isTradingDate(sge, '2027-01-01')).toBe('unknown')
    expect(nextTradingDate(sge, '2025-12-30')).toBe('unknown')
    expect(nextTradingDate(sge, '2026-12-30')).toBe('2026-12-31')
    expect(nextTradingDate(sge, '2026-12-31')).toBe('unknown')
    expect(previousTradingDate(sge, '2025-12-31')).toBe('unknown')
    expect(previousTradingDate(sge, '2027-01-01')).toBe('unknown')
    expect(sessionsOf(sge, '2027-01-04')).toBe('unknown')
    expect(ribbonOf(sge, '2027-01-04')).toBe('unknown')
    expect(instantOf(sge, '2027-01-04', { session: 'day-am', edge: 'start', offsetMinutes: 0 })).toBe('unknown')
  })

  test('the last evening is unknown from its turn, since it belongs to a day of the next year', () => {
    expect(tradingDayOf(sge, at('2026-12-31 17:59:59.999'))).toBe('2026-12-31')
    expect(tradingDayOf(sge, at('2026-12-31 18:00'))).toBe('unknown')
    expect(sessionAt(sge, at('2026-12-31 17:59'))).toBeNull()
    expect(sessionAt(sge, at('2026-12-31 20:30'))).toBe('unknown')
    expect(nextSession(sge, at('2026-12-31 13:30'))).toBe('unknown')
    expect(clockAt(sge, at('2026-12-31 15:00'))).toMatchObject({ session: 'day-pm', edge: 'closes', nextCode: null })
    expect(clockAt(sge, at('2026-12-31 16:00'))).toBe('unknown')
  })

  test('the first night is unknown, the first day is not', () => {
    expect(sessionAt(sge, at('2025-12-30 23:59'))).toBe('unknown')
    expect(sessionAt(sge, at('2025-12-31 02:29'))).toBe('unknown')
    expect(sessionAt(sge, at('2025-12-31 02:30'))).toBeNull()
    expect(codeAt('2025-12-31 09:00')).toBe('day-am')
    expect(tradingDayOf(sge, at('2025-12-30 23:59:59.999'))).toBe('unknown')
    expect(tradingDayOf(sge, at('2025-12-31 00:00'))).toBe('2025-12-31')
    expect(nextSession(sge, at('2025-12-30 23:59'))).toBe('unknown')
    expect(sessionsOf(sge, '2025-12-31')).toBe('unknown')
    expect(ribbonOf(sge, '2025-12-31')).toBe('unknown')
    const mark = { edge: 'start', offsetMinutes: 0 } as const
    expect(instantOf(sge, '2025-12-31', { ...mark, session: 'night' })).toBe('unknown')
    expect(instantOf(sge, '2025-12-31', { ...mark, session: 'day-am' })).toBe(at('2025-12-31 09:00'))
  })
})

test('a calendar without evenings knows all of its first day', () => {
  const daysOnly = { ...sge, sessions: sge.sessions.filter((rule) => !rule.evening) }
  expect(sessionsOf(daysOnly, '2025-12-31')).toHaveLength(2)
  expect(sessionAt(daysOnly, at('2025-12-31 00:00'))).toBeNull()
  expect(instantOf(daysOnly, '2025-12-31', { session: 'night', edge: 'start', offsetMinutes: 0 })).toBeNull()
})

describe('the trading clock and the ribbon', () => {
  test('says what happens next and when', () => {
    const closing = clockAt(sge, at('2026-11-24 13:48'))
    expect(closing).toEqual({
      tradingDay: '2026-11-24',
      session: 'day-pm',
      until: at('2026-11-24 15:30'),
      edge: 'closes',
      nextCode: 'night',
    })
    expect(minutesUntil(at('2026-11-24 15:30'), at('2026-11-24 13:48'))).toBe(102)
    expect(clockAt(sge, at('2026-11-24 08:40'))).toMatchObject({ edge: 'opens', until: at('2026-11-24 09:00') })
    expect(clockAt(sge, at('2026-11-24 11:30'))).toMatchObject({ session: null, nextCode: 'day-pm' })
    expect(clockAt(sge, at('2026-11-24 19:55'))).toMatchObject({ tradingDay: '2026-11-25', nextCode: 'night' })
  })

  test('counts a begun minute, and never below nothing', () => {
    expect(minutesUntil('2026-11-24T01:00:00Z', '2026-11-24T00:59:59.999Z')).toBe(1)
    expect(minutesUntil('2026-11-24T01:00:00Z', '2026-11-24T01:00:00Z')).toBe(0)
    expect(minutesUntil('2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z')).toBe(0)
  })

  test('places a runbook step by its session', () => {
    const mark = (session: string, edge: 'start' | 'end', offsetMinutes: number) =>
      instantOf(sge, '2026-11-23', { session, edge, offsetMinutes })
    expect(mark('night', 'start', -30)).toBe(at('2026-11-20 19:30'))
    expect(mark('night', 'end', 0)).toBe(at('2026-11-21 02:30'))
    expect(mark('day-am', 'start', -20)).toBe(at('2026-11-23 08:40'))
    expect(mark('day-pm', 'end', 45.5)).toBe(at('2026-11-23 16:15:30'))
    expect(instantOf(sge, '2026-11-22', { session: 'day-am', edge: 'start', offsetMinutes: 0 })).toBeNull()
  })

  test('draws the day from turn to turn', () => {
    expect(ribbonOf(sge, '2026-11-24')).toEqual([
      { kind: 'pause', code: null, from: at('2026-11-23 18:00'), to: at('2026-11-23 19:50') },
      { kind: 'auction', code: 'night', from: at('2026-11-23 19:50'), to: at('2026-11-23 20:00') },
      { kind: 'session', code: 'night', from: at('2026-11-23 20:00'), to: at('2026-11-24 02:30') },
      { kind: 'pause', code: null, from: at('2026-11-24 02:30'), to: at('2026-11-24 09:00') },
      { kind: 'session', code: 'day-am', from: at('2026-11-24 09:00'), to: at('2026-11-24 11:30') },
      { kind: 'pause', code: null, from: at('2026-11-24 11:30'), to: at('2026-11-24 13:30') },
      { kind: 'session', code: 'day-pm', from: at('2026-11-24 13:30'), to: at('2026-11-24 15:30') },
      { kind: 'pause', code: null, from: at('2026-11-24 15:30'), to: at('2026-11-24 18:00') },
    ])
    expect(ribbonOf(sge, '2026-11-22')).toEqual([])
  })
})

describe('dated rules', () => {
  // From 2 March the night ends earlier: the evening's own date decides which rule holds.
  const [night, ...days] = sge.sessions
  const changed: TradingCalendar = {
    ...sge,
    sessions: [{ ...night!, validTo: '2026-03-01' }, { ...night!, end: '23:30', validFrom: '2026-03-02' }, ...days],
  }

  test('the last night under the old rule and the first under the new one', () => {
    const endOfNight = (day: string) => instantOf(changed, day, { session: 'night', edge: 'end', offsetMinutes: 0 })
    expect(endOfNight('2026-03-02')).toBe(at('2026-02-28 02:30'))
    expect(endOfNight('2026-03-03')).toBe(at('2026-03-02 23:30'))
  })

  test('an exchange in Chicago keeps its wall clock when summer time begins', () => {
    const chicago: TradingCalendar = {
      ...sge,
      zone: 'America/Chicago',
      closed: [],
      noNight: [],
      covers: { from: '2026-03-02', to: '2026-03-13' },
    }
    const opens = (day: string) => instantOf(chicago, day, { session: 'day-am', edge: 'start', offsetMinutes: 0 })
    expect(opens('2026-03-06')).toBe('2026-03-06T15:00:00.000Z')
    expect(opens('2026-03-09')).toBe('2026-03-09T14:00:00.000Z')
    expect(sessionAt(chicago, '2026-03-07T08:29:59Z')).toMatchObject({ code: 'night', tradingDay: '2026-03-09' })
    expect(sessionAt(chicago, '2026-03-07T08:30:00Z')).toBeNull()
    const stamp = '2026-03-10T04:59:59Z'
    expect(acceptStamp(chicago, stamp, stamp, { maxAheadMs: 0 })).toMatchObject({ date: '2026-03-09' })
  })
})

test('a malformed date or instant is refused, never read as another', () => {
  const dates = ['', '2026-2-3', '2026-02-29', '2026-13-01', '20261120', '2026-11-20T00:00:00Z', 'unknown']
  for (const date of dates) expect(() => isTradingDate(sge, date), date).toThrow(RangeError)
  const instants = [
    '',
    '2026-11-20',
    '2026-11-20T23:00:00',
    '2026-11-20T23:00:00+08:00',
    '2026-02-29T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T23:60:00Z',
    'Fri Nov 20 2026 Z',
  ]
  for (const instant of instants) expect(() => tradingDayOf(sge, instant), instant).toThrow(RangeError)
  expect(tradingDayOf(sge, '2026-11-20T02:00:00.123456Z')).toBe('2026-11-20')
  const mark = { session: 'night', edge: 'start', offsetMinutes: Number.NaN } as const
  expect(() => instantOf(sge, '2026-11-23', mark)).toThrow(RangeError)
})

test('the answers do not depend on the zone the machine is set to', { timeout: 120_000 }, async () => {
  const zones = ['UTC', 'America/Chicago', 'Asia/Shanghai']
  const answers = await Promise.all(zones.map(answersUnder))
  expect(new Set(answers.map((answer) => answer.machineOffset)).size).toBe(zones.length) // the zone did take effect
  expect(new Set(answers.map((answer) => answer.digest)).size).toBe(1)
})

/** Asks everything of a child process set to a zone, every 61 minutes of the year. */
async function answersUnder(zone: string): Promise<{ machineOffset: number; digest: string }> {
  const script = `
    import { createHash } from 'node:crypto'
    import * as rules from ${JSON.stringify(new URL('calendar.rules.ts', import.meta.url).href)}
    import { goldExchange as cal } from ${JSON.stringify(new URL('calendar.data.ts', import.meta.url).href)}
    const hash = createHash('sha256')
    for (let ms = Date.UTC(2025, 11, 30); ms < Date.UTC(2027, 0, 2); ms += 61 * 60_000) {
      const now = new Date(ms).toISOString()
      const date = now.slice(0, 10)
      hash.update(JSON.stringify([
        rules.tradingDayOf(cal, now), rules.sessionAt(cal, now), rules.nextSession(cal, now), rules.clockAt(cal, now),
        rules.acceptStamp(cal, now, now, { maxAheadMs: 0 }),
        rules.isTradingDate(cal, date), rules.sessionsOf(cal, date), rules.ribbonOf(cal, date),
      ]))
    }
    console.log(JSON.stringify({ machineOffset: new Date(0).getTimezoneOffset(), digest: hash.digest('hex') }))
  `
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { env: { ...process.env, TZ: zone } },
  )
  return JSON.parse(stdout)
}

/** The instant at which clocks in Shanghai show 'YYYY-MM-DD HH:MM[:SS[.s]]'. */
function at(local: string): string {
  return new Date(`${local.replace(' ', 'T')}+08:00`).toISOString()
}

function codeAt(local: string): string | null {
  const session = sessionAt(sge, at(local))
  return session === null || session === 'unknown' ? session : session.code
}

function codesOf(tradingDay: string): string[] {
  const sessions = sessionsOf(sge, tradingDay)
  return sessions === 'unknown' ? ['unknown'] : sessions.map((session) => session.code)
}
