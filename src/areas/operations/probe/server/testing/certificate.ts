/** For tests: certificates made on the spot, so that no private key lies in the repository. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

interface Made extends Certificate {
  readonly name: Buffer
  readonly privateKey: KeyObject
}

/** A fresh P-256 key and its self-signed certificate for `localhost` (RFC 5280), valid 2020 to 2049, in PEM. */
export const selfSigned = (): Certificate => certificate({ name: 'localhost' })

/** An authority that may issue others. */
export const authority = (name: string): Made => certificate({ name, more: mayIssue() })

/** A certificate for a DNS name, ending at `until`, issued by an authority or by itself. */
export const issued = (name: string, until: Date, by?: Made): Made =>
  certificate({ name, until, by, more: sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name))))) })

const mayIssue = () => sequence(oid('551d13'), Buffer.from('0101ff040530030101ff', 'hex'))

function certificate({ name: called, until = new Date('2049-12-31'), by, more }: Wanted): Made {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid('2a8648ce3d040302')) // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(called)))))
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from(utcTime(until))))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([by ? 2 : 1])),
    algorithm,
    by?.name ?? name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(more ? [der(0xa3, sequence(more))] : []),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, by?.privateKey ?? privateKey))
  const lines = sequence(body, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)!
  return {
    name,
    privateKey,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

interface Wanted {
  readonly name: string
  readonly until?: Date
  readonly by?: Made | undefined
  /** Extensions. */
  readonly more?: Buffer
}

const utcTime = (date: Date) => `${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)

/** One ASN.1 element in DER: tag, length, content (below 64 KiB). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
