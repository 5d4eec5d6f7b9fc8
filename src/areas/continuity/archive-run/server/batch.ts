import '../../server/tables.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { archiveJob } from '../../archive-job/archive-job.record.ts'
import { archiveRun, type Phase } from '../archive-run.record.ts'
import type { Part } from '../store/partitions.ts'
import * as rows from '../store/rows.ts'
import { Halted } from '../store/store.ts'

type Job = RowOf<typeof archiveJob>
type Run = RowOf<typeof archiveRun>

export type Reached = (point: Phase | 'left') => void | Promise<void>

/** A run under way: its job, both places, and what it moves. */
export interface Move {
  readonly engine: Engine
  readonly job: Job
  readonly run: string
  readonly source: rows.Place
  readonly target: rows.Place
  readonly old: rows.Old
  /** Told of each phase once it is kept, and when rows have left that nobody has said so of. */
  readonly reached: Reached
  /** Whether it is to rest or to stop: asked in the middle of what takes long. */
  readonly pauses: () => Promise<boolean>
}

export const archiving = asSystem('archive-jobs')

/** The run is no longer this process's to carry on. */
export class TakenOver extends Error {}

export interface Batch {
  readonly n: number
  readonly phase: Phase
  readonly keys: string[][]
  readonly kept: string[][]
  readonly rows: number
  readonly digest: string | null
  readonly sums: Record<string, (string | null)[]>
  /** A whole partition of the source; null for the rows of `keys`. */
  readonly part: Part | null
}

/**
 * Each phase is kept, with its entry in the journal, before the next is begun, and each may be done again: whoever dies in the middle is
 * followed by somebody who goes on from there. A row is at both places only while its batch is open.
 */
export async function carryRows(move: Move, from: Batch): Promise<number> {
  let batch = from
  if (batch.phase === 'chosen') batch = await copy(move, batch)
  if (batch.phase === 'copied') batch = await prove(move, batch)
  return remove(move, batch)
}

/** What is chosen was never there before: a copy of it that is there already is not ours to write over, or is the source itself. */
export async function chooseRows(move: Move): Promise<Batch | null> {
  const { source, target, old, job } = move
  const keys = await rows.oldest(source, old, job.batchRows)
  if (keys.length === 0) return null
  const [there] = await rows.present(target, keys)
  if (there !== undefined)
    throw new Halted(`归档库里已有主键 ${there} 的行。`, `The archive has a row with the key ${there} already.`)
  return openNew(move, { keys, rows: keys.length, part: null })
}

/** From now on it is written down what moves. */
export const openNew = (move: Move, chosen: Pick<Batch, 'keys' | 'rows' | 'part'>): Promise<Batch> =>
  keep(move, async (tx, run) => {
    const { job } = move
    const n = run.batches + 1
    const batch = { ...chosen, n, phase: 'chosen' as const, kept: [], digest: null, sums: {} }
    await tx.db
      .insertInto('archiveBatch')
      .values({
        ...batch,
        job: job.id,
        run: run.id,
        keys: JSON.stringify(chosen.keys) as never,
        part: (chosen.part && JSON.stringify(chosen.part)) as never,
        kept: '[]' as never,
        sums: '{}' as never,
        removed: 0,
        at: tx.now,
      })
      .execute()
    await tx.update(archiveRun, run.id, { batches: n, phase: 'chosen', digest: null })
    return batch
  })

async function copy(move: Move, batch: Batch): Promise<Batch> {
  const { source, target, job } = move
  const found = await rows.read(source, batch.keys, job.sums)
  // What has gone from the source meanwhile is nobody's to take from the archive.
  const keys = batch.keys.filter((key) => found.rows.has(rows.keyText(key)))
  await rows.write(target, keys, [...found.rows.values()])
  const sums = Object.fromEntries(Object.entries(found.sums).map(([name, sum]) => [name, [sum]]))
  return reach(move, batch, { phase: 'copied', keys, rows: keys.length, digest: rows.digestOf(found), sums })
}

/** What was written is read back. A copy that is not what was read is made anew by the next run. */
async function prove(move: Move, batch: Batch): Promise<Batch> {
  const found = await rows.read(move.target, batch.keys, move.job.sums)
  const wrong = differs(batch, found)
  if (wrong) {
    await reach(move, batch, { phase: 'chosen' })
    throw wrong
  }
  const sums = Object.fromEntries(
    Object.entries(batch.sums).map(([name, [sum]]) => [name, [sum ?? null, found.sums[name] ?? null]]),
  )
  return reach(move, batch, { phase: 'proven', sums })
}

