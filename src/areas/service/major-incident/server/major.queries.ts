import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { isOpen } from '../../../../platform/sides/private.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { reportDueAt } from '../major.rules.ts'
import { gravities, majorIncident } from '../major-incident.record.ts'
import { dutiesOf } from './duties.ts'

type Row = RowOf<typeof majorIncident>

const asked = z.strictObject({ id: z.string().min(1).max(64) })

/** The rules of regulators that apply to a major incident, with when each is due and whether it was kept. */
export const majorReporting = query({
  path: '/api/major-incidents/:id/reporting',
  allow: everyone,
  summary:
    'Whom the firm must tell of a major incident, until when, and whether it has; with whether the rule was verified',
  input: asked,
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        authority: z.string(),
        authorityEn: z.string().nullable(),
        what: z.string(),
        document: z.string(),
        article: z.string().nullable(),
        gravity: z.enum(gravities),
        minutes: z.int(),
        verified: z.boolean(),
        dueAt: z.iso.datetime(),
        reported: z.object({ at: z.iso.datetime(), by: z.uuid(), how: z.string() }).nullable(),
      }),
    ),
    refs: refsSchema,
  }),
  async run({ db, person, engine }, { id }) {
    const row = (await readItem(db, majorIncident, person, id)) as unknown as Row
    const duties = (await dutiesOf(db, [row], engine.zone)).get(row.id) ?? []
    const items = duties.map((rule) => {
      const told = row.reports.find((one) => one.rule === rule.id)
      return {
        id: rule.id,
        number: rule.number,
        authority: rule.authority,
        authorityEn: rule.authorityEn,
        what: rule.what,
        document: rule.document,
        article: rule.article,
        gravity: rule.gravity,
        minutes: rule.minutes,
        verified: rule.state === 'verified',
        dueAt: reportDueAt(rule, row),
        reported: told ? { at: told.at, by: told.by, how: told.how } : null,
      }
    })
    const people = new Set(items.flatMap(({ reported }) => reported?.by ?? []))
    return { items, refs: await lookUp(engine, person, new Map([['person', people]])) }
  },
})

const mostMoments = 500

const moment = z.object({
  at: z.iso.datetime(),
  /** What it belongs to. */
  record: z.string(),
  id: z.uuid(),
  number: z.string(),
  verb: z.string(),
  /** Who did it; null: the system, under this name. */
  by: z.uuid().nullable(),
  byName: z.string(),
  /** The state it led to. */
  state: z.string().nullable(),
  /** What was said: of an update, a comment that is open to all, or how a regulator was told. */
  text: z.string().nullable(),
  textEn: z.string().nullable(),
})

/** What belongs to a major incident: itself, its incident with parts and duplicates, their alarms, linked runs, its updates and review. */
const belongs = (id: string, incident: string) => sql`around as (
    select 'major-incident' as record, ${id}::uuid as id
    union select 'incident', i.id from incident i
      where i.id = ${incident} or i.parent = ${incident} or i.duplicate_of = ${incident}
  ), more as (
    select record, id from around
    union select 'alarm', a.id from alarm a where a.incident in (select id from around where record = 'incident')
    union select 'run', l.to_id from link l join around on around.id = l.from_id where l.to_record = 'run'
    union select 'run', l.from_id from link l join around on around.id = l.to_id where l.from_record = 'run'
    union select 'incident-update', u.id from incident_update u where u.major = ${id}
    union select 'review', r.id from review r where r.major = ${id}
  ), named as (
    select more.*, coalesce(m.number, i.number, a.number, r.number, u.number, v.number) as number
    from more left join major_incident m on m.id = more.id left join incident i on i.id = more.id
      left join alarm a on a.id = more.id left join run r on r.id = more.id
      left join incident_update u on u.id = more.id left join review v on v.id = more.id
  )`

/** Verbs that say nothing of the course of things. */
const silent = ['update', 'link', 'unlink', 'attach', 'detach', 'edit-comment', 'withdraw-comment']

/** The entry with which it was noted that a regulator was told. */
const wasReported = sql<boolean>`j.changes #> '{reports,1,-1}' is not null`

