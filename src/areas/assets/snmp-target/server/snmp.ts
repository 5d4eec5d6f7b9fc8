import { type SnmpClient, snmpClient, text } from '../../../../platform/snmp/snmp.ts'
import type { Answer, Part } from '../snmp.rules.ts'
import type { SnmpAccess } from './access.ts'

const system = ['1.3.6.1.2.1.1.5.0', '1.3.6.1.2.1.1.1.0', '1.3.6.1.2.1.1.2.0', '1.3.6.1.2.1.2.1.0']
const entity = '1.3.6.1.2.1.47.1.1.1'
const macColumn = '1.3.6.1.2.1.2.2.1.6'
const addressColumn = '1.3.6.1.2.1.4.20.1.1'

/** Asks a device what it is. Rejects with what went wrong: silence for five seconds, twice, or a refusal. */
export async function askDevice({ device, keys }: SnmpAccess): Promise<Answer> {
  const client = snmpClient(device, keys)
  try {
    const [sysName, sysDescr, sysObjectId, interfaces] = await client.get(system)
    return {
      sysName: text(sysName),
      sysDescr: text(sysDescr),
      sysObjectId: text(sysObjectId),
      interfaces: Number(interfaces ?? 0),
      parts: await partsOf(client),
      macs: (await client.walk(macColumn)).flatMap(({ value }) =>
        Buffer.isBuffer(value) && value.length === 6 ? [value.toString('hex')] : [],
      ),
      addresses: (await client.walk(addressColumn)).map(({ value }) => text(value)),
    }
  } finally {
    client.close()
  }
}

async function partsOf(client: SnmpClient): Promise<Part[]> {
  const parts = new Map<string, Record<string, unknown>>()
  for (const [name, column] of [
    ['kind', 5],
    ['software', 10],
    ['serial', 11],
    ['maker', 12],
    ['model', 13],
  ] as const) {
    const start = `${entity}.1.${column}`
    for (const { oid, value } of await client.walk(start)) {
      const index = oid.slice(start.length + 1)
      parts.set(index, { ...parts.get(index), [name]: value })
    }
  }
  return [...parts.values()].map(({ kind, software, serial, maker, model }) => ({
    kind: Number(kind ?? 0),
    software: text(software),
    serial: text(serial),
    maker: text(maker),
    model: text(model),
  }))
}
