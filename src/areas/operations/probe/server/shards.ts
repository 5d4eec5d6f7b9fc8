import pg from 'pg'
import { connection } from '../../../../platform/db/pool.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rebalance, SHARDS, shardHolder } from '../shard.rules.ts'
import { watchingCopies } from './evaluator.ts'
import { again } from './loops.ts'

/** Class of the advisory locks that stand for shards. */
const lockClass = 7302

export interface Shards {
  /** The shards this copy holds now. */
  held(): ReadonlySet<number>
  /** Lets go of all. */
  stop(): Promise<void>
}

interface Told {
  /** Also told before the locks are known to be gone: a copy that cannot reach the database probes nothing. */
  lost(shards: readonly number[]): void
  gained(shards: readonly number[]): void
}

/**
 * Holds this copy's share of the shards, each as an advisory lock on a connection of its own: when the copy dies the
 * locks go with the connection and the others take over within a round (`everyMs`).
 */
export async function holdShards(engine: Engine, told: Told, everyMs = 1_000): Promise<Shards> {
  const held = new Set<number>()
  let client: pg.Client | null = null

  function drop(broken: pg.Client): void {
    if (client !== broken) return
    client = null
    const gone = [...held]
    held.clear()
    if (gone.length > 0) told.lost(gone)
  }

  async function connect(): Promise<pg.Client> {
    // A connection that does not answer within this time counts as broken.
    const made = new pg.Client({
      ...connection(engine.url),
      application_name: shardHolder(engine.copy),
      query_timeout: 5_000,
      connectionTimeoutMillis: 5_000,
    })
    made.on('error', (error) => {
      engine.log.warn({ error: error.message }, 'the connection that holds probe shards broke')
      drop(made)
    })
    made.on('end', () => drop(made))
    await made.connect()
    return made
  }

  async function round(): Promise<void> {
    client ??= await connect()
    const mine = client
    const copies = await watchingCopies(engine)
    const { release, take } = rebalance(held, await takenShards(mine), copies, engine.copy)
    if (release.length > 0) {
      for (const shard of release) held.delete(shard)
      told.lost(release)
      await mine.query('select pg_advisory_unlock($1, shard) from unnest($2::int[]) as shard', [lockClass, release])
    }
    if (take.length === 0) return
    const { rows } = await mine.query<{ shard: number }>(
      'select shard from unnest($2::int[]) as shard where pg_try_advisory_lock($1, shard)',
      [lockClass, take],
    )
    if (client !== mine || rows.length === 0) return
    for (const { shard } of rows) held.add(shard)
    told.gained(rows.map(({ shard }) => shard))
  }

  function lost(error: unknown): void {
    engine.log.warn({ error: (error as Error).message }, 'cannot hold probe shards now')
    const broken = client
    if (!broken) return
    drop(broken)
    broken.end().catch(() => {}) // it is given up either way
  }

  await round().catch(lost)
  const rounds = again(everyMs, round, lost)
  return {
    held: () => held,
    async stop() {
      await rounds.stop()
      const last = client
      if (!last) return
      drop(last)
      await last.end()
    },
  }
}

async function takenShards(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ shard: number }>(
    `select objid::int as shard from pg_locks where locktype = 'advisory' and classid = $1 and objsubid = 2 and granted
     and database = (select oid from pg_database where datname = current_database()) and objid < $2`,
    [lockClass, SHARDS],
  )
  return new Set(rows.map(({ shard }) => shard))
}
