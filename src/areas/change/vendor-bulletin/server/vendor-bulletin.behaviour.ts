import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { concernedBy, notARange } from '../../upgrade-package/fit.rules.ts'
import { rangeOf } from '../../upgrade-package/version.rules.ts'
import { vendorBulletin } from '../vendor-bulletin.record.ts'
import { settleUnread } from './unread.task.ts'

type Row = RowOf<typeof vendorBulletin>

/** Which components it concerns is found anew on every write until it is decided. */
async function derive(tx: Tx, steps: readonly Step<typeof vendorBulletin>[]): Promise<Partial<Row>[]> {
  const components = await tx.db
    .selectFrom('component')
    .select(['id', 'product', 'installedVersion'])
    .where('state', '<>', 'retired')
    .where('product', 'is not', null)
    .orderBy('code')
    .execute()
  return steps.map(({ before, after }) => {
    if (before?.state === 'decided') return {}
    const { affected, unsure } = concernedBy(components, after)
    return { affected: affected.map(({ id }) => id), unsure: unsure.map(({ id }) => id) }
  })
}

const sound = async (_tx: Tx, { versions }: Row): Promise<Fault[]> =>
  versions !== null && rangeOf(versions) === null ? [notARange('versions')] : []

export const vendorBulletinBehaviour = behave(vendorBulletin, {
  derive,
  guards: { create: sound, update: sound, read: sound },
  effects: { read: settleUnread },
})
