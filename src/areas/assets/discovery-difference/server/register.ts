import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { nextTags } from '../../asset/server/tag.ts'
import { modelOf } from '../../discovery/compare.rules.ts'
import { discovery } from '../../discovery/discovery.record.ts'
import { discoveryDifference } from '../discovery-difference.record.ts'
import { modelCalled } from './change.ts'

/** Registers a machine that was found, or says which registered asset it is; answers the asset. */
export async function registerMachine(tx: Tx, row: RowOf<typeof discoveryDifference>): Promise<string> {
  const machine = await tx.lock(discovery, row.discovery)
  const id = row.asset ?? (await makeAsset(tx, row, machine))
  if (!row.asset) await tx.as('discovery').update(discoveryDifference, row.id, { asset: id })
  await tx.act(discovery, machine.id, 'match', { asset: id })
  return id
}

type Machine = RowOf<typeof discovery>

async function makeAsset(tx: Tx, row: RowOf<typeof discoveryDifference>, machine: Machine): Promise<string> {
  const category = row.category as string
  const model = modelOf(machine.maker, machine.model)
  const made = await tx.create(asset, {
    tag: row.tag ?? (await nextTags(tx, category, 1))[0] ?? '',
    name: (machine.hostname ?? model ?? machine.name).slice(0, 120),
    category,
    model: model && (await modelCalled(tx, model, category)),
    serial: machine.serial,
    hostname: machine.hostname,
    address: machine.addresses[0] ?? null,
  })
  return made.id
}
