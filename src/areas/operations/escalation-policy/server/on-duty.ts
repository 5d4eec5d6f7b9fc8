import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'

/**
 * Who is on duty for a post at an instant. Until a roster says who has which shift, whoever holds the post is on duty for
 * it at any time.
 */
export const onDutyFor = (engine: Engine, tx: Tx, post: string, _at: string): Promise<string[]> =>
  engine.directory.people(tx.db, [{ is: 'post', id: post }])
