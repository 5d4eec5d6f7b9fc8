import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { dataFile, type Manifest, type SavedTable, writeManifest } from './manifest.ts'

export interface BackupParts {
  /** The database, as its owner. */
  readonly url: string
  /** The data folder; its kept files and settings go along. */
  readonly home: string
  /** A folder that is not there yet. */
  readonly to: string
  readonly now: string
  /** Hears of each table and file as it is saved. */
  tell?(done: number, total: number): void
}

/** Settings of the data folder that cannot be made again. */
const settings = ['programs.json', 'demo-password']

/**
 * Saves the database as it stood at one instant, the kept files, and the data folder's settings, while the server works.
 * Throws when the folder is there already; what was cut off has no manifest and is no backup.
 */
export async function backup({ url, home, to, now, tell }: BackupParts): Promise<Manifest> {
  if (existsSync(to)) throw new Error(`${to} is there already: a backup never writes over anything.`)
  await mkdir(join(to, 'data'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    const tables = await tablesOf(client)
    const sequences = await sequencesOf(client)
    const migrations = (await client.query('select name, digest from schema_migration order by name')).rows
    // Files are named by what they hold and never change: those that are there after the snapshot cover it.
    const files = await filesIn(join(home, 'files'))
    const total = tables.length + files.length
    const saved: SavedTable[] = []
    for (const table of tables) {
      saved.push(await saveTable(client, to, table))
      tell?.(saved.length, total)
    }
    for (const [at, file] of files.entries()) {
      await keep(join(home, 'files', file), join(to, 'files', file))
      tell?.(saved.length + at + 1, total)
    }
    const found = settings.filter((name) => existsSync(join(home, name)))
    for (const name of found) await keep(join(home, name), join(to, 'settings', name))
    const digests = files.map((file) => file.split('/').at(-1) ?? '')
    const manifest: Manifest = {
      format: 1,
      at: now,
      migrations,
      tables: saved,
      sequences,
      files: digests,
      settings: found,
    }
    await writeManifest(to, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

type Table = Pick<SavedTable, 'schema' | 'name' | 'columns'>

/** Every table with rows of its own; a partitioned one is saved as a whole, and generated columns are made anew. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'graphile_worker')
      and (n.nspname, c.relname) not in (('public', 'schema_migration'), ('graphile_worker', 'migrations'))
    order by 1, 2`)
  return rows
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query(`select schemaname as schema, sequencename as name, last_value::text as value
    from pg_sequences where schemaname in ('public', 'graphile_worker') order by 1, 2`)
  return rows
}

async function saveTable(client: pg.Client, folder: string, table: Table): Promise<SavedTable> {
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const from = `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`
  const hash = createHash('sha256')
  const hashed = new PassThrough().on('data', (chunk: Buffer) => hash.update(chunk))
  const copied = client.query(copyTo(`copy (select ${columns} from ${from}) to stdout`))
  await pipeline(copied, createGzip(), hashed, createWriteStream(dataFile(folder, table), { mode: 0o600, flush: true }))
  return { ...table, rows: copied.rowCount, digest: hash.digest('hex') }
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort()
}

async function keep(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
  await chmod(to, 0o600)
}
