import { carryRows, chooseRows, type Move, openBatch } from './batch.ts'
import { carryPartition, choosePartition } from './partition.ts'

/** Moves one batch, of rows or of a whole partition; answers how many rows left the source, or null where nothing is old enough. */
export async function moveBatch(move: Move): Promise<number | null> {
  const choose = move.job.unit === 'partitions' ? choosePartition : chooseRows
  const open = (await openBatch(move)) ?? (await choose(move))
  return open && (open.part ? carryPartition(move, open, open.part) : carryRows(move, open))
}
