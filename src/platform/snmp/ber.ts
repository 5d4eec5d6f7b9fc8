/** One value of ASN.1 by its basic encoding rules. */
export interface Tlv {
  readonly tag: number
  readonly value: Buffer
  /** The whole of it, as it came. */
  readonly raw: Buffer
}

/** Bytes that are no whole BER. */
export class BadBer extends Error {
  override readonly name = 'BadBer'
}

export const tags = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  opaque: 0x44,
  counter64: 0x46,
} as const

/** The values that stand one after the other in some bytes. */
export function valuesIn(bytes: Buffer): Tlv[] {
  const found: Tlv[] = []
  for (let at = 0; at < bytes.length; ) {
    const tlv = valueAt(bytes, at)
    found.push(tlv)
    at += tlv.raw.length
  }
  return found
}

/** The one value with which some bytes begin. */
export function valueAt(bytes: Buffer, at = 0): Tlv {
  const [tag, length] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || length === undefined) throw new BadBer('It ends too soon')
  const more = length < 0x80 ? 0 : length & 0x7f
  if (length === 0x80 || more > 4 || at + 2 + more > bytes.length) throw new BadBer('A length that cannot be')
  const start = at + 2 + more
  const end = start + (more === 0 ? length : bytes.readUIntBE(at + 2, more))
  if (end > bytes.length) throw new BadBer('It ends too soon')
  return { tag, value: bytes.subarray(start, end), raw: bytes.subarray(at, end) }
}

/** The parts of a value that holds others, which must be of this tag and have at least so many. */
export function partsOf(tlv: Tlv | undefined, tag: number, least: number): Tlv[] {
  const parts = valuesIn(expected(tlv, tag))
  if (parts.length < least) throw new BadBer('Parts are missing')
  return parts
}

export function expected(tlv: Tlv | undefined, tag: number): Buffer {
  if (tlv?.tag !== tag) throw new BadBer(`Not what was expected: ${tlv?.tag} for ${tag}`)
  return tlv.value
}

/** A whole number with its sign. */
export function integerOf(tlv: Tlv | undefined, tag: number = tags.integer): number {
  const bytes = expected(tlv, tag)
  if (bytes.length < 1 || bytes.length > 5) throw new BadBer('A number that cannot be')
  return bytes.readIntBE(0, bytes.length)
}

/** A whole number that has no sign, however large. */
export const unsignedOf = (bytes: Buffer): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`))

export function oidOf(bytes: Buffer): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f)
    if (arc > 0xff_ff_ff_ff) throw new BadBer('An OID that cannot be')
    if (byte & 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const [first, ...rest] = arcs
  if (first === undefined) throw new BadBer('An OID of nothing')
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - root * 40, ...rest].join('.')
}

export function encoded(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  const { length } = value
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), value])
}

/** As few bytes as hold it with its sign. */
export function encodedInteger(value: number, tag: number = tags.integer): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeIntBE(value, 0, 6)
  let from = 0
  while (from < 5 && bytes[from] === ((bytes[from + 1] as number) & 0x80 ? 0xff : 0)) from += 1
  return encoded(tag, bytes.subarray(from))
}

export function encodedOid(oid: string): Buffer {
  const [root = 0, second = 0, ...rest] = oid.split('.').map(Number)
  return encoded(tags.oid, ...[root * 40 + second, ...rest].map(arc))
}

function arc(value: number): Buffer {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80)
  return Buffer.from(bytes)
}
