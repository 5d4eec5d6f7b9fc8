import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { licence } from '../licence.record.ts'
import { endsFirst, freeAt, positionOn } from '../position.rules.ts'

/** How a licence stands today, as it would be counted from nothing. */
export async function standOf(db: Tx['db'], id: string, today: string) {
  const granted = await db
    .selectFrom('entitlement')
    .select(['quantity', 'validFrom', 'validTo'])
    .where('licence', '=', id)
    .where('state', '=', 'standing')
    .execute()
  const { used } = await db
    .selectFrom('allocation')
    .select(({ fn }) => fn.sum<number | null>('quantity').as('used'))
    .where('licence', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  const { entitled } = positionOn(granted, [], today)
  const stand = { entitled, used: Number(used) }
  return { ...stand, free: freeAt(stand), endsOn: endsFirst(granted, today) }
}

/** Keeps on the licence how it stands; its owner hears of it when more comes to be used than one may. */
export async function settle(tx: Tx, id: string): Promise<void> {
  const system = tx.as('licences')
  const before = await system.lock(licence, id)
  const stand = await standOf(tx.db, id, tx.today)
  await system.update(licence, id, stand)
  if (before.free >= 0 && stand.free < 0)
    await system.journal(licence, id, 'clock-over-used', { free: [before.free, stand.free] })
}
