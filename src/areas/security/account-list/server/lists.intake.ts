import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Intake } from '../../../../platform/area.ts'
import { digestOfToken } from '../../../../platform/auth/session.ts'
import { action } from '../../../../platform/behaviour.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { readJson } from '../../../../platform/http/json-body.ts'
import { keepSecret } from '../../../../platform/secret.ts'
import { asSystem } from '../../../../record/actor.ts'
import { invalid, Refusal } from '../../../../record/problem.ts'
import { accessSystem } from '../../access-system/access-system.record.ts'
import { hands } from '../../keepers.rules.ts'
import { listSchema, merged } from '../entry.rules.ts'
import { takeList } from './take.ts'
import { takenSchema, tellTaken } from './upload.command.ts'

/** Where a program hands in the accounts of the system whose token it has. */
export const accountsIntake: Intake = {
  path: '/api/intake/accounts',
  summary: 'Takes the accounts of a system as a program read them, proved by the system’s token; whole or not at all.',
  bodyLimit: 20 * 1024 ** 2,
  output: takenSchema,
  async take(engine, token, bytes) {
    const system = token === null ? null : await systemOf(engine, token)
    if (!system) throw new Refusal('not-signed-in', ['没有这个令牌的系统。', 'No system has this token.'])
    const { accounts, takenAt, complete } = readJson(listSchema, bytes)
    const { entries, faults } = merged(accounts.map((entry, n) => ({ at: `accounts.${n}`, entry })))
    if (faults.length > 0) throw invalid(faults)
    return engine.inTx(asSystem('account-lists'), async (tx) =>
      tellTaken(await takeList(tx, system, { takenAt, complete, source: 'agent', entries })),
    )
  },
}

async function systemOf(engine: Engine, token: string): Promise<string | null> {
  const found = await engine.db
    .selectFrom('secret')
    .select('id')
    .where('record', '=', accessSystem.name)
    .where('value', '=', digestOfToken(token).toString('hex'))
    .executeTakeFirst()
  return found?.id ?? null
}

export const makeListToken = action(accessSystem, {
  allow: hands,
  summary: 'Makes a new token by which a program hands in its accounts, told once; the one before counts no more.',
  input: z.strictObject({}),
  output: z.object({ token: z.string() }),
  async run(tx, { id }) {
    const token = `tsa_${randomBytes(32).toString('base64url')}`
    await keepSecret(tx, accessSystem, id, digestOfToken(token).toString('hex'))
    return { token }
  },
})
