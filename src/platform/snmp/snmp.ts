import snmp from 'net-snmp'

/** Whom to ask, and how. */
export interface SnmpDevice {
  readonly host: string
  readonly port: number
  readonly protocol: 'v2c' | 'v3'
  /** Of v3. */
  readonly user: string | null
  readonly auth: 'none' | 'md5' | 'sha' | 'sha256' | 'sha512'
  readonly priv: 'none' | 'des' | 'aes' | 'aes256'
}

/** What is shown to nobody: the community of v2c, the pass phrases of v3. */
export interface SnmpKeys {
  readonly community?: string | undefined
  readonly authKey?: string | undefined
  readonly privKey?: string | undefined
}

export interface Cell {
  readonly oid: string
  readonly value: unknown
}

/** Asks one device; reads only. */
export interface SnmpClient {
  /** The values, in order; null for what the device does not have. Rejects with what went wrong. */
  get(oids: readonly string[]): Promise<unknown[]>
  /** All of one column; a device that does not have it has none. */
  walk(oid: string): Promise<Cell[]>
  close(): void
}

/** To be closed. Silence is waited for `timeoutMs`, and once more for each of `retries`. */
export function snmpClient(
  device: SnmpDevice,
  keys: SnmpKeys,
  { timeoutMs = 5_000, retries = 1 }: { timeoutMs?: number; retries?: number } = {},
): SnmpClient {
  const session = open(device, keys, timeoutMs, retries)
  // A socket that breaks between two questions: the next one says so.
  session.on('error', () => {})
  return {
    get: (oids) =>
      new Promise((resolve, reject) => {
        session.get([...oids], (error, varbinds) => {
          if (error) reject(error)
          else resolve((varbinds ?? []).map((one) => (snmp.isVarbindError(one) ? null : one.value)))
        })
      }),
    walk: (oid) =>
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
      }),
    close: () => session.close(),
  }
}

/** The device said nothing in all the time it had. */
export const isSilence = (error: unknown): boolean => error instanceof Error && error.name === 'RequestTimedOutError'

export const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value ?? ''))

function open(device: SnmpDevice, keys: SnmpKeys, timeout: number, retries: number): snmp.Session {
  const { host, port, protocol, user, auth, priv } = device
  const options = { port, timeout, retries, transport: (host.includes(':') ? 'udp6' : 'udp4') as 'udp4' }
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
