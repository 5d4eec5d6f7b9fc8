import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { withClient } from '../platform/db/postgres/postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's URL, as somebody who may create databases, and the name of the migrated template. */
    testDatabase: { server: string; template: string }
  }
}

interface Server {
  url: string
  stop(): Promise<void>
}

/**
 * Once per run of tests: a PostgreSQL (`TEST_DATABASE_URL` or `DATABASE_URL` where set, else an embedded one), and in it a
 * template database with all migrations, from which each test copies its own by `freshDatabase()`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `touchstone_template_${process.pid}`
  const drop = (): Promise<unknown> =>
    withClient(server.url, (client) => client.query(`drop database if exists ${template}`))
  try {
    await drop()
    await withClient(server.url, (client) => client.query(`create database ${template}`))
    const { migrate } = await import('../platform/db/migrate.ts')
    await migrate(databaseUrl(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testDatabase', { server: server.url, template })
  return async () => {
    await drop()
    await server.stop()
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}

async function startServer(): Promise<Server> {
  const own = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  if (own) return { url: own, stop: async () => {} }
  const program = fileURLToPath(new URL('database.server.ts', import.meta.url))
  // Detached: an interrupt from the terminal must not end it before it has tidied up; the end of our pipe does that.
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  const [url] = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [null])])
  if (!url) throw new Error('The PostgreSQL for the tests did not start.')
  return {
    url,
    async stop() {
      child.stdin.end()
      await ended
    },
  }
}
