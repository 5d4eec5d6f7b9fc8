/**
 * Days said by where they lie from today, as filters and saved views keep them: `@today`, `@today-29`, `@week`, `@week-1`,
 * `@month`, `@trading-day`. A list says which it means only when it is read, so a view of this week is of this week
 * next week too. Weeks begin on Monday (ISO 8601).
 */
export interface RelativeDay {
  readonly unit: 'today' | 'week' | 'month' | 'trading-day'
  /** So many days, weeks or months on; negative for back. A trading day is only today's. */
  readonly offset: number
}

/** What "today" is where the firm is; outside of its calendar there is no trading day. */
export interface Today {
  /** `2026-11-24` */
  readonly date: string
  readonly tradingDay: string | null
}

const pattern = /^@(?:(today|week|month)([+-]\d{1,4})?|(trading-day))$/

/** Reads one; null for anything else. */
export function relativeDay(text: string): RelativeDay | null {
  const [, unit, offset = '0', tradingDay] = pattern.exec(text) ?? []
  if (tradingDay) return { unit: 'trading-day', offset: 0 }
  return unit ? { unit: unit as RelativeDay['unit'], offset: Number(offset) } : null
}

/** The first and the last day it means; null where the calendar knows no trading day. */
export function daysOf(
  { unit, offset }: RelativeDay,
  { date, tradingDay }: Today,
): [first: string, last: string] | null {
  const day = new Date(`${date}T00:00:00Z`)
  switch (unit) {
    case 'trading-day':
      return tradingDay === null ? null : [tradingDay, tradingDay]
    case 'today':
      return [plus(day, offset), plus(day, offset)]
    case 'week': {
      const sinceMonday = (day.getUTCDay() + 6) % 7
      return [plus(day, 7 * offset - sinceMonday), plus(day, 7 * offset - sinceMonday + 6)]
    }
    case 'month': {
      const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + offset]
      return [text(new Date(Date.UTC(year, month, 1))), text(new Date(Date.UTC(year, month + 1, 0)))]
    }
  }
}

const plus = (day: Date, days: number): string => text(new Date(day.getTime() + days * 86_400_000))

const text = (day: Date): string => day.toISOString().slice(0, 10)
