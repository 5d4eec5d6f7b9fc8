import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { securityIncident } from '../security-incident.record.ts'

/** That an incident is a security incident, which all may know who read it; which one, only those who may read that. */
export const declaredSecurity = beside({
  name: 'security',
  of: (record) => record.name === 'incident',
  summary: 'Whether this is a security incident; its number and title only for those who may read it',
  output: z.object({
    declared: z.boolean(),
    known: z.object({ number: z.string(), title: z.string(), state: z.enum(securityIncident.states) }).nullable(),
  }),
  async run({ db, person }, _record, { id }) {
    const of = db.selectFrom('securityIncident').where('incident', '=', id).where('state', '<>', 'dismissed')
    const [any, known] = await Promise.all([
      of.select('id').executeTakeFirst(),
      of
        .select(['number', 'title', 'state'])
        .where(condition(securityIncident, securityIncident.access.read, person))
        .executeTakeFirst(),
    ])
    return { declared: any !== undefined, known: known ?? null }
  },
})
