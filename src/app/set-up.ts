import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { person } from '../areas/organisation/person/person.record.ts'
import { role } from '../areas/organisation/role/role.record.ts'
import { createAccount } from '../platform/auth/account.ts'
import { newPasswordSchema } from '../platform/auth/password.ts'
import { countTry } from '../platform/auth/tries.ts'
import type { Engine } from '../platform/engine.ts'
import { problemSchema } from '../platform/http/problems.ts'
import { asSystem } from '../record/actor.ts'
import { Refusal } from '../record/problem.ts'
import { roles } from './roles.data.ts'

export interface SetUp {
  /** Printed at start; null when there is nothing to set up. */
  readonly code: string | null
}

const codeKey = 'set-up'

/** An empty firm waits for its first administrator, who proves to own the machine by the code printed there. */
export async function firstAdministrator(engine: Engine): Promise<SetUp> {
  const somebody = await engine.db.selectFrom('account').select('id').limit(1).executeTakeFirst()
  if (somebody) return { code: null }
  const code = randomBytes(6).toString('hex').toUpperCase()
  // Kept in the database, so that whichever copy the visitor reaches knows the last code that was printed.
  await engine.db
    .insertInto('setting')
    .values({ key: codeKey, value: JSON.stringify(code), updatedAt: engine.clock.now() })
    .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify(code), updatedAt: engine.clock.now() }))
    .execute()
  return { code }
}

const input = z.strictObject({
  code: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(80),
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/),
  password: newPasswordSchema,
})

export function setUpRoutes(app: FastifyInstance, engine: Engine): void {
  const tags = ['House']
  const state = z.object({ needed: z.boolean(), demo: z.boolean(), logins: z.array(z.string()) })
  app.get('/api/setup', { schema: { tags, response: { 200: state } }, config: { open: true } }, async () => {
    const accounts = await engine.db.selectFrom('account').select(['login', 'demo']).where('demo', '=', true).execute()
    const somebody = accounts.length > 0 || (await hasAccount(engine))
    return { needed: !somebody, demo: accounts.length > 0, logins: accounts.map((account) => account.login) }
  })

  const schema = { tags, body: input, response: { 204: z.null(), '4xx': problemSchema } }
  app.post('/api/setup', { schema, config: { open: true } }, async (request, reply) => {
    const given = request.body as z.output<typeof input>
    await countTry(engine, codeKey, request.ip)
    if (!(await codeFits(engine, given.code))) {
      throw new Refusal('wrong-credentials', [
        '一次性代码不对。它印在服务器启动时的输出里。',
        'The code is wrong. It was printed when the server started.',
      ])
    }
    await engine.inTx(asSystem('set-up'), async (tx) => {
      // Locked: two visitors with the same code make one administrator.
      const code = await tx.db.deleteFrom('setting').where('key', '=', codeKey).returning('key').executeTakeFirst()
      if (!code) throw new Refusal('conflict', ['管理员已经设立。', 'There is an administrator already.'])
      const made = new Map<string, string>()
      for (const one of roles) made.set(one.code, (await tx.create(role, one)).id)
      const admin = await tx.create(person, {
        name: given.name,
        employeeNo: 'ADMIN',
        roles: [made.get('admin') as string],
      })
      await createAccount(tx, { person: admin.id, login: given.login, password: given.password })
    })
    return reply.code(204).send()
  })
}

const hasAccount = async (engine: Engine): Promise<boolean> =>
  (await engine.db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined

async function codeFits(engine: Engine, given: string): Promise<boolean> {
  const kept = await engine.db.selectFrom('setting').select('value').where('key', '=', codeKey).executeTakeFirst()
  if (!kept || (await hasAccount(engine))) return false
  const [a, b] = [Buffer.from(String(kept.value)), Buffer.from(given.trim().toUpperCase())]
  return a.length === b.length && timingSafeEqual(a, b)
}
