import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isCode } from './process.ts'

/** How to reach the embedded PostgreSQL; `port` is 0 until it has had one. Kept in `postgres.json`, mode 0600. */
export interface Secret {
  readonly port: number
  readonly password: string
}

/** Reads the data folder's secret, or makes one with a random password. */
export function secretOf(home: string): Secret {
  const path = fileOf(home)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secret
  return keepSecret(home, { port: 0, password: randomBytes(24).toString('base64url') })
}

/** Writes the secret, whole or not at all. */
export function keepSecret(home: string, secret: Secret): Secret {
  const path = fileOf(home)
  writeFileSync(`${path}.new`, `${JSON.stringify(secret)}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return secret
}

/** The URL of a database there, as its superuser. */
export const urlOf = ({ port, password }: Secret, database: string): string =>
  `postgres://touchstone:${password}@127.0.0.1:${port}/${database}`

/** The wanted port of 127.0.0.1 when it is free, else a free one that the system chooses. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0
}

const fileOf = (home: string): string => join(home, 'postgres.json')

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (isCode(error, 'EADDRINUSE', 'EACCES') ? resolve(null) : reject(error)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
