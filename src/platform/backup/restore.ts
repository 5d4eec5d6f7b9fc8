import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Registry } from '../../record/registry.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/pool.ts'
import { verify } from '../write/verify.ts'
import { dataFile, digestOfFile, type Manifest, readManifest, type SavedTable } from './manifest.ts'

/** What a restore put back, and what the verification of its journal found. */
export interface Restored {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly entries: number
}

/**
 * Puts a backup into an empty database, all or nothing, and holds its journal against itself. Throws one sentence when the
 * backup is not whole, was made under other migrations, the database has rows already, or the journal does not fit.
 */
export async function restore(from: string, url: string, registry: Registry): Promise<Restored> {
  const manifest = await readManifest(from)
  await checkWhole(from, manifest)
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await sameMigrations(client, manifest)
    await client.query('begin')
    await refuseUsed(client)
    for (const table of await inOrder(client, manifest.tables)) await loadTable(client, from, table)
    for (const { schema, name, value } of manifest.sequences) {
      const sequence = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
      if (value !== null) await client.query('select setval($1::regclass, $2::bigint)', [sequence, value])
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const { db, close } = openDatabase(url, { max: 2 })
  try {
    const { entries, broken } = await verify(db, registry)
    if (broken)
      throw new Error(`The restored journal does not fit: ${broken.what} ${broken.number ?? broken.id}: ${broken.why}`)
    return { tables: manifest.tables.length, rows, files: manifest.files.length, entries }
  } finally {
    await close()
  }
}

/** Puts kept files and settings back into a data folder; what is there already under a digest is the same. */
export async function restoreFiles(from: string, home: string): Promise<void> {
  const { settings } = await readManifest(from)
  const folder = join(from, 'files')
  const files = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : []
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name)
    await put(path, join(home, 'files', path.slice(folder.length + 1)))
  }
  for (const name of settings)
    if (!existsSync(join(home, name))) await put(join(from, 'settings', name), join(home, name))
}

/**
 * Proves a backup by doing it: restores into a scratch database beside the one at `url`, which is removed again. The role
 * of `url` must be allowed to create databases.
 */
export async function prove(from: string, url: string, registry: Registry, name: string): Promise<Restored> {
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  const beside = new pg.Client({ connectionString: url })
  await beside.connect()
  try {
    await beside.query(`create database ${beside.escapeIdentifier(name)} template template0`)
    try {
      return await restore(from, scratch.href, registry)
    } finally {
      await beside.query(`drop database ${beside.escapeIdentifier(name)} with (force)`)
    }
  } finally {
    await beside.end()
  }
}

/** Every file is there and is what was saved. */
async function checkWhole(from: string, { tables, files, settings }: Manifest): Promise<void> {
  for (const table of tables) await sameDigest(dataFile(from, table), table.digest)
  for (const digest of files) await sameDigest(join(from, 'files', digest.slice(0, 2), digest), digest)
  for (const name of settings)
    if (!existsSync(join(from, 'settings', name))) throw new Error(`The backup lacks ${name}.`)
}

async function sameDigest(path: string, digest: string): Promise<void> {
  if (!existsSync(path)) throw new Error(`The backup lacks ${path}.`)
  if ((await digestOfFile(path)) !== digest) throw new Error(`${path} is not what was saved.`)
}

async function sameMigrations(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const { rows } = await client.query('select name, digest from schema_migration order by name')
  const other = migrations.find(({ name, digest }) => rows.find((row) => row.name === name)?.digest !== digest)
  if (other || rows.length !== migrations.length)
    throw new Error('The backup was made by another version: restore it with the version that made it, then upgrade.')
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select exists (select from journal) as used')
  if (rows[0].used) throw new Error('The database is in use: a backup is restored into an empty one only.')
}

/** Tables whose rows are looked up by others' first; links that are checked at commit need no order. */
async function inOrder(client: pg.Client, tables: readonly SavedTable[]): Promise<SavedTable[]> {
  const { rows } = await client.query<{ table: string; needs: string }>(`
    select t.relname as table, r.relname as needs from pg_constraint k
    join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and not k.condeferrable and t.oid <> r.oid`)
  const ordered: SavedTable[] = []
  const seen = new Set<string>()
  const visit = (table: SavedTable): void => {
    if (seen.has(table.name)) return
    seen.add(table.name)
    for (const { needs } of rows.filter((row) => row.table === table.name)) {
      const needed = tables.find((one) => one.name === needs)
      if (needed) visit(needed)
    }
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

async function loadTable(client: pg.Client, from: string, table: SavedTable): Promise<void> {
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const into = `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`
  // What a fresh database begins with (known jobs) is the backup's own.
  await client.query(`delete from ${into}`)
  const loading = client.query(copyFrom(`copy ${into} (${columns}) from stdin`))
  await pipeline(createReadStream(dataFile(from, table)), createGunzip(), loading)
  if (loading.rowCount !== table.rows) throw new Error(`${table.name} has ${loading.rowCount} rows, not ${table.rows}.`)
}

async function put(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
}
