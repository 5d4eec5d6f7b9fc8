/** For tests: a switch, as far as SNMP shows one: when it started, and the counters of its interfaces. */
import snmp from 'net-snmp'
import { freeUdpPort } from '../../../../../testing/port.ts'

const { Integer, OctetString, Counter, Counter64, TimeTicks } = snmp.ObjectType
const readOnly = snmp.MaxAccess['read-only']

export async function makeSwitch(interfaces: readonly string[]) {
  const port = await freeUdpPort()
  const agent = snmp.createAgent({ port, address: '127.0.0.1' } as never, () => {})
  agent.getAuthorizer().addCommunity('for-tests')
  const mib = agent.getMib()
  agent.registerProvider({
    name: 'sysUpTime',
    type: snmp.MibProviderType.Scalar,
    oid: '1.3.6.1.2.1.1.3',
    scalarType: TimeTicks,
    maxAccess: readOnly,
  } as never)
  const table = (name: string, oid: string, columns: readonly (readonly [number, string, number])[], index: object) =>
    agent.registerProvider({
      name,
      type: snmp.MibProviderType.Table,
      oid,
      maxAccess: readOnly,
      tableColumns: columns.map(([number, called, type]) => ({ number, name: called, type, maxAccess: readOnly })),
      tableIndex: [{ columnName: 'ifIndex', ...index }],
    } as never)
  const plain = [
    [1, 'ifIndex', Integer],
    [8, 'ifOperStatus', Integer],
    [14, 'ifInErrors', Counter],
    [20, 'ifOutErrors', Counter],
  ] as const
  const wide = [
    [1, 'ifName', OctetString],
    [6, 'ifHCInOctets', Counter64],
    [10, 'ifHCOutOctets', Counter64],
  ] as const
  table('ifEntry', '1.3.6.1.2.1.2.2.1', plain, {})
  table('ifXEntry', '1.3.6.1.2.1.31.1.1.1', wide, { foreign: 'ifEntry' })
  mib.setScalarValue('sysUpTime', 0 as never)
  interfaces.forEach((name, at) => {
    mib.addTableRow('ifEntry', [at + 1, 1, 0, 0] as never)
    mib.addTableRow('ifXEntry', [at + 1, name, bytesOf(0n), bytesOf(0n)] as never)
  })
  const set = (name: string, column: number, row: number, value: unknown) =>
    mib.setTableSingleCell(name, column, [row] as never, value as never)
  return {
    port,
    /** Hundredths of a second since it started. */
    uptime: (ticks: number) => mib.setScalarValue('sysUpTime', ticks as never),
    octetsIn: (row: number, octets: bigint) => set('ifXEntry', 6, row, bytesOf(octets)),
    errors: (row: number, some: number) => set('ifEntry', 14, row, some),
    status: (row: number, status: number) => set('ifEntry', 8, row, status),
    rename: (row: number, name: string) => set('ifXEntry', 1, row, name),
    close: () => agent.close(),
  }
}

const bytesOf = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(value)
  return bytes
}
