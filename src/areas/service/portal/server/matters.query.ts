import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { everyone } from '../../../../record/rule.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'

const most = 100

/** What one reported or asked for, or what others did in one's name: the newest hundred of each kind. */
export const matters = query({
  path: '/api/portal/matters',
  allow: everyone,
  summary: 'One’s own matters, whatever their kind, the newest first',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        state: z.string(),
        createdAt: z.iso.datetime(),
      }),
    ),
  }),
  async run({ db, person }) {
    const faults = db
      .selectFrom('incident')
      .select(['id', 'number', 'title', sql<string | null>`null`.as('titleEn'), 'state', 'createdAt'])
      .where((one) => one.or([one('createdBy', '=', person.id), one('reportedBy', '=', person.id)]))
      .where(condition(incident, incident.access.read, person))
      .orderBy('id', 'desc')
      .limit(most)
    const orders = db
      .selectFrom('request')
      .select(['id', 'number', sql<string>`coalesce(title, number)`.as('title'), 'titleEn', 'state', 'createdAt'])
      .where((one) => one.or([one('createdBy', '=', person.id), one('forPerson', '=', person.id)]))
      .where(condition(request, request.access.read, person))
      .orderBy('id', 'desc')
      .limit(most)
    const [reported, ordered] = await Promise.all([faults.execute(), orders.execute()])
    return { items: [...reported, ...ordered].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)) }
  },
})
