import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/platform/db/migrate.ts'
import { startPostgres } from '../src/platform/db/postgres/supervisor.ts'

/** Answers the body of a request under `/api`; an answer that is no success ends the bench. */
export type Send = (method: string, path: string, body?: unknown) => Promise<{ next?: string; item: { id: string } }>

/** A migrated database of its own for as long as the work lasts. */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-bench-'))
  await chmod(home, 0o711)
  const database = await startPostgres({ home })
  try {
    await migrate(database.url)
    await work(database.url)
  } finally {
    await database.stop()
    await rm(home, { recursive: true, force: true })
  }
}

/** The product's HTTP server over that database, in a process of its own, for as long as the work lasts. */
export async function withServer<T>(
  url: string,
  work: (send: Send, pid: number) => Promise<T>,
  env: NodeJS.ProcessEnv = {},
): Promise<T> {
  const server = fork(new URL('server.ts', import.meta.url), { env: { ...process.env, ...env, BENCH_DATABASE: url } })
  try {
    const [{ address, token }] = (await once(server, 'message')) as [{ address: string; token: string }]
    return await work(client(address, token), server.pid as number)
  } finally {
    server.disconnect()
    await once(server, 'exit')
  }
}

function client(address: string, token: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const authorization = `Bearer ${token}`
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization,
        ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      }
      const sent = request(address + path, { method, agent, headers }, async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk as Buffer)
        const read = Buffer.concat(chunks).toString()
        if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${answer.statusCode} ${read}`))
        else resolve(JSON.parse(read))
      })
      sent.on('error', reject)
      sent.end(text)
    })
}
