import { expect, test } from 'vitest'
import { goldExchange } from '../../calendar/calendar.data.ts'
import { monthsOf, yearsOf } from './year.ts'

const year = monthsOf(goldExchange, 2026)
const cell = (date: string) =>
  year[Number(date.slice(5, 7)) - 1]?.weeks.flat().find((one) => one?.date === date) ?? undefined

test('each date of the year stands once, in weeks from Monday', () => {
  const dates = year.flatMap(({ weeks }) => weeks.flat()).filter((one) => one !== null)
  expect(dates).toHaveLength(365)
  expect(new Set(dates.map(({ date }) => date)).size).toBe(365)
  // 1 November 2026 is a Sunday: the last of its week.
  expect(year[10]?.weeks[0]?.map((one) => one?.day)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    1,
  ])
})

test('days are told apart: trading, without a night, closed with a reason, weekend', () => {
  expect(cell('2026-11-24')?.kind).toBe('trading')
  expect(cell('2026-09-30')?.kind).toBe('no-night')
  expect(cell('2026-10-01')).toMatchObject({ kind: 'closed', reason: ['国庆节', 'National Day'] })
  expect(cell('2026-11-28')?.kind).toBe('weekend')
})

test('October has fewer trading days than November', () => {
  expect(year[9]?.tradingDays).toBe(17)
  expect(year[10]?.tradingDays).toBe(21)
})

test('a date the calendar does not cover is unknown, not a weekend', () => {
  expect(yearsOf(goldExchange)).toEqual([2025, 2026])
  const before = monthsOf(goldExchange, 2025)[11]?.weeks.flat()
  expect(before?.find((one) => one?.date === '2025-12-30')?.kind).toBe('unknown')
  expect(before?.find((one) => one?.date === '2025-12-31')?.kind).toBe('no-night')
})
