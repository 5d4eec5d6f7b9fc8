import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { folded } from '../../alarm/alarm.rules.ts'
import { openAlarmSchema, openAlarms } from '../../alarm/server/open.query.ts'

/** Components listed at most; in a storm one alarm says it all. */
const most = 50

const unwell = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  criticality: z.enum(['trading', 'important', 'ordinary']),
  health: z.enum(['unknown', 'slow', 'down']),
  since: z.iso.datetime().nullable(),
  /** The failed component that explains it. */
  behind: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** The window in which it is worked on. */
  maintenance: z.string().nullable(),
})

type Unwell = z.output<typeof unwell>

export const wrongNow = query({
  path: '/api/duty/wrong',
  allow: everyone,
  summary: 'What is wrong now: open alarms, and components in service that are not up and have no alarm of their own.',
  input: z.strictObject({}),
  output: z.object({
    /** Of those that are told together one, with the number of the others. */
    alarms: z.array(openAlarmSchema.extend({ grouped: z.int() })),
    components: z.array(unwell),
    /** `watched`: components in service with a probe that is active; where there are none, no news is no good news. */
    count: z.object({ alarms: z.int(), firing: z.int(), components: z.int(), watched: z.int() }),
  }),
  async run({ db, now }) {
    const alarms = await openAlarms(db, now)
    const { rows } = await sql<Omit<Unwell, 'behind'> & { behindId: string | null; behindName: string; total: number }>`
      select c.id, c.number, c.name, c.criticality, h.health, b.id as behind_id, b.name as behind_name,
        case when h.health = c.health then c.health_since end as since,
        (select number from maintenance_window where id = maintenance_of(c.id, ${now})) as maintenance, count(*) over ()::int as total
      from component c
      join component_health(${now}::timestamptz) h on h.component = c.id and h.health not in ('up', 'stopped')
      left join lateral (
        select u.id, u.name from probe p join probe_state s on s.probe = p.id and s.behind is not null
        join probe up on up.id = s.behind join component u on u.id = up.component
        where p.component = c.id limit 1
      ) b on true
      where c.state = 'in-service'
        and exists (select 1 from probe p where p.component = c.id and p.state = 'active')
        and not exists (select 1 from alarm a where a.component = c.id and a.state <> 'resolved')
      order by b.id is not null, array_position(array['down', 'slow', 'unknown'], h.health),
        array_position(array['trading', 'important', 'ordinary'], c.criticality), c.code
      limit ${most}`.execute(db)
    const { rows: watched } = await sql<{ count: number }>`select count(*)::int as count from component c
      where c.state = 'in-service' and exists (select 1 from probe p where p.component = c.id and p.state = 'active')`.execute(
      db,
    )
    return {
      alarms: folded(alarms).slice(0, 200),
      components: rows.map(({ behindId, behindName, total: _total, ...one }) => ({
        ...one,
        behind: behindId ? { id: behindId, name: behindName } : null,
      })),
      count: {
        alarms: alarms.length,
        firing: alarms.filter((one) => one.state === 'firing').length,
        components: rows[0]?.total ?? 0,
        watched: watched[0]?.count ?? 0,
      },
    }
  },
})
