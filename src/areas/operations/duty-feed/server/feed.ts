import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Feed } from '../../../../platform/area.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { idOfToken, keepSecret } from '../../../../platform/secret.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { notFound } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { zoneInForce } from '../../calendar/server/calendar.store.ts'
import { makeAddress } from '../../server/address.ts'
import { dutyFeed, feedFaults } from '../duty-feed.record.ts'
import { type IcalEvent, icalOf } from '../ical.rules.ts'

type Row = RowOf<typeof dutyFeed>

/** Past duties that a feed still tells of. */
const pastDays = 60

export const feedBehaviour = behave(dutyFeed, {
  guards: { create: async (_tx, row) => feedFaults(row) },
  effects: { revoke: async (tx, { id }) => void (await keepSecret(tx, dutyFeed, id, '')) },
  actions: { 'make-address': makeAddress(dutyFeed, (token) => `${feedPath}/${token}.ics`) },
})

const feedPath = '/api/feeds/duty'

/** Duties as a calendar that Outlook, Apple and others subscribe to. */
export const dutyCalendar: Feed = {
  path: feedPath,
  type: 'text/calendar',
  summary: 'The duties of a person or a team as iCalendar, at the feed’s secret address',
  async read(engine, token) {
    const feed = await feedAt(engine.db, token.replace(/\.ics$/, ''))
    if (!feed) throw notFound()
    const zone = await zoneInForce(engine.db)
    const since = instantAt(msOf(engine.clock.now()) - pastDays * dayMs)
    return icalOf(feed.name, zone, await eventsOf(engine.db, feed, since))
  },
}

async function feedAt(db: Kysely<Tables>, token: string): Promise<Row | undefined> {
  const id = await idOfToken(db, dutyFeed, token)
  if (!id) return undefined
  return db.selectFrom('dutyFeed').selectAll().where('id', '=', id).where('state', '=', 'active').executeTakeFirst()
}

interface Told {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly startsAt: string
  readonly endsAt: string
  readonly updatedAt: string
  readonly person: string
  readonly position: string
  readonly pattern: string | null
  readonly gone: boolean
}

/** Duties in force, those that were cancelled, and those that somebody has since given away. */
async function eventsOf(db: Kysely<Tables>, { person, team, lang }: Row, since: string): Promise<IcalEvent[]> {
  const whose = person
    ? sql`(d.person = ${person} or exists (select from duty_swap w where w.state = 'carried-out'
        and ((w.duty = d.id and w.person = ${person}) or (w.in_return = d.id and w."to" = ${person}))))`
    : sql`d.person in (select id from person where team = ${team})`
  const { rows } =
    await sql<Told>`select d.id, d.number, d.version, d.starts_at, d.ends_at, d.updated_at, p.name as person,
      case when ${lang} = 'en' then coalesce(o.name_en, o.name) else o.name end as position,
      case when ${lang} = 'en' then coalesce(t.name_en, t.name) else t.name end as pattern,
      d.state = 'cancelled' or (${person}::uuid is not null and d.person <> ${person}) as gone
    from duty d join person p on p.id = d.person join duty_position o on o.id = d.position
    left join shift_pattern t on t.id = d.pattern
    where d.starts_at > ${since} and ${whose}
      and (d.state = 'published' or (d.state = 'cancelled' and d.cancel_reason is not null))
    order by d.starts_at, d.id`.execute(db)
  return rows.map((one) => ({
    ...{ uid: `${one.id}@touchstone`, sequence: one.version, from: one.startsAt, to: one.endsAt },
    ...{ changedAt: one.updatedAt, cancelled: one.gone, description: one.number },
    summary: [lang === 'en' ? 'Duty:' : '值班:', one.pattern, one.position, person ? null : one.person]
      .filter(Boolean)
      .join(' '),
  }))
}
