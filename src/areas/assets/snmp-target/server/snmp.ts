import snmp from 'net-snmp'
import type { RowOf } from '../../../../record/record.ts'
import type { Answer, Part } from '../snmp.rules.ts'
import type { snmpTarget } from '../snmp-target.record.ts'

/** Whom to ask, and how. */
export type Target = Pick<RowOf<typeof snmpTarget>, 'host' | 'port' | 'protocol' | 'user' | 'auth' | 'priv'>

/** What is shown to nobody: the community of v2c, the pass phrases of v3. */
export interface Keys {
  readonly community?: string | undefined
  readonly authKey?: string | undefined
  readonly privKey?: string | undefined
}

const system = ['1.3.6.1.2.1.1.5.0', '1.3.6.1.2.1.1.1.0', '1.3.6.1.2.1.1.2.0', '1.3.6.1.2.1.2.1.0']
const entity = '1.3.6.1.2.1.47.1.1.1'
const macColumn = '1.3.6.1.2.1.2.2.1.6'
const addressColumn = '1.3.6.1.2.1.4.20.1.1'

/** Asks a device what it is. Rejects with what went wrong: silence for five seconds, twice, or a refusal. */
export async function askDevice(target: Target, keys: Keys): Promise<Answer> {
  const session = open(target, keys)
  try {
    const [sysName, sysDescr, sysObjectId, interfaces] = await get(session, system)
    return {
      sysName: text(sysName),
      sysDescr: text(sysDescr),
      sysObjectId: text(sysObjectId),
      interfaces: Number(interfaces ?? 0),
      parts: await partsOf(session),
      macs: (await walk(session, macColumn)).flatMap(({ value }) =>
        Buffer.isBuffer(value) && value.length === 6 ? [value.toString('hex')] : [],
      ),
      addresses: (await walk(session, addressColumn)).map(({ value }) => text(value)),
    }
  } finally {
    session.close()
  }
}

function open({ host, port, protocol, user, auth, priv }: Target, keys: Keys): snmp.Session {
  const options = { port, timeout: 5_000, retries: 1, transport: (host.includes(':') ? 'udp6' : 'udp4') as 'udp4' }
  if (protocol === 'v2c')
    return snmp.createSession(host, keys.community ?? 'public', { ...options, version: snmp.Version2c })
  const isPrivate = auth !== 'none' && priv !== 'none'
  const level = auth === 'none' ? 'noAuthNoPriv' : isPrivate ? 'authPriv' : 'authNoPriv'
  const given = {
    name: user ?? '',
    level: snmp.SecurityLevel[level],
    ...(auth !== 'none' && { authProtocol: snmp.AuthProtocols[auth], authKey: keys.authKey ?? '' }),
    ...(isPrivate && {
      privProtocol: snmp.PrivProtocols[priv === 'aes256' ? 'aes256b' : priv],
      privKey: keys.privKey ?? keys.authKey ?? '',
    }),
  }
  return snmp.createV3Session(host, given as snmp.User, { ...options, version: snmp.Version3 })
}

const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value ?? ''))

const get = (session: snmp.Session, oids: string[]): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    session.get(oids, (error, varbinds) => {
      if (error) reject(error)
      else resolve((varbinds ?? []).map((one) => (snmp.isVarbindError(one) ? null : one.value)))
    })
  })

interface Cell {
  readonly oid: string
  readonly value: unknown
}

/** All of one column; a device that does not have it has none. */
const walk = (session: snmp.Session, oid: string): Promise<Cell[]> =>
  new Promise((resolve, reject) => {
    const cells: Cell[] = []
    session.subtree(
      oid,
      20,
      (varbinds) => {
        for (const one of varbinds) if (!snmp.isVarbindError(one)) cells.push(one as Cell)
      },
      (error) => (error && !(error instanceof snmp.RequestFailedError) ? reject(error) : resolve(cells)),
    )
  })

async function partsOf(session: snmp.Session): Promise<Part[]> {
  const parts = new Map<string, Record<string, unknown>>()
  for (const [name, column] of [
    ['kind', 5],
    ['software', 10],
    ['serial', 11],
    ['maker', 12],
    ['model', 13],
  ] as const) {
    const start = `${entity}.1.${column}`
    for (const { oid, value } of await walk(session, start)) {
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
