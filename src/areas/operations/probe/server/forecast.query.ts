import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone } from '../../../../record/rule.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { bySoonest, type DayValue, daysBack, forecastKinds, forecastOf, limitOf } from '../forecast.rules.ts'
import { unitOf } from '../kinds/unit.rules.ts'
import type { ProbeSettings } from '../probe.settings.ts'

/** Probes looked at for one answer, at most. */
const most = 500

const level = z.number()
const perDay = z.number()

export const probeForecasts = query({
  path: '/api/probes/forecasts',
  allow: everyone,
  summary: 'When what probes measure reaches its limit (disks, sizes, bandwidth), what is reached first standing first',
  input: z.strictObject({ probe: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        probe: z.object({ id: z.uuid(), number: z.string(), name: z.string(), kind: z.string() }),
        component: z.object({ id: z.uuid(), number: z.string(), name: z.string() }),
        unit: z.string().nullable(),
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
    const items = rows.flatMap(({ id, number, name, kind, settings, days, ...one }) => {
      const limit = limitOf(settings)
      if (!limit) return []
      const component = { id: one.componentId, number: one.componentNumber, name: one.componentName }
      // A day's value is that of its noon.
      const forecast = forecastOf(days ?? [], limit, msOf(now) / dayMs - 0.5)
      return [{ probe: { id, number, name, kind }, component, unit: unitOf(settings), limit, forecast }]
    })
    return { items: items.sort(bySoonest) }
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
