import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { disposal } from '../../disposal/disposal.record.ts'
import { stillMissing } from '../../disposal/server/leaving.ts'
import { destruction } from '../destruction.record.ts'
import { techniqueFaults } from '../sanitise.rules.ts'

type Row = RowOf<typeof destruction>

/** What a row is called follows from its asset and serial. */
async function derive(tx: Tx, steps: readonly Step<typeof destruction>[]): Promise<Partial<Row>[]> {
  const ids = [...new Set(steps.map(({ after }) => after.asset))]
  if (ids.length === 0) return []
  const assets = await tx.db.selectFrom('asset').select(['id', 'tag', 'name']).where('id', 'in', ids).execute()
  const called = new Map(assets.map(({ id, tag, name }) => [id, `${tag} ${name}`]))
  return steps.map(({ after: { asset, serial } }) => ({
    label: [called.get(asset), serial].filter(Boolean).join(' · ').slice(0, 200) || null,
  }))
}

/** A medium is of an asset that leaves, and there is nothing to destroy before that is agreed to. */
async function belongs(tx: Tx, { disposal: id, asset }: Row): Promise<Fault[]> {
  const { assets, state } = await tx.lock(disposal, id)
  if (state !== 'approved' && state !== 'destroyed')
    return [
      fault(
        'disposal',
        'wrong-state',
        '处置获批后、完成前才销毁数据。',
        'Data is destroyed between approval and leaving.',
      ),
    ]
  return assets.includes(asset)
    ? []
    : [fault('asset', 'not-among-them', '这件资产不在该处置单中。', 'This asset is not part of the disposal.')]
}

async function serves(tx: Tx, { asset, medium, technique }: Row): Promise<Fault[]> {
  const { classification } = await tx.db
    .selectFrom('asset')
    .select('classification')
    .where('id', '=', asset)
    .executeTakeFirstOrThrow()
  return medium && technique ? techniqueFaults(medium, technique, classification) : []
}

async function certified(tx: Tx, { id }: Row): Promise<Fault[]> {
  const file = await tx.db
    .selectFrom('attachment')
    .select('id')
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (file) return []
  return [
    fault('', 'no-certificate', '请先附上销毁证明或现场照片。', 'Attach the certificate, or a photo of it, first.'),
  ]
}

/** With the last medium the data of all of it is destroyed. */
async function concludeIfDone(tx: Tx, { disposal: id }: Row): Promise<void> {
  const row = await tx.as('disposal').lock(disposal, id)
  if (row.state === 'approved' && (await stillMissing(tx, row)).length === 0)
    await tx.as('disposal').act(disposal, id, 'end-destruction')
}

export const destructionBehaviour = behave(destruction, {
  derive,
  guards: { create: belongs, destroy: serves, witness: certified },
  effects: { witness: concludeIfDone, void: concludeIfDone },
})
