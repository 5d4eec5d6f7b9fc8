import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Retention } from './retention.ts'

const handful = 5_000
const msPerDay = 86_400_000

/** How many days it is kept now. */
export const daysOf = ({ settings }: Engine, { days, setting }: Retention): number =>
  setting ? settings.get(setting) : days

/**
 * Removes what is past its period, of every kind, and writes down how much it was. A kind that fails (somebody reads the
 * partition that should go) holds up no other; the fault is thrown at the end, so that the job comes back.
 */
export async function removeExpired(engine: Engine): Promise<void> {
  const faults: unknown[] = []
  for (const retention of engine.retentions) {
    if (retention.by === 'never') continue
    const until = new Date(Date.parse(engine.clock.now()) - daysOf(engine, retention) * msPerDay).toISOString()
    try {
      const rows = await (retention.by === 'rows' ? removeRows : dropPartitions)(engine, retention, until)
      if (rows > 0) await writeDown(engine, retention, until, rows)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Not everything that is past its period could be removed')
}

/** Each handful for itself, so that nobody waits long for a lock. */
async function removeRows({ db }: Engine, { table, at, only }: Retention, until: string): Promise<number> {
  const from = sql.table(table)
  for (let gone = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`delete from ${from} where ctid = any(array(
      select ctid from ${from} where ${sql.ref(at)} < ${until}::timestamptz and ${only} limit ${handful}))`.execute(db)
    gone += Number(numAffectedRows)
    if (numAffectedRows < handful) return gone
  }
}

async function dropPartitions({ db }: Engine, { table }: Retention, until: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select drop_partitions(${table}::regclass, ${until}::timestamptz)::float8 as gone`.execute(db)
  return rows[0]?.gone ?? 0
}

async function writeDown({ db, clock }: Engine, { code }: Retention, until: string, rows: number): Promise<void> {
  await db.insertInto('removal').values({ kind: code, at: clock.now(), until, rows }).execute()
}
