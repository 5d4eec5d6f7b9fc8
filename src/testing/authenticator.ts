import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = Readonly<Record<string, unknown>> & { readonly challenge: string }

/** A device with a passkey in it, as a browser hands its answers on (WebAuthn level 2, ES256, no attestation). */
export interface Authenticator {
  /** Answers the options to add a passkey. */
  create(options: Options): object
  /** Answers a challenge; each answer counts one up. */
  get(options: Options, more?: { verified?: boolean; origin?: string; counter?: number }): object
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const present = 0x01
const verified = 0x04
const attested = 0x40

export function authenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  const host = new URL(origin).hostname
  const head = (flags: number, count: number) => {
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags)
    rest.writeUInt32BE(count, 1)
    return Buffer.concat([sha256(host), rest])
  }
  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }))
  const answer = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  })

  return {
    create({ challenge }) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const key = coseOf(publicKey.export({ format: 'jwk' }) as { x: string; y: string })
      const data = Buffer.concat([head(present | verified | attested, 0), Buffer.alloc(16), length, id, key])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, origin),
        attestationObject: unattested(data),
      })
    },
    get({ challenge }, more = {}) {
      counter = more.counter ?? counter + 1
      const data = head(more.verified === false ? present : present | verified, counter)
      const client = clientData('webauthn.get', challenge, more.origin ?? origin)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return answer({ clientDataJSON: client, authenticatorData: data, signature })
    },
  }
}

/** RFC 9053: `{1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}` in CBOR. */
const coseOf = ({ x, y }: { x: string; y: string }): Buffer =>
  Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])

/** `{fmt: 'none', attStmt: {}, authData}` in CBOR. */
function unattested(data: Buffer): Buffer {
  const length = Buffer.from([0x58, data.length])
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0', 'hex'),
    Buffer.from('686175746844617461', 'hex'),
    length,
    data,
  ])
}
