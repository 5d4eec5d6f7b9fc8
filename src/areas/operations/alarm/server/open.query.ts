import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone } from '../../../../record/rule.ts'
import { byUrgency } from '../alarm.rules.ts'
import { affectsOf } from './affects.ts'

/** Shown on a console at most; beyond it the count says how many there are. */
const most = 200

export const openAlarmSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  version: z.int(),
  state: z.enum(['firing', 'acknowledged']),
  severity: z.enum(['critical', 'warning']),
  title: z.string(),
  titleEn: z.string().nullable(),
  component: z.object({ id: z.uuid(), number: z.string(), name: z.string() }).nullable(),
  aboutRecord: z.string().nullable(),
  aboutId: z.string().nullable(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  ageSeconds: z.int(),
  events: z.int(),
  flapping: z.boolean(),
  recoveredAt: z.iso.datetime().nullable(),
  suppressedCount: z.int(),
  quiet: z.enum(['silenced', 'grouped']).nullable(),
  /** The first of those that it is told with. */
  groupedUnder: z.uuid().nullable(),
  acknowledgedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
  incident: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  affects: z.object({ count: z.int(), names: z.array(z.string()), trading: z.boolean() }),
  affectsTrading: z.boolean(),
})

export type OpenAlarm = z.output<typeof openAlarmSchema>

export const openAlarmsQuery = query({
  path: '/api/alarms/open',
  allow: everyone,
  summary: 'Open alarms with what they affect, in the order in which they need a hand.',
  input: z.strictObject({}),
  output: z.object({ count: z.int(), firing: z.int(), items: z.array(openAlarmSchema) }),
  async run({ db, now }) {
    const alarms = await openAlarms(db, now)
    return {
      count: alarms.length,
      firing: alarms.filter((one) => one.state === 'firing').length,
      items: alarms.slice(0, most),
    }
  },
})

interface Row extends Omit<OpenAlarm, 'component' | 'acknowledgedBy' | 'incident' | 'affects' | 'affectsTrading'> {
  componentId: string | null
  componentNumber: string
  componentName: string
  personId: string | null
  personName: string
  incidentId: string | null
  incidentNumber: string
}

/** All open alarms, most urgent first. */
export async function openAlarms(db: Kysely<Tables>, now: string): Promise<OpenAlarm[]> {
  const { rows } = await sql<Row>`
    select a.id, a.number, a.version, a.state, a.severity, a.title, a.title_en, a.about_record, a.about_id, a.first_at,
      a.last_at, greatest(0, extract(epoch from ${now}::timestamptz - a.first_at))::int as age_seconds, a.events, a.flapping,
      a.recovered_at, a.suppressed_count, a.quiet, a.grouped_under, a.acknowledged_at, c.id as component_id, c.number as component_number,
      c.name as component_name, p.id as person_id, p.name as person_name, i.id as incident_id, i.number as incident_number
    from alarm a
    left join component c on c.id = a.component
    left join person p on p.id = a.acknowledged_by
    left join incident i on i.id = a.incident
    where a.state <> 'resolved'`.execute(db)
  const affects = await affectsOf(
    db,
    rows.flatMap((row) => row.componentId ?? []),
  )
  return rows.map((row) => shaped(row, (row.componentId && affects.get(row.componentId)) || nothing)).sort(byUrgency)
}

const nothing = { count: 0, names: [], trading: false }

function shaped(row: Row, affects: { count: number; names: readonly string[]; trading: boolean }): OpenAlarm {
  const { componentId, componentNumber, componentName, personId, personName, incidentId, incidentNumber, ...alarm } =
    row
  return {
    ...alarm,
    component: componentId ? { id: componentId, number: componentNumber, name: componentName } : null,
    acknowledgedBy: personId ? { id: personId, name: personName } : null,
    incident: incidentId ? { id: incidentId, number: incidentNumber } : null,
    affects: { ...affects, names: [...affects.names] },
    affectsTrading: affects.trading,
  }
}