export const majorTimeline = query({
  path: '/api/major-incidents/:id/timeline',
  allow: everyone,
  summary:
    'The course of a major incident as the journals have it: its incident, alarms, runs, updates and open comments',
  input: asked,
  output: z.object({ items: z.array(moment), refs: refsSchema }),
  async run({ db, person, engine }, { id }) {
    const row = (await readItem(db, majorIncident, person, id)) as unknown as Row
    const { rows } = await sql<z.output<typeof moment>>`
      with ${belongs(row.id, row.incident)}
      select j.at, named.record, named.id, named.number,
        case when ${wasReported} then 'reported' else j.verb end as verb, j.actor as by, j.actor_name as by_name,
        j.changes #>> '{state,1}' as state, coalesce(c.text, u.text, j.changes #>> '{reports,1,-1,how}') as text, u.text_en
      from named join journal j on j.record_id = named.id and j.record = named.record
        left join comment c on j.verb = 'comment' and c.id = (j.changes #>> '{comment,1,id}')::uuid
        left join incident_update u on j.verb = 'create' and u.id = named.id
      where ${isOpen} and (j.verb <> all(${silent}::text[]) or ${wasReported})
      order by j.at, j.id limit ${mostMoments}`.execute(db)
    const people = new Set(rows.flatMap(({ by }) => by ?? []))
    return { items: rows, refs: await lookUp(engine, person, new Map([['person', people]])) }
  },
})

/** What ended stays on the page for so long. */
const shownHours = 24

/** For everybody: what is disturbed. Names no person, component or cause. */
export const statusNow = query({
  path: '/api/status',
  allow: everyone,
  summary:
    'For all staff: what is disturbed now or was within a day, since when, the last update and when the next is due',
  input: z.strictObject({}),
  output: z.object({
    now: z.iso.datetime(),
    items: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        state: z.enum(['declared', 'mitigated', 'ended', 'reviewed']),
        startedAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
        nextUpdateAt: z.iso.datetime().nullable(),
        services: z.array(z.string()),
        updates: z.array(z.object({ at: z.iso.datetime(), text: z.string(), textEn: z.string().nullable() })),
      }),
    ),
    /** Services in use that nothing disturbs. */
    well: z.array(z.string()),
  }),
  async run({ db, now }) {
    const since = new Date(Date.parse(now) - shownHours * 3_600_000).toISOString()
    const { rows } = await sql<{
      number: string
      title: string
      titleEn: string | null
      state: 'declared' | 'mitigated' | 'ended' | 'reviewed'
      startedAt: string
      endedAt: string | null
      nextUpdateAt: string | null
      services: string[] | null
      serviceIds: string[]
      updates: { at: string; text: string; textEn: string | null }[] | null
    }>`select m.number, m.title, m.title_en, m.state, m.started_at, m.ended_at, m.next_update_at, m.services as service_ids,
        (select array_agg(s.name order by s.name) from service s where s.id = any(m.services)) as services,
        (select jsonb_agg(one order by one.at desc) from (select u.created_at as at, u.text, u.text_en as "textEn"
          from incident_update u where u.major = m.id and u.audience = 'everyone' order by u.id desc limit 20) as one) as updates
      from major_incident m
      where m.state in ('declared', 'mitigated') or (m.state in ('ended', 'reviewed') and m.ended_at > ${since})
      order by m.ended_at nulls first, m.started_at desc, m.id desc limit 50`.execute(db)
    const disturbed = new Set(rows.filter(({ endedAt }) => endedAt === null).flatMap(({ serviceIds }) => serviceIds))
    const offered = await db
      .selectFrom('service')
      .select(['id', 'name'])
      .where('state', '=', 'offered')
      .orderBy('name')
      .execute()
    return {
      now,
      items: rows.map(({ serviceIds: _ids, services, updates, ...row }) => ({
        ...row,
        services: services ?? [],
        updates: (updates ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
      })),
      well: offered.filter(({ id }) => !disturbed.has(id)).map(({ name }) => name),
    }
  },
})
