import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../../../platform/db/postgres/supervisor.ts'
import type { Restored, Scratch } from './restored.ts'
import { runProgram } from './run-program.ts'
import { Unproven } from './unproven.ts'

/** Nothing of it outlives the test, so nothing need be safe. */
const settings = { fsync: false, full_page_writes: false, synchronous_commit: false, shared_buffers: '64MB' }

/**
 * Restores an archive of pg_dump into a PostgreSQL of its own, as a role that may do nothing but own that database. What
 * would reach out of it (subscriptions) stays out.
 */
export async function restorePostgres(file: string, scratch: Scratch): Promise<Restored> {
  await isArchive(file)
  const program = await pgRestore()
  const home = join(scratch.folder, 'server')
  const server = await startPostgres({ home, settings })
  let client: pg.Client | undefined
  const close = async () => {
    await client?.end()
    const place = realpathSync(join(home, 'postgres'))
    await server.stop()
    await rm(place, { recursive: true, force: true })
  }
  try {
    const url = await ownDatabase(server.adminUrl('postgres'))
    const { hostname, port, username, password, pathname } = url
    const without = ['--no-owner', '--no-privileges', '--no-comments', '--no-publications', '--no-subscriptions']
    const more = ['--no-security-labels', '--no-tablespaces', '--exit-on-error', '--no-password']
    await runProgram(scratch, {
      command: program,
      args: [...without, ...more, '-h', hostname, '-p', port, '-U', username, '-d', pathname.slice(1), file],
      cwd: scratch.folder,
      env: { PGPASSWORD: password },
    })
    client = new pg.Client({
      connectionString: url.href,
      types: { getTypeParser: () => (text: string) => text } as never,
    })
    await client.connect()
    const asked = client
    return {
      counted: await count(asked),
      measure: ({ of }) => ask(asked, of, scratch.left()),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A custom archive begins with its name, one as tar with its table of contents. */
async function isArchive(file: string): Promise<void> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    const head = buffer.toString('latin1')
    if (head.startsWith('PGDMP') || head.startsWith('toc.dat')) return
  } finally {
    await handle.close()
  }
  throw new Unproven('不是 pg_dump 归档(pg_dump -Fc)。', 'This is no archive of pg_dump (pg_dump -Fc).')
}

/** The newest that Debian has installed, which reads what older ones wrote; elsewhere, that of the PATH. */
async function pgRestore(): Promise<string> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const found = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin', 'pg_restore'))
    .find((path) => existsSync(path))
  return found ?? 'pg_restore'
}

async function ownDatabase(admin: string): Promise<URL> {
  const password = randomBytes(16).toString('hex')
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(`create role restorer login password '${password}'`)
    await client.query('create database restored owner restorer template template0')
  } finally {
    await client.end()
  }
  const url = new URL(admin)
  url.username = 'restorer'
  url.password = password
  url.pathname = '/restored'
  return url
}

async function count(client: pg.Client): Promise<Record<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'`)
  let rows = 0
  for (const { name } of tables) rows += Number((await client.query(`select count(*) as n from ${name}`)).rows[0].n)
  return { tables: tables.length, rows }
}

async function ask(client: pg.Client, sql: string, leftMs: number): Promise<string | null> {
  try {
    await client.query('begin read only')
    await client.query(`set local statement_timeout = ${Math.max(1, Math.floor(leftMs))}`)
    const { rows } = await client.query<(string | null)[]>({ text: sql, rowMode: 'array' })
    return rows[0]?.[0] ?? null
  } catch (error) {
    throw new Unproven(`「${sql}」执行失败:${(error as Error).message}`, `“${sql}” failed: ${(error as Error).message}`)
  } finally {
    await client.query('rollback')
  }
}
