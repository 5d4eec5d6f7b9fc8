import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const authNames = ['none', 'sha', 'sha256', 'sha512'] as const
export const privNames = ['none', 'aes', 'aes256'] as const

/** A user of SNMP v3, and by what it is known (RFC 3414). */
export interface SnmpUser {
  readonly name: string
  /** The engine that it speaks from, in hex; any, where it names none. */
  readonly engine?: string | undefined
  readonly auth: (typeof authNames)[number]
  readonly authKey?: string | undefined
  readonly priv: (typeof privNames)[number]
  readonly privKey?: string | undefined
}

/** The hash, and how much of it goes with a message: RFC 3414, RFC 7860. */
const hashes = {
  sha: { hash: 'sha1', length: 12 },
  sha256: { hash: 'sha256', length: 24 },
  sha512: { hash: 'sha512', length: 48 },
} as const

type Auth = keyof typeof hashes

export const digestLength = (auth: SnmpUser['auth']): number => (auth === 'none' ? 0 : hashes[auth].length)

/** What proves a whole message, in which the place for it holds zeros. */
export function digestOf(message: Buffer, { auth, authKey }: SnmpUser, engine: Buffer): Buffer {
  const { hash, length } = hashes[auth as Auth]
  return createHmac(hash, localKey(auth as Auth, authKey ?? '', engine))
    .update(message)
    .digest()
    .subarray(0, length)
}

export function isProved(message: Buffer, said: Buffer, user: SnmpUser, engine: Buffer): boolean {
  const own = digestOf(message, user, engine)
  return own.length === said.length && timingSafeEqual(own, said)
}

/** When a message was written by its engine's own count, and what it was salted with. */
export interface Salted {
  readonly boots: number
  readonly time: number
  readonly salt: Buffer
}

/** AES in the mode of RFC 3826, of 128 or 256 bits. */
export function decrypted(bytes: Buffer, user: SnmpUser, engine: Buffer, salted: Salted): Buffer {
  const { cipher, key, iv } = cipherOf(user, engine, salted)
  const decipher = createDecipheriv(cipher, key, iv)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

export function encrypted(bytes: Buffer, user: SnmpUser, engine: Buffer, at: Omit<Salted, 'salt'>) {
  const salt = randomBytes(8)
  const { cipher, key, iv } = cipherOf(user, engine, { ...at, salt })
  const made = createCipheriv(cipher, key, iv)
  return { salt, bytes: Buffer.concat([made.update(bytes), made.final()]) }
}

function cipherOf({ auth, priv, authKey, privKey }: SnmpUser, engine: Buffer, { boots, time, salt }: Salted) {
  const length = priv === 'aes256' ? 32 : 16
  let key = localKey(auth as Auth, privKey || authKey || '', engine)
  // A hash that is too short for the key goes on with the hash of itself (draft-blumenthal-aes-usm-04), as Net-SNMP does.
  while (key.length < length)
    key = Buffer.concat([
      key,
      createHash(hashes[auth as Auth].hash)
        .update(key)
        .digest(),
    ])
  const iv = Buffer.alloc(16)
  iv.writeUInt32BE(boots, 0)
  iv.writeUInt32BE(time, 4)
  salt.copy(iv, 8)
  return { cipher: length === 32 ? 'aes-256-cfb' : 'aes-128-cfb', key: key.subarray(0, length), iv }
}

/** A pass phrase as the key of one engine alone. */
function localKey(auth: Auth, phrase: string, engine: Buffer): Buffer {
  const key = keyOf(auth, phrase)
  return createHash(hashes[auth].hash).update(key).update(engine).update(key).digest()
}

/** What takes long, a megabyte of the pass phrase, is done once for each. */
const keys = new Map<string, Buffer>()
const mostKeys = 1_000

function keyOf(auth: Auth, phrase: string): Buffer {
  const name = createHash('sha256').update(`${auth} ${phrase}`).digest('base64')
  const known = keys.get(name)
  if (known) return known
  if (keys.size >= mostKeys) keys.clear()
  const made = createHash(hashes[auth].hash)
    .update(Buffer.alloc(1_048_576, phrase || '\0', 'utf8'))
    .digest()
  keys.set(name, made)
  return made
}
