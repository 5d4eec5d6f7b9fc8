import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import { incident } from '../../incident/incident.record.ts'
import { timeEntry } from '../time-entry.record.ts'

export const timeEntryBehaviour = behave(timeEntry, {
  derive: async (_tx, steps) => steps.map(({ after }) => ({ person: after.person ?? after.createdBy })),
})

/** What was spent on one incident, by person. */
export const timeSpent = query({
  path: '/api/incidents/:id/time',
  allow: everyone,
  summary: 'Minutes spent on an incident, in all and by person, as far as one may read them',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  output: z.object({
    minutes: z.int(),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), minutes: z.int() })),
  }),
  async run({ db, person }, { id }) {
    const { id: of } = await readItem(db, incident, person, id)
    const people = await db
      .selectFrom('timeEntry as t')
      .innerJoin('person as p', 'p.id', 't.person')
      .where('t.incident', '=', of)
      .where('t.state', '=', 'noted')
      .where(condition(timeEntry, timeEntry.access.read, person))
      .groupBy(['p.id', 'p.name'])
      .select(({ fn, cast }) => ['p.id', 'p.name', cast<number>(fn.sum('t.minutes'), 'integer').as('minutes')])
      .orderBy('minutes', 'desc')
      .execute()
    return { minutes: people.reduce((sum, one) => sum + one.minutes, 0), people }
  },
})
