import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import { liveStates } from '../../access-grant/access-grant.rules.ts'
import { makeListToken } from '../../account-list/server/lists.intake.ts'
import { accessSystem } from '../access-system.record.ts'

type Row = RowOf<typeof accessSystem>

/** The grants that still go somewhere, by id: so that those who change several take them in one order. */
const openGrants = (tx: Tx, { id }: Row) =>
  tx.db
    .selectFrom('accessGrant')
    .select(['id', 'number', 'owner'])
    .where('system', '=', id)
    .where('state', 'in', ['requested', ...liveStates])
    .orderBy('id')
    .execute()

/** Nobody goes on having access to what is no longer in use. */
async function nobodyHasIt(tx: Tx, row: Row): Promise<Fault[]> {
  const open = await openGrants(tx, row)
  if (open.length === 0) return []
  const named = open.slice(0, 3).map(({ number }) => number)
  return [
    fault(
      '',
      'still-granted',
      `还有 ${open.length} 项授权未收回:${named.join('、')}${open.length > 3 ? ' 等' : ''}。`,
      `${open.length} grants are not revoked yet: ${named.join(', ')}${open.length > 3 ? ' …' : ''}.`,
    ),
  ]
}

export const accessSystemBehaviour = behave(accessSystem, {
  guards: { retire: nobodyHasIt },
  actions: { 'make-token': makeListToken },
  effects: {
    /** Whoever answers for it now answers for its grants. */
    async update(tx, row, before) {
      if (before?.owner === row.owner) return
      for (const { id, owner } of await openGrants(tx, row))
        if (owner !== row.owner) await tx.as('access').update(accessGrant, id, { owner: row.owner })
    },
  },
})
