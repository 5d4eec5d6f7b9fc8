import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { everyone } from '../../../../record/rule.ts'
import { turnsOf } from '../../escalation-policy/escalation.rules.ts'
import type { EscalationStep } from '../../escalation-policy/escalation-policy.record.ts'
import { peopleOf } from '../../escalation-policy/server/people.ts'
import { alarm } from '../alarm.record.ts'
import { type Around, aroundSchema, type Similar } from '../around.rules.ts'
import type { AlarmRow } from './raise.ts'

/** Past alarms shown at most. */
const most = 6

export const alarmAround = query({
  path: '/api/alarms/:id/around',
  allow: everyone,
  summary: 'What helps with an alarm: its runbook, who was told and who is next, and similar alarms of the past.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: aroundSchema.extend({ refs: refsSchema }),
  async run(at, { id }) {
    const row = (await readItem(at.db, alarm, at.person, id)) as unknown as AlarmRow
    const [runbook, group, escalation, similar] = await Promise.all([
      runbookOf(at, row),
      groupOf(at, row),
      escalationOf(at, row),
      similarTo(at, row),
    ])
    const found: Around = { runbook, group, escalation, similar }
    return { ...found, refs: await lookUp(at.engine, at.person, linksOf(found)) }
  },
})

/** The edition in effect of what its probe names, or else its component. */
async function runbookOf({ db }: Reading, { probe, component }: AlarmRow): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select e.id from runbook r join runbook e on e.code = r.code and e.state = 'effective'
    where r.id = coalesce((select runbook from probe where id = ${probe}), (select runbook from component where id = ${component}))
    limit 1`.execute(db)
  return rows[0]?.id ?? null
}

async function groupOf({ db }: Reading, { id, groupedUnder }: AlarmRow): Promise<number> {
  const head = groupedUnder ?? id
  const { count } = await db
    .selectFrom('alarm')
    .select((one) => one.fn.countAll<string>().as('count'))
    .where('groupedUnder', '=', head)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function escalationOf({ db, engine, now }: Reading, row: AlarmRow): Promise<Around['escalation']> {
  if (row.escalation === null) return null
  const told = await db
    .selectFrom('alarmEscalation')
    .select(['position', 'at', 'people'])
    .where('alarm', '=', row.id)
    .orderBy('at')
    .orderBy('position')
    .execute()
  if (row.escalatesAt === null) return { policy: row.escalation, told, next: null }
  const { steps } = await db
    .selectFrom('escalationPolicy')
    .select('steps')
    .where('id', '=', row.escalation)
    .executeTakeFirstOrThrow()
  const position = row.escalationStep ?? 0
  const turn = turnsOf(steps as EscalationStep[])[position]
  const people = turn ? await peopleOf(engine, db, turn.who, now) : []
  return { policy: row.escalation, told, next: { position, at: row.escalatesAt, people } }
}

/** The same thing again, then others of its component, then of what stands beside it on the same. */
async function similarTo({ db }: Reading, { id, key, component }: AlarmRow): Promise<Similar[]> {
  const past = (like: Similar['like'], where: ReturnType<typeof sql>) => sql`(
    select ${like}::text as "like", a.id, a.title, a.title_en, a.first_at, a.resolved_at, a.resolved_by, a.resolution, a.incident
    from alarm a where a.state = 'resolved' and a.id <> ${id} and ${where} order by a.id desc limit ${most})`
  const { rows } = await sql<Similar>`
    with base as (select unnest(depends_on) as id from component where id = ${component})
    ${past('key', sql`a.key = ${key}`)} union all ${past('component', sql`a.component = ${component} and a.key <> ${key}`)}
    union all ${past(
      'upstream',
      sql`a.component <> ${component} and a.about_record is distinct from 'run-step' and a.component in (select id from base
        union select c.id from component c where c.depends_on && array(select id from base))`,
    )}`.execute(db)
  return rows.slice(0, most)
}

function linksOf({ runbook, escalation, similar }: Around): Map<string, Set<string>> {
  const ids = (...found: (string | null | undefined)[]) => new Set(found.flatMap((one) => one ?? []))
  const steps = [...(escalation?.told ?? []), ...(escalation?.next ? [escalation.next] : [])]
  return new Map([
    ['runbook', ids(runbook)],
    ['escalation-policy', ids(escalation?.policy)],
    ['person', ids(...steps.flatMap(({ people }) => people), ...similar.map(({ resolvedBy }) => resolvedBy))],
    ['incident', ids(...similar.map(({ incident }) => incident))],
  ])
}
