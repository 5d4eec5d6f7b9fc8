import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { fault } from '../../../../record/problem.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'
import { timeEntry } from '../time-entry.record.ts'

export const timeEntryBehaviour = behave(timeEntry, {
  derive: async (_tx, steps) => steps.map(({ after }) => ({ person: after.person ?? after.createdBy })),
  guards: {
    async create(_tx, row) {
      if ((row.incident === null) !== (row.request === null)) return []
      return [fault('incident', 'one-ticket', '请选择一条故障或一条请求。', 'Choose either an incident or a request.')]
    },
  },
})

/** What was spent on one ticket, by person. */
export const timeSpent = beside({
  name: 'time',
  of: ({ name }) => name === incident.name || name === request.name,
  summary: 'Minutes spent on it, in all and by person, as far as one may read them',
  output: z.object({
    minutes: z.int(),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), minutes: z.int() })),
  }),
  async run({ db, person }, { name }, { id }) {
    const people = await db
      .selectFrom('timeEntry as t')
      .innerJoin('person as p', 'p.id', 't.person')
      .where(name === incident.name ? 't.incident' : 't.request', '=', id)
      .where('t.state', '=', 'noted')
      .where(condition(timeEntry, timeEntry.access.read, person))
      .groupBy(['p.id', 'p.name'])
      .select(({ fn, cast }) => ['p.id', 'p.name', cast<number>(fn.sum('t.minutes'), 'integer').as('minutes')])
      .orderBy('minutes', 'desc')
      .execute()
    return { minutes: people.reduce((sum, one) => sum + one.minutes, 0), people }
  },
})
