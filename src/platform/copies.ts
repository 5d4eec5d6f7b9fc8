import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/**
 * A copy of the server is alive as long as it holds the advisory lock of its number. The lock belongs to a connection,
 * so it is gone the moment the process is, however it ended: no heartbeats, and no clocks to disagree.
 */
const lockClass = 7301

/** Draws a number that no living copy has, and holds its lock on this connection. */
export async function becomeCopy(client: pg.Client): Promise<number> {
  const { rows } = await client.query("select nextval('server_copy')::int as copy")
  const copy: number = rows[0].copy
  await holdCopy(client, copy)
  return copy
}

/** Takes the lock again on a new connection, after the old one broke. */
export async function holdCopy(client: pg.Client, copy: number): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', [lockClass, copy])
}

/** The numbers of all copies alive now. */
export async function livingCopies(db: Kysely<Tables>): Promise<number[]> {
  const { rows } = await sql<{ copy: number }>`select objid::int as copy from pg_locks
    where locktype = 'advisory' and classid = ${lockClass} and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())
    order by 1`.execute(db)
  return rows.map((row) => row.copy)
}
