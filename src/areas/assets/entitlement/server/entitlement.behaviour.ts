import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { spanFaults } from '../../contract/contract.rules.ts'
import { settle } from '../../licence/server/stand.ts'
import { entitlement } from '../entitlement.record.ts'

type Row = RowOf<typeof entitlement>

const sound = async (_tx: Tx, row: Row) => spanFaults(row)
const settled = (tx: Tx, { licence }: Row) => settle(tx, licence)

export const entitlementBehaviour = behave(entitlement, {
  guards: { create: sound, update: sound },
  effects: { create: settled, update: settled, withdraw: settled, restore: settled },
})
