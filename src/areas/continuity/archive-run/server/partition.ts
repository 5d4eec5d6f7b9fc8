import '../../server/tables.ts'
import * as parts from '../store/partitions.ts'
import { Halted, type Key } from '../store/store.ts'
import { type Batch, keep, type Move, openNew, reach } from './batch.ts'

/** It is to rest or to stop in the middle of copying: what is copied by then is known. */
export class Paused extends Error {}

/** The oldest partition that lies wholly before the day; none of its range may be in the archive yet. */
export async function choosePartition(move: Move): Promise<Batch | null> {
  const { source, target, old } = move
  const [first] = await parts.wholeParts(source, old)
  if (!first) return null
  const part = await parts.ranged(source, first, old.column)
  if (await parts.isTaken(target, part, old.column))
    throw new Halted(
      `归档库里已有分区 ${part.name} 范围内的行。`,
      `The archive has rows of the range of ${part.name} already.`,
    )
  return openNew(move, { keys: [], rows: 0, part })
}

/** The same phases as of a batch of rows; what is ours to write over in the archive is the partition's range. */
export async function carryPartition(move: Move, from: Batch, part: parts.Part): Promise<number> {
  let batch = from
  if (batch.phase === 'chosen') batch = await copy(move, batch, part)
  if (batch.phase === 'copied') batch = await prove(move, batch, part)
  return remove(move, batch, part)
}

async function copy(move: Move, from: Batch, part: parts.Part): Promise<Batch> {
  const { source, target, job, old } = move
  let last: Key | null = from.keys[0] ?? null
  // From the beginning: of an earlier try something may be there that has gone from the source since.
  if (last === null) await parts.clear(target, part, old.column)
  for (;;) {
    if (await move.pauses()) throw new Paused()
    const some = await parts.nextOf(source, part, last, job.batchRows)
    const end = some.at(-1)
    if (!end) break
    await parts.put(target, some)
    last = parts.keyOf(source, end)
    await progress(move, from, last)
  }
  const { rows, digest, sums } = await parts.sumOfPart(source, part, job.sums)
  const said = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, [sum]]))
  return reach(move, from, { phase: 'copied', keys: [], rows, digest, sums: said })
}

/** Up to which key it is copied: a run that is broken off goes on behind it. */
const progress = ({ engine, ...move }: Move, { n }: Batch, last: Key): Promise<unknown> =>
  keep({ engine, ...move, reached: () => {} }, async (tx, run) => {
    await tx.db
      .updateTable('archiveBatch')
      .set({ keys: JSON.stringify([last]) as never, at: tx.now })
      .where('run', '=', run.id)
      .where('n', '=', n)
      .execute()
    return { phase: 'chosen' as const }
  })

/** What was written is read back. Where rows came to the source meanwhile, too, it is made anew by the next run. */
async function prove(move: Move, batch: Batch, part: parts.Part): Promise<Batch> {
  const found = await parts.sumOfRange(move.target, part, move.old.column, move.job.sums)
  const sums = Object.fromEntries(
    Object.entries(batch.sums).map(([name, [sum]]) => [name, [sum ?? null, found.sums[name] ?? null]]),
  )
  const differs = found.rows !== batch.rows || found.digest !== batch.digest
  const [name] = Object.entries(sums).find(([, [one, other]]) => one !== other) ?? []
  if (!differs && name === undefined) return reach(move, batch, { phase: 'proven', sums })
  await reach(move, batch, { phase: 'chosen', keys: [] })
  if (found.rows !== batch.rows)
    throw new Halted(
      `分区 ${part.name} 有 ${batch.rows} 行,归档库里有 ${found.rows} 行。`,
      `${part.name} has ${batch.rows} rows, ${found.rows} are in the archive.`,
    )
  throw new Halted(
    `分区 ${part.name} 的${name ? `「${name}」合计` : '校验值'}两边不一致。`,
    `The ${name ? `sums of ${name}` : 'digests'} of ${part.name} differ.`,
  )
}

/** A partition that is no longer as it was proven stays whole, and its copy is taken back; the next run takes it anew. */
async function remove(move: Move, from: Batch, part: parts.Part): Promise<number> {
  const { source, target, old } = move
  let batch = from
  if (batch.phase === 'proven') batch = await reach(move, batch, { phase: 'removing' })
  const there = (await parts.wholeParts(source, old)).some((one) => one.name === part.name && one.to === part.to)
  const { rows, digest } = batch
  const gone = !there || (await parts.letGo(source, part, { rows, digest: digest ?? '' }))
  await move.reached('left')
  if (!gone) await parts.clear(target, part, old.column)
  const removed = gone ? rows : 0
  await reach(move, batch, { phase: 'removed', removed, stayed: rows - removed })
  // One that held nothing is a step forward, too.
  return gone ? Math.max(1, removed) : 0
}
