import type { Tx } from '../../platform/tx.ts'
import type { RowOf } from '../../record/record.ts'
import { asset } from './asset/asset.record.ts'

export { labelSheets } from './label/server/sheet.ts'
export { type SnmpAccess, snmpAccess } from './snmp-target/server/access.ts'

/**
 * What of this area somebody has in hand and gives back, or is relieved of, rather than hands over: by record, the field that names
 * them and the verb. In this order, since a loan that is returned takes its asset back.
 */
export const givenBack = [
  { record: 'handover', field: 'holder', states: ['waiting'], verb: 'withdraw' },
  { record: 'loan', field: 'borrower', states: ['lent', 'overdue'], verb: 'return' },
  { record: 'allocation', field: 'person', states: ['held'], verb: 'withdraw' },
  { record: 'asset', field: 'custodian', states: ['in-use'], verb: 'take-back' },
] as const

/** What is on an asset is as secret as was agreed. */
export async function classify(
  tx: Tx,
  id: string,
  classification: RowOf<typeof asset>['classification'],
): Promise<void> {
  await tx.update(asset, id, { classification })
}
