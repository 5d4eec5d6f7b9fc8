import { sql } from 'kysely'
import { asSystem } from '../../record/actor.ts'
import type { Task } from '../area.ts'
import { livingCopies } from '../copies.ts'

/**
 * Takes up what a copy had in hand when it died: its job stays locked for hours, so the same work is asked for once more. Each
 * kind of work looks what is done already before it goes on.
 */
export const takeUpWork: Task = async (engine) => {
  const living = await livingCopies(engine.db)
  const left = await engine.db
    .selectFrom('work')
    .select('id')
    .where('state', '=', 'running')
    .where(sql<boolean>`copy is null or copy <> all(${living}::int[])`)
    .execute()
  if (left.length === 0) return
  await engine.inTx(asSystem('take-up'), async (tx) => {
    for (const { id } of left) await tx.job('work', { id }, { key: `work ${id}` })
  })
}
