import { z } from 'zod'
import { createAccount, disableAccounts } from '../../../../platform/auth/account.ts'
import { action, behave } from '../../../../platform/behaviour.ts'
import { role } from '../../../../record/rule.ts'
import { person } from '../person.record.ts'

/** Gives a person a way to sign in. One person may have several accounts and stays one person. */
const giveAccount = action(person, {
  allow: role('admin'),
  summary: 'Create a sign-in account of this person',
  input: z.strictObject({
    login: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/),
    password: z.string().min(10).max(1000),
  }),
  output: z.object({ login: z.string() }),
  async run(tx, row, { login, password }) {
    await createAccount(tx, { person: row.id, login, password })
    return { login }
  },
})

export const personBehaviour = behave(person, {
  effects: { leave: (tx, row) => disableAccounts(tx, row.id) },
  actions: { 'give-account': giveAccount },
})
