import { BadBer, expected, integerOf, oidOf, partsOf, type Tlv, tags, unsignedOf, valueAt } from './ber.ts'

/** What a device said by itself, whatever version of SNMP it speaks. */
export interface Trap {
  readonly version: '1' | '2c' | '3'
  /** Which trap: one OID, as v2c has it, for v1 too (RFC 3584). */
  readonly trap: string
  /** Hundredths of a second since the device began. */
  readonly uptime: number
  /** Whose it is, where that is not whoever sent it. */
  readonly agent: string | null
  readonly variables: readonly Variable[]
}

export interface Variable {
  readonly oid: string
  readonly value: string | number | null
}

/** What is asked for, or said, in a message. */
export interface Pdu {
  readonly tag: number
  readonly request: number
  /** As they came, to be sent back. */
  readonly variables: Buffer
  readonly raw: Buffer
}

export const pduTags = { get: 0xa0, response: 0xa2, trapV1: 0xa4, inform: 0xa6, trap: 0xa7, report: 0xa8 } as const

const trapOid = '1.3.6.1.6.3.1.1.4.1.0'
const uptimeOid = '1.3.6.1.2.1.1.3.0'
const agentOid = '1.3.6.1.6.3.18.1.3.0'
/** A proxy may send on the community that it was given: that is a secret, and kept nowhere. */
const communityOid = '1.3.6.1.6.3.18.1.4.0'
const wellKnownTraps = '1.3.6.1.6.3.1.1.5'
const mostVariables = 200

/** The PDU of v2c and v3. */
export function pduOf(bytes: Buffer): Pdu {
  const { tag, value, raw } = valueAt(bytes)
  const [request, , , variables] = partsOf({ tag, value, raw }, tag, 4)
  expected(variables, tags.sequence)
  return { tag, request: integerOf(request), variables: (variables as Tlv).raw, raw }
}

export function trapOf(pdu: Pdu, version: '2c' | '3'): Trap {
  const all = variablesOf(pdu.variables)
  const valued = (oid: string) => all.find((one) => one.oid === oid)?.value ?? null
  const trap = valued(trapOid)
  if (typeof trap !== 'string') throw new BadBer('It names no trap')
  const agent = valued(agentOid)
  return {
    version,
    trap,
    uptime: Number(valued(uptimeOid) ?? 0),
    agent: typeof agent === 'string' ? agent : null,
    variables: all.filter(({ oid }) => ![trapOid, uptimeOid, communityOid].includes(oid)),
  }
}

/** A trap of v1: an enterprise, one of seven kinds, and for the seventh a number of the enterprise's own. */
export function trapOfV1(bytes: Buffer): Trap {
  const [enterprise, agent, generic, specific, uptime, variables] = partsOf(valueAt(bytes), pduTags.trapV1, 6)
  const owner = oidOf(expected(enterprise, tags.oid))
  const kind = integerOf(generic)
  const address = shown(tags.ipAddress, expected(agent, tags.ipAddress))
  return {
    version: '1',
    trap: kind === 6 ? `${owner}.0.${integerOf(specific)}` : `${wellKnownTraps}.${kind + 1}`,
    uptime: Number(unsignedOf(expected(uptime, tags.timeTicks))),
    agent: address === '0.0.0.0' ? null : String(address),
    variables: variablesOf(variables?.raw ?? Buffer.alloc(0)).filter(({ oid }) => oid !== communityOid),
  }
}

function variablesOf(bytes: Buffer): Variable[] {
  return partsOf(valueAt(bytes), tags.sequence, 0)
    .slice(0, mostVariables)
    .map((pair) => {
      const [name, value] = partsOf(pair, tags.sequence, 2)
      return { oid: oidOf(expected(name, tags.oid)), value: value ? shown(value.tag, value.value) : null }
    })
}

function shown(tag: number, bytes: Buffer): string | number | null {
  switch (tag) {
    case tags.integer:
      return integerOf({ tag, value: bytes, raw: bytes })
    case tags.oid:
      return oidOf(bytes)
    case tags.octets:
      return textOf(bytes)
    case tags.ipAddress:
      return [...bytes].join('.')
    case tags.counter32:
    case tags.gauge32:
    case tags.timeTicks:
      return Number(unsignedOf(bytes))
    case tags.counter64:
      return String(unsignedOf(bytes))
    case tags.opaque:
      return hexOf(bytes)
    default:
      return null
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Text where it is text; an address of hardware, a date in bytes and the like as hex. */
function textOf(bytes: Buffer): string {
  try {
    const said = utf8.decode(bytes).replace(/\0+$/, '')
    return /[\p{Cc}]/u.test(said.replace(/[\t\r\n]/g, '')) ? hexOf(bytes) : said
  } catch {
    return hexOf(bytes)
  }
}

const hexOf = (bytes: Buffer): string => (bytes.toString('hex').match(/../g) ?? []).join(':')
