import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { everyone } from '../../../../record/rule.ts'
import { dateOf, instantAt, mustBeDay } from '../../../../record/time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import { type Figures, type NoiseAspect, noiseAspects, noiseSchema } from '../noise.rules.ts'

/** Parts shown at most. */
const most = 30

const columns: Readonly<Record<NoiseAspect, RawBuilder<unknown>>> = {
  probe: sql`a.probe`,
  component: sql`a.component`,
  source: sql`case when a.about_record = 'event-source' then a.about_id::uuid end`,
}

const kindOf: Readonly<Record<NoiseAspect, string>> = {
  probe: 'probe',
  component: 'component',
  source: 'event-source',
}

export const alarmNoise = query({
  path: '/api/alarms/noise',
  allow: everyone,
  summary: 'Where alarms came from, week by week: how many, and how many of them needed nobody.',
  input: z.strictObject({
    weeks: z.coerce.number().int().min(1).max(52).default(8),
    by: z.enum(noiseAspects).default('probe'),
  }),
  output: noiseSchema.extend({ refs: refsSchema }),
  async run(at, { weeks, by }) {
    const mondays = mondaysOf(at, weeks)
    const [from, to] = [mondays[0]?.at as string, mondays.at(-1)?.at as string]
    const [perWeek, parts] = await Promise.all([countBy(at, from, to, weekOf(at)), countBy(at, from, to, columns[by])])
    const byDay = new Map(perWeek.map(({ value, ...figures }) => [value, figures]))
    const bars = mondays.slice(0, -1).map(({ day, at: begins }, n) => {
      return { day, from: begins, to: mondays[n + 1]?.at as string, ...(byDay.get(day) ?? none) }
    })
    const noisiest = parts.sort((a, b) => b.alarms - a.alarms).slice(0, most)
    const ids = noisiest.flatMap(({ value }) => value ?? [])
    const componentOf = by === 'probe' ? await componentsOf(at, ids) : new Map<string, string>()
    const wanted = new Map([['component', new Set(componentOf.values())]]).set(kindOf[by], new Set(ids))
    return {
      ...{ from, to, whole: bars.reduce<Figures>(added, none), weeks: bars },
      parts: noisiest.map((one) => ({ ...one, component: (one.value && componentOf.get(one.value)) ?? null })),
      refs: await lookUp(at.engine, at.person, wanted),
    }
  },
})

async function componentsOf({ db }: Reading, probes: readonly string[]): Promise<Map<string, string>> {
  if (probes.length === 0) return new Map()
  const rows = await db.selectFrom('probe').select(['id', 'component']).where('id', 'in', probes).execute()
  return new Map(rows.map(({ id, component }) => [id, component]))
}

const none: Figures = { alarms: 0, acknowledged: 0, brief: 0, flapped: 0, night: 0 }

const added = (sum: Figures, { alarms, acknowledged, brief, flapped, night }: Figures): Figures => ({
  alarms: sum.alarms + alarms,
  acknowledged: sum.acknowledged + acknowledged,
  brief: sum.brief + brief,
  flapped: sum.flapped + flapped,
  night: sum.night + night,
})

/** Where each of the last weeks begins where the firm is, and where the running one ends. */
function mondaysOf({ engine, person }: Reading, weeks: number): { day: string; at: string }[] {
  const today = mustBeDay(person.today)
  const weekday = (new Date(`${person.today}T00:00:00Z`).getUTCDay() + 6) % 7
  const first = today - weekday - 7 * (weeks - 1)
  const clock = zoneClock(engine.zone, first, first + 7 * (weeks + 1))
  return Array.from({ length: weeks + 1 }, (_, n) => {
    const day = first + 7 * n
    return { day: dateOf(day), at: instantAt(clock.msAt(day, 0)) }
  })
}

const weekOf = ({ engine }: Reading) =>
  sql`to_char(date_trunc('week', a.first_at at time zone ${engine.zone}::text), 'YYYY-MM-DD')`

/** From ten in the evening to six in the morning, where the firm is, people are woken by it. */
async function countBy(
  { db, engine }: Reading,
  from: string,
  to: string,
  value: RawBuilder<unknown>,
): Promise<(Figures & { value: string | null })[]> {
  const { rows } = await sql<Figures & { value: string | null }>`
    select ${value} as value, count(*)::int as alarms,
      count(*) filter (where a.acknowledged_at is not null)::int as acknowledged,
      count(*) filter (where a.state = 'resolved' and a.resolved_by is null
        and coalesce(a.recovered_at, a.resolved_at) - a.first_at <= interval '5 minutes')::int as brief,
      count(*) filter (where a.flapped)::int as flapped,
      count(*) filter (where extract(hour from a.first_at at time zone ${engine.zone}::text) not between 6 and 21)::int as night
    from alarm a where a.first_at >= ${from} and a.first_at < ${to} group by 1`.execute(db)
  return rows
}
