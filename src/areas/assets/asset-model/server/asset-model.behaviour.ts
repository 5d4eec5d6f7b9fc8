import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { goneStates } from '../../asset/asset.rules.ts'
import { assetModelImporting } from '../asset-model.importing.ts'
import { assetModel } from '../asset-model.record.ts'

export const assetModelBehaviour = behave(assetModel, {
  importing: assetModelImporting,
  effects: {
    update: async (tx, row, before) => {
      if (row.height !== before?.height) await measureAgain(tx, row)
    },
  },
})

/** Those that stand in a rack take as many units as their model is now said to; refused where they find no room. */
async function measureAgain(tx: Tx, { id }: RowOf<typeof assetModel>): Promise<void> {
  const racked = await tx.db
    .selectFrom('asset')
    .select('id')
    .where('model', '=', id)
    .where('rackUnit', 'is not', null)
    .where('state', 'not in', [...goneStates])
    .orderBy('id')
    .execute()
  const measured = await tx.as('register').putMany(
    asset,
    racked.map((one) => ({ id: one.id, values: {} })),
  )
  const refused = measured.find((one): one is Refusal => one instanceof Refusal)
  if (!refused) return
  const { code, text, faults } = refused
  throw new Refusal(
    code,
    text,
    faults.map((one) => ({ ...one, path: 'height' })),
  )
}
