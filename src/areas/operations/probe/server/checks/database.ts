import { statfs } from 'node:fs/promises'
import { createConnection } from 'mysql2/promise'
import type { DatabaseSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, slow, timedOut, up } from './check.ts'
import { firstRows } from './sql.ts'

type Context = Pick<CheckContext, 'signal' | 'limitMs' | 'target'>

/** Of a database: its size, what is left of its quota or of its disk, and its largest tables, bytes. */
export interface Sizes {
  readonly bytes: number
  readonly left: number | null
  readonly tables: readonly { readonly name: string; readonly bytes: number }[]
}

/** How large a database is: the value in MB; it is judged by what is left. */
export async function databaseCheck(settings: DatabaseSettings, context: CheckContext): Promise<Finding> {
  const found = await sizesOf({ ...settings, tables: 0 }, context)
  return 'bytes' in found ? judged(settings, found) : found
}

const mb = 1_000_000

export function judged(
  { warnLeftPercent = 0, downLeftPercent = 0 }: Pick<DatabaseSettings, 'warnLeftPercent' | 'downLeftPercent'>,
  { bytes, left }: Pick<Sizes, 'bytes' | 'left'>,
): Finding {
  const value = Math.round(bytes / (mb / 1_000)) / 1_000
  if (left === null) return up('answered', value)
  const percent = Math.round((left / Math.max(1, bytes + left)) * 1_000) / 10
  const note = `${percent} % left`
  if (percent < downLeftPercent) return down(note, value)
  return percent < warnLeftPercent ? slow(note, value) : up(note, value)
}

/** Sizes as the database itself knows them; or why it could not be asked. */
export async function sizesOf(
  { target, path, quotaMb, tables }: Pick<DatabaseSettings, 'target' | 'path' | 'quotaMb' | 'tables'>,
  context: Context,
): Promise<Sizes | Finding> {
  const url = await context.target(target)
  if (url === null) return down('unknown target')
  const found = /^(mysql|mariadb):/.test(url)
    ? await inMysql(url, tables, context)
    : await inPostgres(target, tables, context)
  if ('outcome' in found) return found
  if (quotaMb !== undefined) return { ...found, left: Math.max(0, quotaMb * mb - found.bytes) }
  if (path === undefined) return { ...found, left: null }
  try {
    const { bsize, bavail } = await statfs(path)
    return { ...found, left: bsize * bavail }
  } catch (error) {
    return down(noteOf(error))
  }
}

type Asked = Pick<Sizes, 'bytes' | 'tables'> | Finding

/** Partitions count towards their table. */
const postgresSizes = (
  tables: number,
): string => `select json_build_object('bytes', pg_database_size(current_database()),
  'tables', (select coalesce(json_agg(t), '[]') from (
    select n.nspname || '.' || c.relname as name, sum(pg_total_relation_size(p.oid)) as bytes
    from pg_class p join pg_class c on c.oid = coalesce(pg_partition_root(p.oid), p.oid) join pg_namespace n on n.oid = c.relnamespace
    where p.relkind in ('r', 'm') and p.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema')
      and ${tables} > 0
    group by 1 order by 2 desc, 1 limit ${tables}) t))::text`

async function inPostgres(target: string, tables: number, context: Context): Promise<Asked> {
  const rows = await firstRows({ target, statement: postgresSizes(tables) }, context)
  if (!Array.isArray(rows)) return rows
  const said = JSON.parse(String(rows[0]?.[0])) as { bytes: number; tables: { name: string; bytes: number }[] }
  return { bytes: Number(said.bytes), tables: said.tables.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })) }
}

async function inMysql(url: string, tables: number, { signal, limitMs }: Context): Promise<Asked> {
  if (signal.aborted) return timedOut
  try {
    const client = await createConnection({
      uri: url.replace(/^mariadb:/, 'mysql:'),
      connectTimeout: Math.max(1, Math.floor(limitMs)),
      rowsAsArray: true,
    })
    const letGo = () => client.destroy()
    signal.addEventListener('abort', letGo, { once: true })
    try {
      const [rows] = await client.query(`select concat(table_schema, '.', table_name),
        coalesce(data_length, 0) + coalesce(index_length, 0) from information_schema.tables
        where table_schema = database() and table_type = 'BASE TABLE' order by 2 desc, 1`)
      const all = (rows as [string, string | number][]).map(([name, bytes]) => ({ name, bytes: Number(bytes) }))
      return { bytes: all.reduce((sum, one) => sum + one.bytes, 0), tables: all.slice(0, tables) }
    } finally {
      signal.removeEventListener('abort', letGo)
      client.destroy()
    }
  } catch (error) {
    return signal.aborted ? timedOut : down(noteOf(error))
  }
}
