import type { Tx } from '../../../../platform/tx.ts'
import { type Heard, silences } from '../silence.rules.ts'

/** The silence that means such an alarm now, the one that lasts longest. */
export async function silenceFor(tx: Tx, heard: Heard): Promise<string | null> {
  const standing = await tx.db
    .selectFrom('silence')
    .select(['id', 'component', 'source', 'keyPattern', 'level'])
    .where('state', '=', 'in-force')
    .where('until', '>', tx.now)
    .orderBy('until', 'desc')
    .execute()
  return standing.find((one) => silences(one, heard))?.id ?? null
}
