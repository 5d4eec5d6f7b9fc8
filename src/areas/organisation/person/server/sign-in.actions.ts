import { z } from 'zod'
import { createAccount } from '../../../../platform/auth/account.ts'
import { linkIdentity } from '../../../../platform/auth/identity.ts'
import { newPasswordSchema } from '../../../../platform/auth/password.ts'
import { action } from '../../../../platform/behaviour.ts'
import { role } from '../../../../record/rule.ts'
import { person } from '../person.record.ts'

/** Gives a person a way to sign in. One person may have several accounts and stays one person. */
export const giveAccount = action(person, {
  allow: role('admin'),
  summary: 'Create a sign-in account of this person',
  input: z.strictObject({
    login: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/),
    password: newPasswordSchema,
  }),
  output: z.object({ login: z.string() }),
  async run(tx, row, { login, password }) {
    await createAccount(tx, { person: row.id, login, password })
    return { login }
  },
})

/** Links a person to who they are at the firm's own sign-in: by the identifier that it told whoever was not known yet. */
export const linkFirmAccount = action(person, {
  allow: role('admin'),
  summary: 'Link this person to an account of the firm’s sign-in, by issuer and subject',
  input: z.strictObject({
    issuer: z.url().max(400),
    subject: z.string().trim().min(1).max(255),
  }),
  output: z.object({ login: z.string() }),
  async run(tx, row, { issuer, subject }) {
    const { login } = await linkIdentity(tx, row.id, { provider: issuer, subject }, row.employeeNo)
    return { login }
  },
})
