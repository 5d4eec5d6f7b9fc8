import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dawnIn } from '../../dawn.rules.ts'
import type { Judging } from './judge.ts'

/** One piece of judging, in a transaction of its own. */
export const inTurn = <T>(engine: Engine, work: (tx: Tx, at: Judging) => Promise<T>): Promise<T> =>
  engine.inTx(asSystem('control'), (tx) =>
    work(tx, { db: tx.db, now: tx.now, today: tx.today, dawn: dawnIn(engine.zone) }),
  )
