import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { isCode, living, workingFolder } from './process.ts'
import { type Secret, urlOf } from './secret.ts'

/** How long a server may take to recover, in milliseconds, before we call it hung. */
const patience = 120_000

/**
 * The port of the server that already runs on this cluster, as `postmaster.pid` names it; null when there is none. Waits while
 * one recovers or shuts down. The file may be stale, left by a power failure or a kill: its process id can be a stranger's by now.
 */
export async function runningPort(place: string, secret: Secret): Promise<number | null> {
  const data = join(place, 'data')
  const file = join(data, 'postmaster.pid')
  const until = Date.now() + patience
  while (existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    if (!isServerOf(data, pid)) return null
    if (port > 0 && (await answers({ ...secret, port }, place))) return port
    if (Date.now() > until) throw new Error(`PostgreSQL, process ${pid}, has not answered for two minutes`)
    await pause(100)
  }
  return null
}

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A server that goes away between queries is reported by the next query, not by a crash of ours.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// A PostgreSQL server stands in its data folder; another's may have the id that ours once had.
function isServerOf(data: string, pid: number): boolean {
  return living(pid)?.name === 'postgres' && (workingFolder(pid) ?? data) === data
}

// Only the server of this very cluster knows this password; the folder is asked all the same.
async function answers(secret: Secret, place: string): Promise<boolean> {
  try {
    return await withClient(urlOf(secret, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return rows[0]?.data_directory === join(place, 'data').replaceAll('\\', '/')
    })
  } catch (error) {
    // Not listening yet or no more; starting up, shutting down (57P03, 57P01); or a stranger on that port.
    if (isCode(error, 'ECONNREFUSED', 'ECONNRESET', '57P03', '57P01', '28P01', '28000')) return false
    throw error
  }
}
