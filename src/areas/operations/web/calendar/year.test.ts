import { expect, test } from 'vitest'
import { weeksOf } from '../../../../web/widgets/year/months.ts'
import { goldExchange } from '../../calendar/calendar.data.ts'
import { trades, tradingDayOf } from './year.ts'

const day = (date: string) => tradingDayOf(goldExchange, date)

test('days are told apart: trading, without a night, closed with a reason, weekend', () => {
  expect(day('2026-11-24').kind).toBe('trading')
  expect(day('2026-09-30').kind).toBe('no-night')
  expect(day('2026-10-01')).toMatchObject({ kind: 'closed', reason: ['国庆节', 'National Day'] })
  expect(day('2026-11-28').kind).toBe('weekend')
})

test('October has fewer trading days than November', () => {
  const count = (month: number) =>
    weeksOf(2026, month)
      .flat()
      .filter((date) => date !== null && trades(day(date))).length
  expect([count(10), count(11)]).toEqual([17, 21])
})

test('a date the calendar does not cover is unknown, not a weekend', () => {
  expect(day('2025-12-30').kind).toBe('unknown')
  expect(day('2025-12-31').kind).toBe('no-night')
})
