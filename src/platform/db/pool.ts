import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables.ts'

/** The role that the running app takes: it cannot update or delete in the journal. Migrations run as the owner. */
export const appRole = 'touchstone_app'

export interface Database {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool under the app's role. Instants come back as ISO-8601 with milliseconds, dates as `YYYY-MM-DD`. */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({ ...connection(url), max: options.max ?? 20, Client: PreparingClient })
  // A connection that breaks fails the query it was busy with and is replaced; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool, close: () => db.destroy() }
}

/** How any connection of the app's own is made: its role, UTC, and our reading of types. */
export const connection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  options: `-c role=${appRole} -c timezone=UTC -c jit=off`,
  types: { getTypeParser: typeParser as pg.CustomTypesConfig['getTypeParser'] },
  keepAlive: true,
})

const { builtins } = pg.types
const asIs = (text: string) => text
const instant = (text: string): string => {
  // `2026-11-25 01:00:00.12+00`: our connections are in UTC, and what we store has milliseconds.
  if (!text.endsWith('+00')) return text // 'infinity'
  const time = text.slice(11, -3)
  const dot = time.indexOf('.')
  const fraction = dot < 0 ? '000' : time.slice(dot + 1, dot + 4).padEnd(3, '0')
  return `${text.slice(0, 10)}T${dot < 0 ? time : time.slice(0, dot)}.${fraction}Z`
}

const typeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === builtins.TIMESTAMPTZ) return instant
  if (oid === builtins.DATE) return asIs
  if (oid === builtins.INT8 || oid === builtins.NUMERIC) return Number
  return pg.types.getTypeParser(oid, 'text')
}

const mostStatements = 500
const statements = new Map<string, string>()

/** Names each statement by its text, so that PostgreSQL plans a hot query once; the texts are few, values are parameters. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg.Client.query has a dozen overloads; all are passed through.
  override query(...args: any[]): any {
    const [text, values] = args
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = nameOf(text)
      if (name) return (super.query as (...all: unknown[]) => unknown)({ name, text, values }, ...args.slice(2))
    }
    return (super.query as (...all: unknown[]) => unknown)(...args)
  }
}

/** Marks a statement that no other is like, since a value stands in it: it is planned for that value and takes no name. */
export const once = '/* once */'

function nameOf(text: string): string | undefined {
  if (text.includes(once)) return undefined
  const known = statements.get(text)
  if (known || statements.size >= mostStatements) return known
  const name = `q${statements.size}`
  statements.set(text, name)
  return name
}
