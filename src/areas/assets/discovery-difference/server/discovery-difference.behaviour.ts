import '../../discovery/server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { discovery } from '../../discovery/discovery.record.ts'
import { discoveryDifference } from '../discovery-difference.record.ts'
import { changeOf, lostHow, registeredNow } from './change.ts'
import { registerMachine } from './register.ts'

type Row = RowOf<typeof discoveryDifference>

export const discoveryDifferenceBehaviour = behave(discoveryDifference, {
  guards: { accept: mayAccept },
  effects: {
    async accept(tx, row) {
      const id = await carryOut(tx, row)
      await tx.journal(asset, id, 'adopt', { difference: [null, row.number] })
    },
  },
})

/** What is needed is there, and the register still reads as whoever decides was shown. */
async function mayAccept(tx: Tx, row: Row): Promise<Fault[]> {
  if (row.kind === 'new') {
    if (row.asset || row.category) return []
    return [
      fault('category', 'required', '请选择资产类别,或它就是哪一件资产。', 'Choose a category, or which asset it is.'),
    ]
  }
  if (!row.asset) return [fault('asset', 'required', '此项必填。', 'This must be filled in.')]
  if (row.kind === 'vanished')
    return row.outcome ? [] : [fault('outcome', 'required', '请说明去向。', 'Say where it went.')]
  const now = await registeredNow(tx, row.asset, row.field ?? '')
  if (now === row.registered || now === row.found) return []
  return [
    fault(
      'registered',
      'stale',
      `台账已改为「${now ?? '空'}」,请等下一次上报后再定。`,
      `The register now says “${now ?? 'nothing'}”; decide after the next report.`,
    ),
  ]
}

/** Does what was decided, and answers the asset that it was done to. */
async function carryOut(tx: Tx, row: Row): Promise<string> {
  if (row.kind === 'new') return registerMachine(tx, row)
  const id = row.asset as string
  if (row.kind === 'changed') {
    await tx.update(asset, id, await changeOf(tx, id, row.field ?? '', row.found ?? ''))
    return id
  }
  const { state } = await tx.lock(asset, id)
  if (row.outcome === 'in-stock' && state === 'in-use') await tx.act(asset, id, 'take-back')
  if (row.outcome === 'retired' && state !== 'retired') await tx.act(asset, id, 'retire')
  if (row.outcome === 'lost' && state !== 'lost') await tx.act(asset, id, 'lose', { lostHow: lostHow(tx, row) })
  await tx.as('discovery').act(discovery, row.discovery, 'vanish')
  return id
}
