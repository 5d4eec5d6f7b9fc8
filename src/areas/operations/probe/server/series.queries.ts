import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { fault, invalid, notFound } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { unitOf } from '../kinds/unit.rules.ts'
import type { ProbeSettings } from '../probe.settings.ts'
import { rolledThrough, summed } from './hours.task.ts'
import { outcomeOf } from './results.ts'

/** Points of a chart, at most; more cannot be told apart on a screen. */
const mostPoints = 300
const day = 86_400_000
const mostDays = 800
/** Longer than this, and hours are drawn instead of single readings. */
const longDays = 2
const hourSeconds = 3_600

const input = z.strictObject({
  id: z.uuid(),
  /** Left out: a day before `to`. */
  from: z.iso.datetime().optional(),
  /** Left out: now. */
  to: z.iso.datetime().optional(),
})

/** One bucket: times in milliseconds, `up` and `slow` as shares of its checks. */
const point = z.object({
  at: z.iso.datetime(),
  checks: z.int(),
  up: z.number(),
  slow: z.number(),
  min: z.number(),
  avg: z.number(),
  max: z.number(),
  /** The 95th percentile: of values where the probe reads one, else of the times; of several hours, that of the worst. */
  p95: z.number(),
  value: z.number().nullable(),
})

const line = z.object({
  probe: z.uuid(),
  number: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.string(),
  /** What its values are counted in; null for one that reads nothing beyond how long its checks took. */
  unit: z.string().nullable(),
  /** Its latest check, which may have learnt nothing. */
  last: z
    .object({ at: z.iso.datetime(), outcome: z.enum(['up', 'slow', 'down', 'unknown']), note: z.string() })
    .nullable(),
  points: z.array(point),
})

const output = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  bucketSeconds: z.int(),
  lines: z.array(line),
})

export const probeSeries = query({
  path: '/api/probes/:id/series',
  allow: everyone,
  summary:
    'How long the checks of a probe took and how many were good, in at most 300 buckets; the last day by default.',
  input,
  output,
  async run({ db, now }, { id, ...span }) {
    const found = await series(db, now, span, sql`p.id = ${id}`)
    if (found.lines.length === 0) throw notFound()
    return found
  },
})

export const componentSeries = query({
  path: '/api/components/:id/series',
  allow: everyone,
  summary: 'The same for every probe of a component that is not retired.',
  input,
  output,
  run: ({ db, now }, { id, ...span }) => series(db, now, span, sql`p.component = ${id} and p.state <> 'retired'`),
})

type Series = z.input<typeof output>
type Point = z.input<typeof point>
type Row = Omit<z.input<typeof line>, 'points' | 'unit' | 'last'> & {
  settings: ProbeSettings
  lastAt: string | null
  lastOutcome: number | null
  lastNote: string | null
  points: (Omit<Point, 'at'> & { at: number })[] | null
}

async function series(
  db: Kysely<Tables>,
  now: string,
  span: { from?: string | undefined; to?: string | undefined },
  which: RawBuilder<unknown>,
): Promise<Series> {
  const to = Date.parse(span.to ?? now)
  const from = span.from ? Date.parse(span.from) : to - day
  if (from >= to || to - from > mostDays * day) {
    throw invalid([
      fault(
        'from',
        'out-of-range',
        '起止时间须先后有序,且不超过 800 天。',
        'From must be before to, by at most 800 days.',
      ),
    ])
  }
  const isLong = to - from > longDays * day
  const bucketSeconds = bucketOf((to - from) / 1_000, isLong)
  const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()]
  // Up to here hours say it; what came since, the readings themselves.
  const rolled = (isLong && (await rolledThrough(db))) || start
  const width = isLong ? hourSeconds : bucketSeconds
  const { rows } = await sql<Row>`
    select p.id as probe, p.number, p.name, p.kind, p.state, p.settings, t.last_at, t.last_outcome, t.last_note, s.points
    from probe p left join probe_state t on t.probe = p.id left join lateral (
      select json_agg(json_build_object('at', extract(epoch from b.at) * 1000, 'checks', b.checks, 'up', b.up,
        'slow', b.slow, 'min', b.min, 'avg', b.avg, 'max', b.max, 'p95', b.p95, 'value', b.value) order by b.at) as points
      from (
        select date_bin(make_interval(secs => ${bucketSeconds}), h.hour, ${start}::timestamptz) as at,
          sum(h.checks)::int as checks, sum(h.up)::float8 / sum(h.checks) as up, sum(h.slow)::float8 / sum(h.checks) as slow,
          min(h.min) as min, sum(h.avg * h.checks) / sum(h.checks) as avg, max(h.max) as max, max(h.p95) as p95,
          sum(h.value * h.checks) / nullif(sum(h.checks) filter (where h.value is not null), 0) as value
        from (
          select hour, checks, up, slow, min, avg, max, p95, value from probe_hour
          where probe = p.id and hour >= ${start}::timestamptz and hour < least(${end}::timestamptz, ${rolled}::timestamptz)
          union all
          select date_bin(make_interval(secs => ${width}), r.at, ${start}::timestamptz), ${summed} from probe_result r
          where r.probe = p.id and r.at >= greatest(${start}::timestamptz, ${rolled}::timestamptz)
            and r.at < ${end}::timestamptz and r.outcome < 3 group by 1
        ) h group by 1
      ) b
    ) s on true
    where ${which} order by p.name, p.id`.execute(db)
  const lines = rows.map(({ settings, lastAt, lastOutcome, lastNote, ...row }) => ({
    ...row,
    unit: unitOf(settings),
    last: lastAt === null ? null : { at: lastAt, outcome: outcomeOf(lastOutcome) ?? 'unknown', note: lastNote ?? '' },
    points: (row.points ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  }))
  return { from: start, to: end, bucketSeconds, lines }
}

/** Whole hours where hours are drawn, so that each falls into one bucket. */
const bucketOf = (seconds: number, isLong: boolean): number => {
  const bucket = Math.max(1, Math.ceil(seconds / mostPoints))
  return isLong ? Math.ceil(bucket / hourSeconds) * hourSeconds : bucket
}
