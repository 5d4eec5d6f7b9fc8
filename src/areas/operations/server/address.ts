import './tables.ts'
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { digestOfToken } from '../../../platform/auth/session.ts'
import { action } from '../../../platform/behaviour.ts'
import { keepSecret } from '../../../platform/secret.ts'
import type { Tables } from '../../../platform/tables.ts'
import { Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'

/** The act that makes an address which is a record's only key; `pathOf` says where a token leads. */
export const makeAddress = (record: AnyRecord, pathOf: (token: string) => string) =>
  action(record, {
    allow: record.access.update,
    summary: 'Makes a new secret address, told once; the one before leads nowhere any more.',
    input: z.strictObject({}),
    output: z.object({ path: z.string() }),
    async run(tx, { id, state }) {
      if (state !== 'active') throw new Refusal('wrong-state', ['已作废。', 'It is revoked.'])
      const token = randomBytes(32).toString('base64url')
      await keepSecret(tx, record, id, digestOfToken(token).toString('hex'))
      return { path: pathOf(token) }
    },
  })

/** The id of the row whose secret address ends in this token, revoked or not. */
export async function idAtAddress(db: Kysely<Tables>, record: AnyRecord, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('secret')
    .select('id')
    .where('record', '=', record.name)
    .where('value', '=', digestOfToken(token).toString('hex'))
    .executeTakeFirst()
  return row?.id
}
