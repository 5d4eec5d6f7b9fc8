import snmp from 'net-snmp'
import { freeUdpPort } from '../../../testing/port.ts'

/** A switch, as far as SNMP shows one: system, interfaces and parts, for a community and for a user of v3. */
const port = await freeUdpPort()

const agent = snmp.createAgent({ port, address: '127.0.0.1' } as never, () => {})
const authorizer = agent.getAuthorizer()
authorizer.addCommunity('for-tests')
authorizer.addUser({
  name: 'touchstone',
  level: snmp.SecurityLevel.authPriv,
  authProtocol: snmp.AuthProtocols.sha256,
  authKey: 'pass phrase one',
  privProtocol: snmp.PrivProtocols.aes,
  privKey: 'pass phrase two',
} as never)
const mib = agent.getMib()

const scalar = (name: string, oid: string, type: number, value: unknown) => {
  agent.registerProvider({
    name,
    type: snmp.MibProviderType.Scalar,
    oid,
    scalarType: type,
    maxAccess: snmp.MaxAccess['read-only'],
  } as never)
  mib.setScalarValue(name, value as never)
}
scalar('sysDescr', '1.3.6.1.2.1.1.1', snmp.ObjectType.OctetString, 'Huawei Versatile Routing Platform\r\nS5735-L48T4X')
scalar('sysObjectID', '1.3.6.1.2.1.1.2', snmp.ObjectType.OID, '1.3.6.1.4.1.2011.2.23.775')
scalar('sysName', '1.3.6.1.2.1.1.5', snmp.ObjectType.OctetString, 'sw-floor-3')
scalar('ifNumber', '1.3.6.1.2.1.2.1', snmp.ObjectType.Integer, 2)

const table = (
  name: string,
  oid: string,
  columns: readonly (readonly [number, string, number])[],
  rows: unknown[][],
) => {
  agent.registerProvider({
    name,
    type: snmp.MibProviderType.Table,
    oid,
    maxAccess: snmp.MaxAccess['read-only'],
    tableColumns: columns.map(([number, called, type]) => ({
      number,
      name: called,
      type,
      maxAccess: snmp.MaxAccess['read-only'],
    })),
    tableIndex: [{ columnName: columns[0]?.[1] }],
  } as never)
  for (const row of rows) mib.addTableRow(name, row as never)
}
const { Integer, OctetString } = snmp.ObjectType
table(
  'ifEntry',
  '1.3.6.1.2.1.2.2.1',
  [
    [1, 'ifIndex', Integer],
    [6, 'ifPhysAddress', OctetString],
  ],
  [
    [1, Buffer.from('3cecef010203', 'hex')],
    [2, Buffer.from('3cecef010204', 'hex')],
  ],
)
table(
  'entPhysicalEntry',
  '1.3.6.1.2.1.47.1.1.1.1',
  [
    [1, 'entPhysicalIndex', Integer],
    [5, 'entPhysicalClass', Integer],
    [11, 'entPhysicalSerialNum', OctetString],
    [12, 'entPhysicalMfgName', OctetString],
    [13, 'entPhysicalModelName', OctetString],
  ],
  [
    [1, 9, 'MODULE-1', 'Huawei', 'a module'],
    [2, 3, '21980107123456', 'Huawei', 'S5735-L48T4X-A1'],
  ],
)

process.on('disconnect', () => process.exit(0))
process.send?.({ port })
