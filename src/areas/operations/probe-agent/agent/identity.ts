import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { call } from '../../../../platform/outgoing/call.ts'
import { joinedSchema } from '../exchange.rules.ts'

const identitySchema = z.object({
  server: z.url({ protocol: /^https?$/ }),
  credential: z.string(),
  /** Who it is, once the server has said so. */
  joined: joinedSchema.nullable(),
})
export type Identity = z.output<typeof identitySchema>

/** Who this agent is and whose; null where it has not joined. */
export const readIdentity = (file: string): Promise<Identity | null> => readAs(identitySchema, file)

/**
 * Joins a server by a one-time token. The credential is kept before it is told, so that a join whose answer was lost is only
 * asked for again. Throws one sentence where the server refuses.
 */
export async function joinServer(file: string, server: string, token: string): Promise<Identity> {
  const before = await readIdentity(file)
  const address = server.replace(/\/+$/, '')
  const mine: Identity =
    before?.server === address && before.joined === null
      ? before
      : { server: address, credential: `tsa_${randomBytes(32).toString('base64url')}`, joined: null }
  identitySchema.parse(mine)
  await writeWhole(file, mine)
  const joined = await call(address, '/api/agents/join', token, { credential: mine.credential }, joinedSchema)
  const identity = { ...mine, joined }
  await writeWhole(file, identity)
  return identity
}

/** Reads a file of the agent's own; null where there is none, or where it does not fit. */
export async function readAs<S extends z.ZodType>(schema: S, file: string): Promise<z.output<S> | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'null'
    throw error
  })
  const read = schema.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

/** Written beside and put in its place: it is there whole or as it was. For its owner alone. */
export async function writeWhole(file: string, content: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
