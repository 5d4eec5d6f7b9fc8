import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'

/** One bucket of checks: times in milliseconds, `up` and `slow` as shares. */
export interface SeriesPoint {
  readonly at: string
  readonly checks: number
  readonly up: number
  readonly slow: number
  readonly min: number
  readonly avg: number
  readonly max: number
  /** The 95th percentile; of several hours, that of the worst. */
  readonly p95: number
  readonly value: number | null
}

export interface SeriesLine {
  readonly probe: string
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly unit: string | null
  /** Its latest check, which may have learnt nothing. */
  readonly last: {
    readonly at: string
    readonly outcome: 'up' | 'slow' | 'down' | 'unknown'
    readonly note: string
  } | null
  readonly points: readonly SeriesPoint[]
}

export interface Series {
  readonly from: string
  readonly to: string
  readonly bucketSeconds: number
  readonly lines: readonly SeriesLine[]
}

export const spans = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 } as const
export type SpanName = keyof typeof spans

/** Up to now, or from one day to another. */
export type Span = SpanName | { readonly from: string; readonly to: string }

/** The readings of one probe or of a component's probes, read again every half minute. */
export const useSeries = (of: 'probes' | 'components', id: string, span: Span = 'day') =>
  useQuery({
    queryKey: ['call', `/${of}/${id}/series`, span],
    queryFn: async ({ signal }) => {
      const asked = typeof span !== 'string' ? span : span === 'day' ? {} : await spanOf(span)
      return api.call<Series>(`/${of}/${id}/series`, { query: asked, signal })
    },
    refetchInterval: typeof span === 'string' ? 30_000 : false,
  })

/** The week before what is shown, moved onto it; undefined where nobody asks to see it. */
export const useWeekBefore = (of: 'probes' | 'components', id: string, shown: Series | undefined, wanted: boolean) =>
  useQuery({
    queryKey: ['call', `/${of}/${id}/series`, 'week-before', shown?.from, shown?.to],
    enabled: wanted && shown !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { from = '', to = '' } = shown ?? {}
      const query = { from: moved(from, -spans.week), to: moved(to, -spans.week) }
      const found = await api.call<Series>(`/${of}/${id}/series`, { query, signal })
      const lines = found.lines.map((line) => ({
        ...line,
        points: line.points.map((point) => ({ ...point, at: moved(point.at, spans.week) })),
      }))
      return { ...found, lines }
    },
  })

const moved = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/** The server's default is a day up to its own now; other spans are counted back from that same clock. */
async function spanOf(span: SpanName): Promise<{ from: string; to: string }> {
  const { now } = await api.call<{ now: string }>('/trading-day/calendar')
  return { from: new Date(Date.parse(now) - spans[span]).toISOString(), to: now }
}

export type Verdict = 'up' | 'slow' | 'partly' | 'down' | 'gap'

/** What a bucket says as a whole: some checks failed is not down, and none at all is not up. */
export function verdictOf({ checks, up, slow }: Pick<SeriesPoint, 'checks' | 'up' | 'slow'>): Verdict {
  if (checks === 0) return 'gap'
  if (up === 0) return 'down'
  if (up < 1) return 'partly'
  return slow >= 0.5 ? 'slow' : 'up'
}

/** As a verdict is said of this probe: what is not about time is not slow. */
export const saidOf = (verdict: Verdict, line: SeriesLine): Verdict | 'warned' =>
  verdict === 'slow' && readsValue(line) && line.unit !== 'ms' ? 'warned' : verdict

export interface Band {
  readonly from: number
  readonly to: number
  readonly verdict: Exclude<Verdict, 'up'>
}

/**
 * Stretches that were not well, and those nobody knows anything about: milliseconds, in order, none touching another of
 * its kind. Between readings further apart than three of their usual distances nothing is known.
 */
export function bandsOf(
  points: readonly SeriesPoint[],
  span: { from: string; to: string; bucketSeconds: number },
): Band[] {
  const [start, end] = [Date.parse(span.from), Date.parse(span.to)]
  const bucket = span.bucketSeconds * 1_000
  const times = points.map(({ at }) => Date.parse(at))
  const usual = Math.max(bucket, median(times.slice(1).map((time, n) => time - (times[n] as number))))
  const bands: Band[] = []
  const add = (from: number, to: number, verdict: Verdict) => {
    const last = bands.at(-1)
    if (to <= from || verdict === 'up') return
    if (last && last.verdict === verdict && last.to >= from) bands[bands.length - 1] = { ...last, to }
    else bands.push({ from, to, verdict })
  }
  let known = start
  points.forEach((point, n) => {
    const at = times[n] as number
    const next = times[n + 1] ?? end
    const until = next - at <= usual * 3 ? next : at + usual
    if (n === 0 && at - start > usual * 3) add(start, at, 'gap')
    else if (n > 0) add(known, at, 'gap')
    add(Math.max(at, start), Math.min(until, end), verdictOf(point))
    known = until
  })
  if (points.length > 0) add(known, end, 'gap')
  return bands
}

/** What is drawn: a value where the probe reads one, else how long it took. */
export const readsValue = ({ unit, points }: SeriesLine): boolean =>
  unit !== null && points.some(({ value }) => value !== null)

/** The share of good checks over all of them; undefined where there was none. */
export function goodShare(points: readonly SeriesPoint[]): number | undefined {
  const checks = points.reduce((sum, point) => sum + point.checks, 0)
  return checks === 0 ? undefined : points.reduce((sum, point) => sum + point.up * point.checks, 0) / checks
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
