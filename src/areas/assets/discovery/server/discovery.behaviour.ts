import './tables.ts'
import type { Task } from '../../../../platform/area.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { fileSoftware } from '../../software/server/file.ts'
import { discovery } from '../discovery.record.ts'
import { compareAgain } from './compare.ts'
import { installedIn } from './place.ts'

type Row = RowOf<typeof discovery>

/** What waits for a decision follows from what a machine is taken for. */
const lookAgain = (tx: Tx, { id }: Row): Promise<void> =>
  tx.job('compare-discovery', { id }, { key: `compare-discovery ${id}` })

export const discoveryBehaviour = behave(discovery, {
  guards: { match: isFree },
  effects: { match: lookAgain, unmatch: lookAgain, ignore: lookAgain },
})

/** One asset is one machine. */
async function isFree(tx: Tx, { id, asset }: Row): Promise<Fault[]> {
  const other = await tx.db
    .selectFrom('discovery')
    .select('name')
    .where('asset', '=', asset)
    .where('id', '<>', id)
    .where('state', 'in', ['matched', 'vanished'])
    .executeTakeFirst()
  if (!other) return []
  return [
    fault('asset', 'taken', `这件资产已对应「${other.name}」。`, `That asset is matched to ${other.name} already.`),
  ]
}

/** Holds a machine against the register again, and files for its asset what its last report said is installed. */
export const compareDiscovery: Task = async (engine, { id }: { id: string }) => {
  await engine.inTx(asSystem('discovery'), async (tx) => {
    const row = await tx.lock(discovery, id)
    await compareAgain(engine, tx, row)
    if (row.state !== 'matched' || !row.asset) return
    const last = await tx.db
      .selectFrom('discoveryReport')
      .select(['at', 'body'])
      .where('discovery', '=', id)
      .where('outcome', '=', 'taken')
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last?.body.software) await fileSoftware(tx, row.asset, installedIn(last.body), last.at)
  })
}
