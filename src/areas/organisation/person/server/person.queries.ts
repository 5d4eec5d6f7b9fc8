import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { passwordLength } from '../../../../platform/settings/house.ts'
import { role } from '../../../../record/rule.ts'

const account = z.object({
  login: z.string(),
  disabledAt: z.iso.datetime().nullable(),
  /** Where else they are known: `ldap`, or the issuer of the firm's sign-in. */
  elsewhere: z.array(z.string()),
})

/** The sign-ins of a person, for whoever administers them. */
export const accountsOfPerson = query({
  path: '/api/people/:person/accounts',
  allow: role('admin'),
  summary: 'The sign-in accounts of a person',
  input: z.strictObject({ person: z.uuid() }),
  output: z.object({ items: z.array(account), issuer: z.string().nullable(), passwordLength: z.int() }),
  run: async ({ db, engine }, { person }) => ({
    items: await db
      .selectFrom('account')
      .select(['login', 'disabledAt'])
      .select(
        sql<string[]>`array(select provider from identity where identity.account = account.id order by 1)`.as(
          'elsewhere',
        ),
      )
      .where('person', '=', person)
      .orderBy('login')
      .execute(),
    issuer: engine.signIn.oidc?.issuer ?? null,
    passwordLength: engine.settings.get(passwordLength),
  }),
})
