import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../record/problem.ts'
import { dropRecoveryCodes, renewRecoveryCodes } from '../../auth/recovery.ts'
import { newTotpSecret, stepOf, totpOf } from '../../auth/totp.ts'
import type { Engine } from '../../engine.ts'
import { me } from '../gate.ts'
import { answers, personal, tags } from './account.routes.ts'
import { presenceSchema, present } from './presence.ts'

const recovery = z.object({ recoveryCodes: z.array(z.string()) })

/** One-time codes of an authenticator app: switched on by proof and a first code, off by proof. */
export function codeRoutes(app: FastifyInstance, engine: Engine): void {
  const secret = z.object({ secret: z.string(), uri: z.string() })
  app.post(
    '/api/account/codes',
    { schema: { tags, body: presenceSchema, response: { 200: secret, ...answers } }, config: personal },
    async (request) => {
      const { login } = await present(engine, request, (request.body as z.output<typeof presenceSchema>).signature)
      const made = newTotpSecret()
      return { secret: made, uri: totpOf(made, login).toString() }
    },
  )

  const confirm = presenceSchema.extend({
    secret: z.string().regex(/^[A-Z2-7]{32}$/),
    code: z.string().regex(/^\d{6}$/),
  })
  app.put(
    '/api/account/codes',
    { schema: { tags, body: confirm, response: { 200: recovery, ...answers } }, config: personal },
    async (request) => {
      const { secret: totpSecret, code, signature } = request.body as z.output<typeof confirm>
      // The step is kept: the code that switched codes on has served its once.
      const totpStep = stepOf(totpSecret, me(request).login, code, engine.clock.now())
      if (totpStep === null) throw new Refusal('wrong-signature', ['一次性口令不对。', 'The one-time code is wrong.'])
      const { account, person } = await present(engine, request, signature)
      return engine.inTx(person, async (tx) => {
        await tx.db.updateTable('account').set({ totpSecret, totpStep }).where('id', '=', account).execute()
        await tx.journal(tx.directory, person.id, 'switch-on-codes', { codes: [false, true] })
        await tx.notify('sign-in', {})
        return { recoveryCodes: await renewRecoveryCodes(tx, account) }
      })
    },
  )

  app.post(
    '/api/account/codes/off',
    { schema: { tags, body: presenceSchema, response: { 204: z.null(), ...answers } }, config: personal },
    async (request, reply) => {
      const { signature } = request.body as z.output<typeof presenceSchema>
      const { account, person } = await present(engine, request, signature)
      await engine.inTx(person, async (tx) => {
        const off = await tx.db
          .updateTable('account')
          .set({ totpSecret: null, totpStep: null })
          .where('id', '=', account)
          .where('totpSecret', 'is not', null)
          .executeTakeFirst()
        if (off.numUpdatedRows === 0n) return
        await dropRecoveryCodes(tx, account)
        await tx.journal(tx.directory, person.id, 'switch-off-codes', { codes: [true, false] })
        await tx.notify('sign-in', {})
      })
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/account/recovery-codes',
    { schema: { tags, body: presenceSchema, response: { 200: recovery, ...answers } }, config: personal },
    async (request) => {
      const { signature } = request.body as z.output<typeof presenceSchema>
      const { account, person } = await present(engine, request, signature)
      return engine.inTx(person, async (tx) => {
        await tx.journal(tx.directory, person.id, 'renew-recovery-codes', {})
        return { recoveryCodes: await renewRecoveryCodes(tx, account) }
      })
    },
  )
}
