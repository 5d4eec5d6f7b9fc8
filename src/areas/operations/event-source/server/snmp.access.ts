import type { Kysely } from 'kysely'
import { z } from 'zod'
import { secretOf } from '../../../../platform/secret.ts'
import type { SnmpAccess } from '../../../../platform/snmp/receive.ts'
import { authNames, privNames } from '../../../../platform/snmp/usm.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { eventSource } from '../event-source.record.ts'

const phrase = z.string().min(8).max(200).optional()

/** By what senders of traps prove themselves; kept as a secret, all of it. */
export const accessSchema = z.strictObject({
  communities: z.array(z.string().min(1).max(200)).max(20).default([]),
  users: z
    .array(
      z
        .strictObject({
          name: z.string().trim().min(1).max(32),
          engine: z
            .string()
            .trim()
            .toLowerCase()
            .transform((text) => text.replace(/^0x/, ''))
            .pipe(z.string().regex(/^([0-9a-f]{2}){5,32}$/))
            .optional(),
          auth: z.enum(authNames).default('none'),
          authKey: phrase,
          priv: z.enum(privNames).default('none'),
          privKey: phrase,
        })
        .refine(({ auth, authKey }) => auth === 'none' || authKey !== undefined, {
          path: ['authKey'],
          error: 'required',
        })
        .refine(({ priv, privKey }) => priv === 'none' || privKey !== undefined, {
          path: ['privKey'],
          error: 'required',
        })
        .refine(({ auth, priv }) => priv === 'none' || auth !== 'none', { path: ['auth'], error: 'required' }),
    )
    .max(50)
    .default([]),
})

const nobody: SnmpAccess = { communities: [], users: [] }

/** Nobody, where nothing is set: a community of one's own, never a common one. */
export async function accessOf(db: Kysely<Tables>, source: string): Promise<SnmpAccess> {
  const kept = await secretOf(db, eventSource.name, source)
  if (!kept?.startsWith('{')) return nobody
  const read = accessSchema.safeParse(JSON.parse(kept))
  return read.success ? read.data : nobody
}
