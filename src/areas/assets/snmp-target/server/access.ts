import type { Kysely } from 'kysely'
import { z } from 'zod'
import { secretOf } from '../../../../platform/secret.ts'
import type { SnmpDevice, SnmpKeys } from '../../../../platform/snmp/snmp.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { snmpTarget } from '../snmp-target.record.ts'

export const keysSchema = z.strictObject({
  community: z.string().max(200).optional(),
  authKey: z.string().max(200).optional(),
  privKey: z.string().max(200).optional(),
})

export interface SnmpAccess {
  readonly device: SnmpDevice
  readonly keys: SnmpKeys
}

/** How a registered device is spoken to; null where there is none of this id. */
export async function snmpAccess(db: Kysely<Tables>, id: string): Promise<SnmpAccess | null> {
  const device = await db
    .selectFrom('snmpTarget')
    .select(['host', 'port', 'protocol', 'user', 'auth', 'priv'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!device) return null
  const kept = await secretOf(db, snmpTarget.name, id)
  return { device, keys: kept === null ? {} : keysSchema.parse(JSON.parse(kept)) }
}
