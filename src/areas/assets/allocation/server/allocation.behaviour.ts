import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { licence } from '../../licence/licence.record.ts'
import { settle, standOf } from '../../licence/server/stand.ts'
import { allocation } from '../allocation.record.ts'
import { givenFaults } from '../allocation.rules.ts'

type Row = RowOf<typeof allocation>

/** Locked first: of two who want the last seat one comes after the other, and finds it taken. */
async function given(tx: Tx, row: Row): Promise<Fault[]> {
  const of = await tx.as('licences').lock(licence, row.licence)
  if (of.state !== 'active') return [fault('licence', 'retired', '这项许可已停用。', 'That licence is retired.')]
  const faults = givenFaults(of.metric, row)
  if (faults.length > 0) return faults
  if (await holdsAlready(tx, row))
    return [
      fault(row.person ? 'person' : 'asset', 'held-already', '已经分到过这项许可。', 'They have this licence already.'),
    ]
  const { free } = await standOf(tx.db, row.licence, tx.today)
  if (of.overuse === 'warn' || row.quantity <= free) return []
  return [
    fault(
      '',
      'none-left',
      `剩余 ${Math.max(free, 0)},不够分配。请先增购授权或收回一些。`,
      `${Math.max(free, 0)} left, too few. Add an entitlement, or withdraw some first.`,
    ),
  ]
}

const holdsAlready = (tx: Tx, { licence: of, person, asset: device }: Row) =>
  tx.db
    .selectFrom('allocation')
    .select('id')
    .where('licence', '=', of)
    .where('state', '=', 'held')
    .$if(person !== null, (one) => one.where('person', '=', person))
    .$if(device !== null, (one) => one.where('asset', '=', device))
    .executeTakeFirst()

const settled = (tx: Tx, row: Row) => settle(tx, row.licence)

export const allocationBehaviour = behave(allocation, {
  guards: { create: given },
  effects: { create: settled, withdraw: settled },
})

/** What is gone uses nothing any more. */
export const hearDisposed: Follow = async (tx, { record, verb, after }) => {
  if (record.name !== asset.name || verb !== 'dispose') return
  const held = await tx.db
    .selectFrom('allocation')
    .select('id')
    .where('asset', '=', after.id)
    .where('state', '=', 'held')
    .orderBy('id')
    .execute()
  for (const { id } of held) await tx.as('licences').act(allocation, id, 'withdraw')
}
