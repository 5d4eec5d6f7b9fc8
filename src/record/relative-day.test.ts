import { describe, expect, it } from 'vitest'
import { daysOf, relativeDay } from './relative-day.ts'

const tuesday = { date: '2026-11-24', tradingDay: '2026-11-25' }
const days = (text: string, today = tuesday) => {
  const read = relativeDay(text)
  return read && daysOf(read, today)
}

describe('a day said from today', () => {
  it.each([
    ['@today', '2026-11-24', '2026-11-24'],
    ['@today-29', '2026-10-26', '2026-10-26'],
    ['@today+7', '2026-12-01', '2026-12-01'],
    ['@week', '2026-11-23', '2026-11-29'],
    ['@week-1', '2026-11-16', '2026-11-22'],
    ['@month', '2026-11-01', '2026-11-30'],
    ['@month-9', '2026-02-01', '2026-02-28'],
    ['@month+3', '2027-02-01', '2027-02-28'],
    ['@trading-day', '2026-11-25', '2026-11-25'],
  ])('%s begins on %s and ends on %s', (text, first, last) => expect(days(text)).toEqual([first, last]))

  it('begins its week on Monday, on a Sunday and a Monday too', () => {
    expect(days('@week', { ...tuesday, date: '2026-11-29' })).toEqual(['2026-11-23', '2026-11-29'])
    expect(days('@week', { ...tuesday, date: '2026-11-23' })).toEqual(['2026-11-23', '2026-11-29'])
  })

  it('is no day where the calendar knows none, and no guess', () => {
    const read = relativeDay('@trading-day')
    expect(read && daysOf(read, { date: '2031-01-01', tradingDay: null })).toBeNull()
  })

  it.each(['today', '@', '@today-', '@year', '@trading-day-1', '@today-12345', '2026-11-24', ' @today'])(
    'is nothing else: %s',
    (text) => expect(relativeDay(text)).toBeNull(),
  )
})
