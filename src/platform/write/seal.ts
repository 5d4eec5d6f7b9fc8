import { sql } from 'kysely'
import { asSystem } from '../../record/actor.ts'
import type { Engine } from '../engine.ts'
import { digestOf } from './canonical.ts'

const sealLock = 7302
const mostPerSeal = 50_000

/** A Merkle root over the digests, in order; a lone digest at a level moves up as it is. */
export function merkleRoot(digests: readonly Buffer[]): Buffer {
  let level = [...digests]
  while (level.length > 1) {
    const next: Buffer[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i] as Buffer, level[i + 1]]
      next.push(right ? digestOf(left, right) : left)
    }
    level = next
  }
  return level[0] ?? Buffer.alloc(32)
}

/** A seal's digest: the chain of roots, so that none can be taken out or exchanged. */
export const sealDigest = (prev: Buffer, at: string, count: number, root: Buffer): Buffer =>
  digestOf(prev, at, String(count), root)

/** Seals what has been journalled since the last seal; returns how many entries. One copy at a time. */
export async function seal(engine: Engine): Promise<number> {
  return engine.inTx(asSystem('seal'), async (tx) => {
    await sql`select pg_advisory_xact_lock(${sealLock})`.execute(tx.db)
    const taken = await sql<{ id: string; digest: Buffer }>`
      with taken as (
        delete from journal_pending where entry in (select entry from journal_pending order by entry limit ${mostPerSeal})
        returning entry)
      select j.id, j.digest from taken join journal j on j.id = taken.entry order by j.id`.execute(tx.db)
    if (taken.rows.length === 0) return 0
    const last = await tx.db
      .selectFrom('journalSeal')
      .select('digest')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const prev = last?.digest ?? Buffer.alloc(32)
    const root = merkleRoot(taken.rows.map((row) => row.digest))
    const count = taken.rows.length
    await sql`insert into journal_seal (at, entries, count, root, prev, digest)
      select ${tx.now}, range_agg(int8range(id, id, '[]')), ${count}, ${root}, ${prev},
        ${sealDigest(prev, tx.now, count, root)}
      from unnest(${taken.rows.map((row) => row.id)}::bigint[]) as id`.execute(tx.db)
    return count
  })
}
