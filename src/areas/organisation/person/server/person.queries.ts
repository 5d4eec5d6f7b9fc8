import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { role } from '../../../../record/rule.ts'

/** The sign-ins of a person, for whoever administers them. */
export const accountsOfPerson = query({
  path: '/api/people/:person/accounts',
  allow: role('admin'),
  summary: 'The sign-in accounts of a person',
  input: z.strictObject({ person: z.uuid() }),
  output: z.object({ items: z.array(z.object({ login: z.string(), disabledAt: z.iso.datetime().nullable() })) }),
  run: async ({ db }, { person }) => ({
    items: await db
      .selectFrom('account')
      .select(['login', 'disabledAt'])
      .where('person', '=', person)
      .orderBy('login')
      .execute(),
  }),
})
