import type { Comparison } from './kinds/parts.settings.ts'
import type { ProbeSettings } from './probe.settings.ts'

/** Where a value must not get to: the forecast says when it does. */
export interface Limit {
  readonly at: number
  /** It is reached from below (a database grows), or from above (free space shrinks). */
  readonly from: 'below' | 'above'
}

/** Kinds whose values may fill something up. */
export const forecastKinds = ['disk', 'database', 'sql', 'snmp', 'prometheus'] as const

/** How large a database was last noted to be and how much room it had left, MB; null where that is unknown. */
export interface Noted {
  readonly mb: number
  readonly leftMb: number | null
}

/**
 * The limit that a probe's own thresholds name: where it is down, else where it warns; null where none is an edge. A database is full
 * where its quota is, or its disk.
 */
export function limitOf(settings: ProbeSettings, noted: Noted | null = null): Limit | null {
  switch (settings.kind) {
    case 'database':
      if (settings.quotaMb !== undefined) return { at: settings.quotaMb, from: 'below' }
      return noted && noted.leftMb !== null ? { at: noted.mb + noted.leftMb, from: 'below' } : null
    case 'disk':
      return { at: settings.downFreePercent ?? settings.warnFreePercent ?? 0, from: 'above' }
    case 'sql':
    case 'snmp':
    case 'prometheus':
      return edgeOf(settings.downWhen) ?? edgeOf(settings.warnWhen)
    default:
      return null
  }
}

function edgeOf(when: Comparison | undefined): Limit | null {
  if (when?.op === '>' || when?.op === '>=') return { at: when.than, from: 'below' }
  if (when?.op === '<' || when?.op === '<=') return { at: when.than, from: 'above' }
  return null
}

/** The middle value of one day; days count from any origin. */
export interface DayValue {
  readonly day: number
  readonly value: number
}

export type Forecast =
  /** Too few days are known to say anything. */
  | { readonly is: 'too-little'; readonly days: number; readonly wanted: number }
  /** The limit is reached already. */
  | { readonly is: 'reached'; readonly level: number }
  /** Nothing shows that it moves towards its limit. */
  | { readonly is: 'steady'; readonly level: number; readonly perDay: number }
  /** Reached in so many days; within the band, nine times in ten. */
  | {
      readonly is: 'in'
      readonly level: number
      readonly perDay: number
      readonly days: number
      readonly soonest: number
      readonly latest: number
    }

/** A table is full when it alone has grown by what its database has left. */
export const limitOfTable = (of: Limit, databaseMb: number, tableMb: number): Limit => ({
  at: tableMb + Math.max(0, of.at - databaseMb),
  from: 'below',
})

/** As many points as a small chart can show. */
const tracePoints = 30

/** The days of a small chart: evenly many of them, the last among them. */
export function traceOf(values: readonly DayValue[]): DayValue[] {
  const every = Math.max(1, Math.ceil(values.length / tracePoints))
  return values.filter((_, n) => (values.length - 1 - n) % every === 0)
}

/** Days with readings that a forecast wants, and the days that it looks back. */
export const daysWanted = 14
export const daysBack = 60

/**
 * When a value reaches its limit, by the median of the slopes between all pairs of days (Theil and Sen): a clean-up or a day that
 * went wrong moves it little. The band is Sen's, at 90 %; where it leaves open whether there is a trend at all, there is none.
 * Counted from `now`, on the scale of the days: by default the last of them.
 */
export function forecastOf(
  values: readonly DayValue[],
  { at, from }: Limit,
  now = Math.max(...values.map(({ day }) => day)),
): Forecast {
  if (values.length < daysWanted) return { is: 'too-little', days: values.length, wanted: daysWanted }
  const slopes = slopesOf(values)
  const perDay = quantile(slopes, 0.5)
  const level = quantile(sorted(values.map(({ day, value }) => value + perDay * (now - day))), 0.5)
  const sign = from === 'below' ? 1 : -1
  const left = sign * (at - level)
  if (left <= 0) return { is: 'reached', level }
  const n = values.length
  const spread = (1.645 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)) / slopes.length / 2
  const [low, high] = [quantile(slopes, 0.5 - spread), quantile(slopes, 0.5 + spread)]
  const [slow, fast] = from === 'below' ? [low, high] : [-high, -low]
  if (slow <= 0) return { is: 'steady', level, perDay }
  return { is: 'in', level, perDay, days: left / (sign * perDay), soonest: left / fast, latest: left / slow }
}

function slopesOf(values: readonly DayValue[]): number[] {
  const slopes = values.flatMap((a, n) => values.slice(n + 1).map((b) => (b.value - a.value) / (b.day - a.day)))
  return sorted(slopes)
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b)

/** Of numbers in order, between two of them where it falls so. */
function quantile(ordered: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (ordered.length - 1)
  const [below, above] = [ordered[Math.floor(place)] ?? 0, ordered[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}

const rank = (forecast: Forecast): number =>
  ({ reached: -1, in: forecast.is === 'in' ? forecast.days : 0, steady: 1e9, 'too-little': 2e9 })[forecast.is]

/** What fills up first stands first; what nothing can be said of, last. */
export const bySoonest = (a: { forecast: Forecast }, b: { forecast: Forecast }): number =>
  rank(a.forecast) - rank(b.forecast)
