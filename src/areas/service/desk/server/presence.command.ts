import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { tellPerson } from '../../../../platform/events/personal.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'

/** Whoever has not been heard of for so long has left. */
const aliveSeconds = 40

/**
 * Says that one looks at a ticket, or types on it, and answers who else does. Kept in a table that no backup and no journal
 * knows, for less than a minute; the others' screens hear of a newcomer at once, whichever copy of the server they are on.
 */
export const presence = command({
  path: '/api/desk/presence',
  allow: desk,
  summary: 'Says that one looks at or types on a ticket; answers who else does',
  input: z.strictObject({
    record: z.enum(['incident', 'request']),
    id: z.uuid(),
    doing: z.enum(['looking', 'typing', 'gone']),
  }),
  output: z.object({ others: z.array(z.object({ id: z.uuid(), name: z.string(), typing: z.boolean() })) }),
  async run(tx, { record, id, doing }) {
    const person = tx.actor as PersonActor
    const me = person.id
    await readItem(tx.db, record === 'incident' ? incident : request, person, id)
    await sql`delete from presence where seen_at < ${tx.now}::timestamptz - make_interval(secs => ${aliveSeconds})`.execute(
      tx.db,
    )
    const before = await tx.db
      .selectFrom('presence')
      .select('typing')
      .where('ticket', '=', id)
      .where('person', '=', me)
      .executeTakeFirst()
    if (doing === 'gone') await tx.db.deleteFrom('presence').where('ticket', '=', id).where('person', '=', me).execute()
    else {
      const seen = { typing: doing === 'typing', seenAt: tx.now }
      await tx.db
        .insertInto('presence')
        .values({ ticket: id, person: me, ...seen })
        .onConflict((one) => one.columns(['ticket', 'person']).doUpdateSet(seen))
        .execute()
    }
    const others = await tx.db
      .selectFrom('presence as here')
      .innerJoin('person as p', 'p.id', 'here.person')
      .where('here.ticket', '=', id)
      .where('here.person', '<>', me)
      .select(['p.id', 'p.name', 'here.typing'])
      .orderBy('p.name')
      .execute()
    const isNews = doing === 'gone' ? before !== undefined : before?.typing !== (doing === 'typing')
    if (isNews) for (const other of others) await tellPerson(tx.db, { person: other.id, record: 'presence', id })
    return { others }
  },
})
