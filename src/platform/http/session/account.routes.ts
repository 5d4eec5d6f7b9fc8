import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../record/problem.ts'
import { factorsOf } from '../../auth/factors.ts'
import { listPasskeys } from '../../auth/passkey.ts'
import { demandGoodPassword, hashPassword, newPasswordSchema } from '../../auth/password.ts'
import { optionsForPresence } from '../../auth/presence.ts'
import { proveAgain } from '../../auth/prove.ts'
import { recoveryCodesLeft } from '../../auth/recovery.ts'
import { endOtherSessions } from '../../auth/session.ts'
import type { Engine } from '../../engine.ts'
import { passwordLength } from '../../settings/house.ts'
import { fromOf, me, placeOf } from '../gate.ts'
import { problemSchema } from '../problems.ts'
import { optionsSchema } from './sign-in.routes.ts'

export const tags = ['Account']
export const answers = { '4xx': problemSchema }
/** In the person's own hands alone, and open to whoever still has to set a second factor up. */
export const personal = { personal: true, enrolling: true }

const overview = z.object({
  login: z.string(),
  /** Ours can be changed here; the directory's is changed there. */
  password: z.enum(['own', 'directory', 'none']),
  /** The least characters of a new one. */
  passwordLength: z.int(),
  codes: z.boolean(),
  recoveryCodes: z.int(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  mustEnrol: z.boolean(),
})

/** A person's own account: what it has, its password, and a challenge for whoever proves presence by passkey. */
export function accountRoutes(app: FastifyInstance, engine: Engine): void {
  const schema = { tags, response: { 200: overview, ...answers } }
  app.get('/api/account', { schema, config: personal }, async (request) => {
    const { account, login, mustEnrol } = me(request)
    const { password, codes } = await factorsOf(engine, account)
    const own = await ownPassword(engine, account)
    return {
      login,
      password: own ? ('own' as const) : password ? ('directory' as const) : ('none' as const),
      passwordLength: engine.settings.get(passwordLength),
      codes,
      recoveryCodes: await recoveryCodesLeft(engine, account),
      passkeys: await listPasskeys(engine, account),
      mustEnrol,
    }
  })

  const change = z.strictObject({ old: z.string().min(1).max(1000), password: newPasswordSchema })
  app.put(
    '/api/account/password',
    { schema: { tags, body: change, response: { 204: z.null(), ...answers } }, config: personal },
    async (request, reply) => {
      const who = me(request)
      const { old, password } = request.body as z.output<typeof change>
      if (!(await ownPassword(engine, who.account))) {
        throw new Refusal('not-allowed', ['您的密码由单位目录管理。', 'Your password is kept by the firm’s directory.'])
      }
      demandGoodPassword(engine.settings, password)
      await proveAgain(engine, who, { password: old }, fromOf(engine, request), { to: 'account' })
      const passwordHash = await hashPassword(password)
      await engine.inTx(who.person, async (tx) => {
        await tx.db.updateTable('account').set({ passwordHash }).where('id', '=', who.account).execute()
        await tx.journal(tx.directory, who.person.id, 'change-password', {})
        // Whoever knew the old one is out.
        await endOtherSessions(tx, who)
      })
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/account/challenge',
    { schema: { tags, body: z.strictObject({}), response: { 200: optionsSchema, ...answers } }, config: personal },
    async (request) => ({
      ...(await optionsForPresence(engine, placeOf(engine, request), me(request).account, { to: 'account' })),
    }),
  )
}

async function ownPassword(engine: Engine, account: string): Promise<boolean> {
  const { passwordHash } = await engine.db
    .selectFrom('account')
    .select('passwordHash')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return passwordHash !== null
}
