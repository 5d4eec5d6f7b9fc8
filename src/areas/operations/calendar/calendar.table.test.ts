import { expect, test } from 'vitest'
import { goldExchange } from './calendar.data.ts'
import { sessionAt, tradingDayOf } from './calendar.rules.ts'

/**
 * The trading dates of 2026, written out by hand from a printed calendar and the exchange's holiday notice, one week to
 * a group. An asterisk: no night session that evening. A question mark: what follows depends on the notice for 2027.
 */
const table = `
  01 |                5 6 7 8 9        12 13 14 15 16     19 20 21 22 23     26 27 28 29 30
  02 | 2 3 4 5 6      9 10 11 12 13*                      24 25 26 27
  03 | 2 3 4 5 6      9 10 11 12 13    16 17 18 19 20     23 24 25 26 27     30 31
  04 | 1 2 3*         7 8 9 10         13 14 15 16 17     20 21 22 23 24     27 28 29 30*
  05 | 6 7 8          11 12 13 14 15   18 19 20 21 22     25 26 27 28 29
  06 | 1 2 3 4 5      8 9 10 11 12     15 16 17 18*       22 23 24 25 26     29 30
  07 | 1 2 3          6 7 8 9 10       13 14 15 16 17     20 21 22 23 24     27 28 29 30 31
  08 | 3 4 5 6 7      10 11 12 13 14   17 18 19 20 21     24 25 26 27 28     31
  09 | 1 2 3 4        7 8 9 10 11      14 15 16 17 18     21 22 23 24*       28 29 30*
  10 | 8 9            12 13 14 15 16   19 20 21 22 23     26 27 28 29 30
  11 | 2 3 4 5 6      9 10 11 12 13    16 17 18 19 20     23 24 25 26 27     30
  12 | 1 2 3 4        7 8 9 10 11      14 15 16 17 18     21 22 23 24 25     28 29 30 31?
`

interface Row {
  date: string
  night: boolean
}

const rows: Row[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [month = '', days = ''] = line.split('|').map((part) => part.trim())
    return days.split(/\s+/).map((day) => ({
      date: `2026-${month}-${day.replace(/\D/, '').padStart(2, '0')}`,
      night: /^\d+$/.test(day),
    }))
  })

test('the table is whole: 261 weekdays less 19 holidays, and seven evenings off with the last', () => {
  expect(rows).toHaveLength(242)
  expect(rows.filter((row) => !row.night).map((row) => row.date)).toEqual([
    '2026-02-13',
    '2026-04-03',
    '2026-04-30',
    '2026-06-18',
    '2026-09-24',
    '2026-09-30',
    '2026-12-31',
  ])
})

test('every minute of 2026 has the session and the trading day of the table', { timeout: 60_000 }, () => {
  const differences: string[] = []
  let minutes = 0
  let tradedMinutes = 0
  for (const expected of minutesOf2026()) {
    minutes++
    if (expected.session !== null && expected.session !== 'unknown') tradedMinutes++
    const found = sessionAt(goldExchange, expected.instant)
    const code = found === null || found === 'unknown' ? found : found.code
    const day = tradingDayOf(goldExchange, expected.instant)
    const sameDay = found === null || found === 'unknown' || found.tradingDay === day
    if (code !== expected.session || day !== expected.tradingDay || !sameDay) {
      differences.push(`${expected.label}: ${code} of ${day}, not ${expected.session} of ${expected.tradingDay}`)
    }
  }

  expect(differences.slice(0, 20)).toEqual([])
  expect(minutes).toBe(525_600)
  // 242 days of 150 + 120 minutes, 235 nights of 390.
  expect(tradedMinutes).toBe(242 * 270 + 235 * 390)
})

test('gives more than 200,000 answers a second, as every log line and probe result asks for one', () => {
  const instants = Array.from({ length: 100_000 }, (_, i) =>
    // 7,919 is prime to the minutes of the year: the moments jump about in it.
    new Date(Date.UTC(2026, 0, 1) + ((i * 7_919) % 520_000) * 60_000 + (i % 1000)).toISOString(),
  )
  // Processor time, so that a busy machine does not count against the calendar.
  const begun = process.cpuUsage()
  for (const instant of instants) {
    sessionAt(goldExchange, instant)
    tradingDayOf(goldExchange, instant)
  }
  const spent = process.cpuUsage(begun)
  const seconds = (spent.user + spent.system) / 1e6
  expect((2 * instants.length) / seconds).toBeGreaterThan(200_000)
})

/** Walks the year in Shanghai's wall clock, minute by minute, and says what the table and the day's hours say. */
function* minutesOf2026() {
  const nights = new Set(rows.filter((row) => row.night).map((row) => row.date))
  const trading = new Set(rows.map((row) => row.date))
  let next = 0 // the first row after the date in hand
  let yesterday = '2025-12-31' // had no night session
  for (let midnight = Date.UTC(2026, 0, 1); midnight < Date.UTC(2027, 0, 1); midnight += 86_400_000) {
    const date = new Date(midnight).toISOString().slice(0, 10)
    while (next < rows.length && rows[next]!.date <= date) next++
    const following = rows[next]?.date ?? 'unknown'
    for (let minute = 0; minute < 1440; minute++) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const tradingDay = trading.has(date) && clock < '18:00' ? date : following
      let session: string | null = null
      if (tradingDay === 'unknown') session = 'unknown'
      else if (clock < '02:30' && nights.has(yesterday)) session = 'night'
      else if (clock >= '09:00' && clock < '11:30' && trading.has(date)) session = 'day-am'
      else if (clock >= '13:30' && clock < '15:30' && trading.has(date)) session = 'day-pm'
      else if (clock >= '20:00' && nights.has(date)) session = 'night'
      const instant = new Date(midnight + minute * 60_000 - 8 * 3_600_000).toISOString()
      yield { label: `${date} ${clock}`, instant, session, tradingDay }
    }
    yesterday = date
  }
}
