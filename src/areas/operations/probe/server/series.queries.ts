import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { fault, invalid, notFound } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { unitOf } from '../kinds/unit.rules.ts'
import type { ProbeSettings } from '../probe.settings.ts'
import { outcomeOf } from './results.ts'

/** Points of a chart, at most; more cannot be told apart on a screen. */
const mostPoints = 300
const day = 86_400_000
const mostDays = 100

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
        '起止时间须先后有序,且不超过 100 天。',
        'From must be before to, by at most 100 days.',
      ),
    ])
  }
  const bucketSeconds = Math.max(1, Math.ceil((to - from) / 1_000 / mostPoints))
  const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()]
  const { rows } = await sql<Row>`
    select p.id as probe, p.number, p.name, p.kind, p.state, p.settings, t.last_at, t.last_outcome, t.last_note, s.points
    from probe p left join probe_state t on t.probe = p.id left join lateral (
      select json_agg(json_build_object('at', extract(epoch from b.at) * 1000, 'checks', b.checks, 'up', b.up,
        'slow', b.slow, 'min', b.min, 'avg', b.avg, 'max', b.max, 'value', b.value) order by b.at) as points
      from (
        select date_bin(make_interval(secs => ${bucketSeconds}), r.at, ${start}::timestamptz) as at,
          count(*)::int as checks, avg((r.outcome < 2)::int)::float8 as up, avg((r.outcome = 1)::int)::float8 as slow,
          min(r.ms) as min, avg(r.ms)::float8 as avg, max(r.ms) as max, avg(r.value) as value
        from probe_result r
        where r.probe = p.id and r.at >= ${start}::timestamptz and r.at < ${end}::timestamptz and r.outcome < 3
        group by 1
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
