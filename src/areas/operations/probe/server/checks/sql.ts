import { Socket } from 'node:net'
import pg from 'pg'
import type { SqlSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut, up } from './check.ts'
import { compared } from './compare.ts'

/**
 * Runs one SELECT on a named target and judges the first column of its first row.
 *
 * Opens its own connection, in a read-only transaction with a statement timeout on the server, through a cursor: so a query of
 * a million rows sends one, and nothing but a single SELECT, VALUES or WITH … SELECT can be a cursor. It is no substitute
 * for a database role that may do little: a function called may reach outside the transaction.
 */
export async function sqlCheck(settings: SqlSettings, context: CheckContext): Promise<Finding> {
  const found = await firstRows(settings, context)
  return Array.isArray(found) ? judge(settings, found) : found
}

type Row = unknown[]

/** The first row of one SELECT on a named target, in a list that is empty where it has none; or why it could not be asked. */
export async function firstRows(
  { target, statement }: Pick<SqlSettings, 'target' | 'statement'>,
  context: Pick<CheckContext, 'signal' | 'limitMs' | 'target'>,
): Promise<Row[] | Finding> {
  const connectionString = await context.target(target)
  if (connectionString === null) return down('unknown target')
  if (context.signal.aborted) return timedOut

  const socket = new Socket()
  context.signal.addEventListener('abort', () => socket.destroy(), { once: true })
  try {
    return await firstRow(statement, connectionString, socket, context.limitMs)
  } catch (error) {
    return context.signal.aborted ? timedOut : down(noteOfSql(error))
  } finally {
    socket.destroy()
  }
}

async function firstRow(statement: string, connectionString: string, socket: Socket, limitMs: number): Promise<Row[]> {
  const client = new pg.Client({ connectionString, stream: () => socket, application_name: 'touchstone-probe' })
  const lost = new Promise<never>((_, reject) => client.on('error', reject))
  const work = async () => {
    await client.connect()
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.max(1, Math.floor(limitMs))}`)
    // The extended protocol refuses a second statement behind a semicolon.
    await client.query({ text: `DECLARE probe CURSOR FOR ${statement}`, queryMode: 'extended' } as pg.QueryConfig)
    const { rows } = await client.query<Row>({ text: 'FETCH 1 FROM probe', rowMode: 'array' })
    await client.end() // the server rolls back
    return rows
  }
  return Promise.race([work(), lost])
}

function judge(settings: SqlSettings, rows: Row[]): Finding {
  const value = numeric(rows[0]?.[0])
  if (!settings.downWhen && !settings.warnWhen) return up('answered', value)
  if (rows.length === 0) return down('no row')
  return value === null ? down('not a number') : compared(settings, value, 'answered')
}

/** bigint and numeric arrive as text, so that nothing is lost; here a double is enough. */
function numeric(cell: unknown): number | null {
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'bigint') return null
  if (cell === '') return null
  const value = Number(cell)
  return Number.isFinite(value) ? value : null
}

function noteOfSql(error: unknown): string {
  return error instanceof pg.DatabaseError && error.code ? `SQLSTATE ${error.code}` : noteOf(error)
}
