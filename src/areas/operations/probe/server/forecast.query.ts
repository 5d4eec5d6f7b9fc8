import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone } from '../../../../record/rule.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import {
  bySoonest,
  type DayValue,
  daysBack,
  forecastKinds,
  forecastOf,
  limitOf,
  limitOfTable,
  type Noted,
  traceOf,
} from '../forecast.rules.ts'
import { unitOf } from '../kinds/unit.rules.ts'
import type { ProbeSettings } from '../probe.settings.ts'

/** Probes looked at for one answer, at most. */
const most = 500

const level = z.number()
const perDay = z.number()

export const probeForecasts = query({
  path: '/api/probes/forecasts',
  allow: everyone,
  summary:
    'When what probes measure reaches its limit (disks, databases and their tables, bandwidth), what is reached first standing first',
  input: z.strictObject({ probe: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        probe: z.object({ id: z.uuid(), number: z.string(), name: z.string(), kind: z.string() }),
        /** Of a database one of its largest tables; null for what the probe itself reads. */
        table: z.string().nullable(),
        component: z.object({ id: z.uuid(), number: z.string(), name: z.string() }),
        unit: z.string().nullable(),
        /** The middle value of some of the days it looks back on, for a small chart. */
        trace: z.array(z.object({ day: z.number(), value: z.number() })),
        limit: z.object({ at: z.number(), from: z.enum(['below', 'above']) }),
        forecast: z.discriminatedUnion('is', [
          z.object({ is: z.literal('too-little'), days: z.int(), wanted: z.int() }),
          z.object({ is: z.literal('reached'), level }),
          z.object({ is: z.literal('steady'), level, perDay }),
          z.object({
            ...{ is: z.literal('in'), level, perDay },
            ...{ days: z.number(), soonest: z.number(), latest: z.number() },
          }),
        ]),
      }),
    ),
  }),
  async run({ db, now }, { probe }) {
    const rows = await daysOf(db, now, probe)
    const sizes = await sizesIn(
      db,
      now,
      rows.filter(({ kind }) => kind === 'database').map(({ id }) => id),
    )
    // A day's value is that of its noon.
    const at = msOf(now) / dayMs - 0.5
    const items = rows.flatMap(({ id, number, name, kind, settings, days, ...one }) => {
      const [own, ...tables] = sizes.get(id) ?? []
      const noted = own?.name === '' ? own : null
      const limit = limitOf(settings, noted)
      if (!limit) return []
      const about = {
        ...{ probe: { id, number, name, kind }, unit: unitOf(settings) },
        component: { id: one.componentId, number: one.componentNumber, name: one.componentName },
      }
      const item = (table: string | null, values: readonly DayValue[], to: typeof limit) => ({
        ...{ ...about, table, limit: to, forecast: forecastOf(values, to, at) },
        trace: traceOf(values),
      })
      return [
        item(null, days ?? [], limit),
        ...(noted ? tables : []).map((table) =>
          item(table.name, table.days, limitOfTable(limit, noted?.mb ?? 0, table.mb)),
        ),
      ]
    })
    return { items: items.sort(bySoonest).slice(0, most) }
  },
})

interface Row {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly settings: ProbeSettings
  readonly componentId: string
  readonly componentNumber: string
  readonly componentName: string
  readonly days: DayValue[] | null
}

/** The middle hour of each of the last days, by probe; days of fewer than six hours say too little. */
async function daysOf(db: Kysely<Tables>, now: string, probe: string | undefined): Promise<Row[]> {
  const since = instantAt(msOf(now) - daysBack * dayMs)
  const { rows } = await sql<Row>`
    select p.id, p.number, p.name, p.kind, p.settings, c.id as component_id, c.number as component_number,
      c.name as component_name, h.days
    from probe p join component c on c.id = p.component left join lateral (
      select json_agg(json_build_object('day', d.day, 'value', d.value) order by d.day) as days from (
        select (extract(epoch from date_bin('1 day', hour, '2000-01-01Z')) / 86400)::int as day,
          percentile_cont(0.5) within group (order by value) as value
        from probe_hour where probe = p.id and hour >= ${since}::timestamptz and value is not null
        group by 1 having count(*) >= 6
      ) d
    ) h on true
    where p.state = 'active' and p.kind = any(${[...forecastKinds]}::text[])
      and (${probe ?? null}::uuid is null or p.id = ${probe ?? null})
    order by p.id limit ${most}`.execute(db)
  return rows
}

interface SizedRow extends Noted {
  readonly probe: string
  readonly name: string
  readonly days: DayValue[]
}

/** Tables that have not been among the largest for so long are not spoken of. */
const seenWithinDays = 3

/** Of watched databases, the database first and then its largest tables: as last noted, and by the day. */
async function sizesIn(db: Kysely<Tables>, now: string, probes: readonly string[]): Promise<Map<string, SizedRow[]>> {
  const since = instantAt(msOf(now) - daysBack * dayMs)
  const seen = instantAt(msOf(now) - seenWithinDays * dayMs)
  const found = new Map<string, SizedRow[]>()
  if (probes.length === 0) return found
  const { rows } = await sql<SizedRow>`
    select probe, name, (array_agg(bytes order by day desc))[1] / 1e6 as mb,
      (array_agg(left_bytes order by day desc))[1] / 1e6 as "leftMb",
      json_agg(json_build_object('day', day - '1970-01-01'::date, 'value', bytes / 1e6) order by day) as days
    from database_size where probe = any(${[...probes]}::uuid[]) and noted_at >= ${since}::timestamptz
    group by probe, name having max(noted_at) >= ${seen}::timestamptz
    order by probe, name = '' desc, mb desc limit ${4 * most}`.execute(db)
  for (const row of rows) found.set(row.probe, [...(found.get(row.probe) ?? []), row])
  return found
}