function differs(batch: Batch, found: rows.Found): Halted | null {
  const count = found.rows.size
  if (count !== batch.rows)
    return new Halted(
      `复制了 ${batch.rows} 行,归档库里有 ${count} 行。`,
      `${batch.rows} rows were copied, ${count} are there.`,
    )
  for (const [name, [sum]] of Object.entries(batch.sums))
    if (found.sums[name] !== sum)
      return new Halted(
        `「${name}」的合计不一致:源 ${sum},归档 ${found.sums[name]}。`,
        `The sums of ${name} differ: ${sum} in the source, ${found.sums[name]} in the archive.`,
      )
  return rows.digestOf(found) === batch.digest
    ? null
    : new Halted('行数与合计一致,但内容的校验值不一致。', 'Counts and sums agree, but the digests of the rows differ.')
}

/**
 * Only what is still as it was proven leaves. What has changed is written down first, stays, and its copy is taken back. Where that was
 * written down and another row then differs, either it changed since or another took its key: nobody knows, so nothing is touched.
 */
async function remove(move: Move, batch: Batch): Promise<number> {
  const { source, target } = move
  let { kept } = batch
  const stays = new Set(kept.map(rows.keyText))
  const leaving = batch.keys.filter((key) => !stays.has(rows.keyText(key)))
  const proven = (await rows.read(target, leaving, [])).rows
  await rows.takeProven(source, leaving, proven, async (changed) => {
    if (batch.phase === 'removing') return untouched(changed.filter((key) => proven.has(rows.keyText(key))))
    kept = changed
    await reach(move, batch, { phase: 'removing', kept })
  })
  await move.reached('left')
  if (kept.length > 0) await rows.takeBack(target, kept)
  const removed = batch.rows - kept.length
  await reach(move, batch, { phase: 'removed', kept, removed })
  return removed
}

function untouched([key]: string[][]): void {
  if (key)
    throw new Halted(
      `主键 ${rows.keyText(key)} 的行在删除中断后又有变动,须人工核对两边。`,
      `The row with the key ${rows.keyText(key)} changed after its removal was broken off: compare both by hand.`,
    )
}

/** Within one transaction that this process may still write for the run. */
export const keep = <T>(
  { engine, run: id, reached }: Move,
  work: (tx: Tx, run: Run) => Promise<T & { phase: Phase }>,
): Promise<T> =>
  engine
    .inTx(archiving, async (tx) => {
      const run = await tx.lock(archiveRun, id)
      if (run.state !== 'running' || run.copy !== engine.copy) throw new TakenOver()
      return work(tx, run)
    })
    .then(async (done) => {
      await reached(done.phase)
      return done
    })

/** `stayed` counts rows that no key of `kept` names: those of a partition that stayed whole. */
export const reach = (
  move: Move,
  batch: Batch,
  now: Partial<Batch> & { phase: Phase; removed?: number; stayed?: number },
): Promise<Batch> =>
  keep(move, async (tx, run) => {
    const { removed = 0, stayed = 0, ...next } = now
    const after: Batch = { ...batch, ...next }
    await tx.db
      .updateTable('archiveBatch')
      .set({
        phase: after.phase,
        // Once it is over nobody asks which they were.
        keys: JSON.stringify(after.phase === 'removed' ? [] : after.keys) as never,
        kept: JSON.stringify(after.kept) as never,
        rows: after.rows,
        digest: after.digest,
        sums: JSON.stringify(after.sums) as never,
        removed,
        at: tx.now,
      })
      .where('run', '=', run.id)
      .where('n', '=', batch.n)
      .execute()
    await tx.update(archiveRun, run.id, {
      phase: after.phase,
      digest: after.digest,
      ...(after.phase === 'copied' && { copied: run.copied + after.rows }),
      ...(after.phase === 'removed' && { removed: run.removed + removed, kept: run.kept + after.kept.length + stayed }),
    })
    return after
  })

/** What an earlier run left open comes first, and is this one's from now on. */
export async function openBatch(move: Move): Promise<Batch | null> {
  const found = await move.engine.db
    .selectFrom('archiveBatch')
    .selectAll()
    .where('job', '=', move.job.id)
    .where('phase', '<>', 'removed')
    .executeTakeFirst()
  if (!found || found.run === move.run) return found ?? null
  return keep(move, async (tx, run) => {
    const n = run.batches + 1
    await tx.db
      .updateTable('archiveBatch')
      .set({ run: run.id, n })
      .where('run', '=', found.run)
      .where('n', '=', found.n)
      .execute()
    await tx.update(archiveRun, run.id, { batches: n, phase: found.phase, digest: found.digest })
    return { ...found, n }
  })
}
