import { timingSafeEqual } from 'node:crypto'
import { BadBer, encoded, encodedInteger, encodedOid, expected, integerOf, partsOf, tags, valueAt } from './ber.ts'
import { type Pdu, pduOf, pduTags, type Trap, trapOf, trapOfV1 } from './trap.ts'
import { decrypted, digestLength, digestOf, encrypted, isProved, type SnmpUser } from './usm.ts'

/** By what senders are known: communities of v1 and v2c, users of v3. */
export interface SnmpAccess {
  readonly communities: readonly string[]
  readonly users: readonly SnmpUser[]
}

/** How far an engine has come: how often it began, and for how many seconds it has been on since. */
export interface EngineTime {
  readonly boots: number
  readonly time: number
}

/** What a receiver knows of engines, its own and others', at the instant when a message came. */
export interface Engines {
  /** Ours. */
  readonly id: Buffer
  readonly own: EngineTime
  /** What another's clock says by now, going by what it said before; undefined of one that was never heard. */
  timeOf(engine: string): EngineTime | undefined
  heard(engine: string, time: EngineTime): void
  /** How many messages were answered by this report; counts this one. */
  count(report: number): number
}

/** Why a message was not taken. */
export type Refused =
  | 'unreadable'
  | 'unknown-community'
  | 'unknown-user'
  | 'wrong-level'
  | 'wrong-key'
  | 'out-of-time'
  | 'undecipherable'
  | 'no-trap'

export type Heard =
  | { readonly is: 'trap'; readonly trap: Trap; readonly answer?: Answer }
  /** A question that comes before an inform: whose engine is here, and what is its time. */
  | { readonly is: 'question'; readonly answer: Buffer }
  | { readonly is: 'refused'; readonly why: Refused; readonly answer?: Buffer }

/** What an inform is acknowledged with, once it is stored; sent again, it has the same number. */
export interface Answer {
  readonly number: string
  readonly bytes: Buffer
}

const no = (why: Refused, answer?: Buffer): Heard => ({ is: 'refused', why, ...(answer && { answer }) })

/** Reads one datagram. Nothing that it holds makes it throw. */
export function receive(bytes: Buffer, access: SnmpAccess, engines: Engines): Heard {
  try {
    const version = integerOf(partsOf(valueAt(bytes), tags.sequence, 3)[0])
    if (version === 3) return receiveV3(bytes, access.users, engines)
    return version === 0 || version === 1 ? receiveByCommunity(bytes, version, access) : no('unreadable')
  } catch (error) {
    // Of what is damaged on its way, or made to be so, nothing is taken.
    if (error instanceof BadBer || error instanceof RangeError) return no('unreadable')
    throw error
  }
}

function receiveByCommunity(bytes: Buffer, version: 0 | 1, { communities }: SnmpAccess): Heard {
  const [head, name, body] = partsOf(valueAt(bytes), tags.sequence, 3)
  const said = expected(name, tags.octets)
  if (!communities.some((one) => isSame(Buffer.from(one), said))) return no('unknown-community')
  if (body?.tag === pduTags.trapV1 && version === 0) return { is: 'trap', trap: trapOfV1(body.raw) }
  if (version === 0 || (body?.tag !== pduTags.trap && body?.tag !== pduTags.inform)) return no('no-trap')
  const pdu = pduOf(body.raw)
  const trap = trapOf(pdu, '2c')
  if (pdu.tag === pduTags.trap) return { is: 'trap', trap }
  const answer = encoded(tags.sequence, head?.raw as Buffer, name?.raw as Buffer, response(pdu))
  return { is: 'trap', trap, answer: { number: `2c ${pdu.request}`, bytes: answer } }
}

const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)

const response = ({ request, variables }: Pdu): Buffer =>
  encoded(pduTags.response, encodedInteger(request), encodedInteger(0), encodedInteger(0), variables)

/** A message of v3 as it came, before anything of it is believed. */
interface Message {
  readonly whole: Buffer
  readonly id: number
  readonly isProved: boolean
  readonly isPrivate: boolean
  /** Whoever sent it waits for an answer. */
  readonly wantsAnswer: boolean
  readonly engine: Buffer
  readonly at: EngineTime
  readonly user: string
  readonly digest: Buffer
  readonly salt: Buffer
  /** What it says: in the open, or not. */
  readonly scoped: Buffer
}

function messageOf(whole: Buffer): Message {
  const [, head, security, data] = partsOf(valueAt(whole), tags.sequence, 4)
  const [id, , flags, model] = partsOf(head, tags.sequence, 4)
  const flag = expected(flags, tags.octets)[0] ?? 0
  if (integerOf(model) !== usm) throw new BadBer('Another security model')
  const [engine, boots, time, user, digest, salt] = partsOf(valueAt(expected(security, tags.octets)), tags.sequence, 6)
  return {
    whole,
    id: integerOf(id),
    isProved: (flag & flagBits.auth) !== 0,
    isPrivate: (flag & flagBits.priv) !== 0,
    wantsAnswer: (flag & flagBits.reportable) !== 0,
    engine: expected(engine, tags.octets),
    at: { boots: integerOf(boots), time: integerOf(time) },
    user: expected(user, tags.octets).toString('utf8'),
    digest: expected(digest, tags.octets),
    salt: expected(salt, tags.octets),
    scoped: flag & flagBits.priv ? expected(data, tags.octets) : ((data?.raw ?? Buffer.alloc(0)) as Buffer),
  }
}

const usm = 3
const flagBits = { auth: 1, priv: 2, reportable: 4 } as const
/** usmStats of RFC 3414, by their last number. */
const reports = { level: 1, time: 2, user: 3, engine: 4, digest: 5, decryption: 6 } as const
/** Seconds by which two clocks may be apart. */
const windowSeconds = 150
const mostBoots = 2_147_483_647

/** Goes the way of RFC 3414, 3.2: whose engine, which user, how proved, and when; then it is deciphered and read. */
function receiveV3(bytes: Buffer, users: readonly SnmpUser[], engines: Engines): Heard {
  const message = messageOf(bytes)
  const isOurs = message.engine.equals(engines.id)
  const told = (report: number, as?: SnmpUser) =>
    message.wantsAnswer ? reportTo(message, report, engines, as) : undefined
  if (!isOurs && message.wantsAnswer) {
    const answer = reportTo(message, reports.engine, engines)
    return { is: 'question', answer }
  }
  const engine = message.engine.toString('hex')
  const user = users.find(({ name, engine: only }) => name === message.user && (isOurs || !only || only === engine))
  if (!user) return no('unknown-user', told(reports.user))
  if (message.isProved !== (user.auth !== 'none') || message.isPrivate !== (user.priv !== 'none'))
    return no('wrong-level', told(reports.level))
  if (message.isProved) {
    if (!isProved(blanked(message), message.digest, user, message.engine)) return no('wrong-key', told(reports.digest))
    if (isOurs ? !isWithin(message.at, engines.own) : isPast(message.at, engines.timeOf(engine)))
      return isOurs && message.wantsAnswer
        ? { is: 'question', answer: reportTo(message, reports.time, engines, user) }
        : no('out-of-time')
    if (!isOurs) engines.heard(engine, message.at)
  }
  const scoped = openedBy(message, user)
  return scoped === null ? no('undecipherable', told(reports.decryption)) : taken(message, scoped, user, isOurs)
}

/** The message with zeros for what proves it. */
function blanked({ whole, digest }: Message): Buffer {
  const copy = Buffer.from(whole)
  copy.fill(0, digest.byteOffset - whole.byteOffset, digest.byteOffset - whole.byteOffset + digest.length)
  return copy
}

const isWithin = (said: EngineTime, own: EngineTime): boolean =>
  own.boots < mostBoots && said.boots === own.boots && Math.abs(said.time - own.time) <= windowSeconds

/** Said before, and sent again by whoever listened. */
const isPast = (said: EngineTime, known: EngineTime | undefined): boolean =>
  said.boots === mostBoots ||
  (known !== undefined &&
    (said.boots < known.boots || (said.boots === known.boots && said.time < known.time - windowSeconds)))

interface Scoped {
  readonly context: readonly Buffer[]
  readonly pdu: Pdu
}

function openedBy({ isPrivate, scoped, salt, at, engine }: Message, user: SnmpUser): Scoped | null {
  if (!isPrivate) return scopedOf(scoped)
  if (salt.length !== 8) return null
  try {
    return scopedOf(decrypted(scoped, user, engine, { ...at, salt }))
  } catch (error) {
    // By another key it is noise.
    if (error instanceof BadBer || error instanceof RangeError) return null
    throw error
  }
}

function scopedOf(bytes: Buffer): Scoped {
  const [engine, name, pdu] = partsOf(valueAt(bytes), tags.sequence, 3)
  return { context: [engine?.raw as Buffer, name?.raw as Buffer], pdu: pduOf(pdu?.raw as Buffer) }
}

function taken(message: Message, { context, pdu }: Scoped, user: SnmpUser, isOurs: boolean): Heard {
  if (pdu.tag !== pduTags.trap && pdu.tag !== pduTags.inform) return no('no-trap')
  const trap = trapOf(pdu, '3')
  if (pdu.tag === pduTags.trap) return { is: 'trap', trap }
  // Whoever wants an answer speaks to our engine by our clock.
  if (!isOurs) return no('no-trap')
  const said = encoded(tags.sequence, ...context, response(pdu))
  const bytes = written({ id: message.id, engine: message.engine, at: message.at, user }, said)
  return { is: 'trap', trap, answer: { number: `3 ${user.name} ${message.at.boots} ${pdu.request}`, bytes } }
}

interface Sending {
  readonly id: number
  readonly engine: Buffer
  readonly at: EngineTime
  /** Null: in the open, and as nobody in particular. */
  readonly user: SnmpUser | null
}

/** Whatever is wrong, by our own clock; that it is another time is proved to be ours. */
function reportTo(message: Message, report: number, engines: Engines, as: SnmpUser | null = null): Buffer {
  const count = encoded(
    tags.sequence,
    encodedOid(`1.3.6.1.6.3.15.1.1.${report}.0`),
    encodedInteger(engines.count(report), tags.counter32),
  )
  const pdu = encoded(
    pduTags.report,
    encodedInteger(requestOf(message)),
    encodedInteger(0),
    encodedInteger(0),
    encoded(tags.sequence, count),
  )
  const scoped = encoded(tags.sequence, encoded(tags.octets, engines.id), encoded(tags.octets), pdu)
  const user = as && { ...as, priv: 'none' as const }
  return written({ id: message.id, engine: engines.id, at: engines.own, user }, scoped)
}

/** Its number, where that stands in the open. */
function requestOf({ isPrivate, scoped }: Message): number {
  if (isPrivate) return 0
  try {
    return scopedOf(scoped).pdu.request
  } catch {
    return 0
  }
}

/** A message of ours: enciphered, then proved, as its user is. */
function written({ id, engine, at, user }: Sending, scoped: Buffer): Buffer {
  const isPrivate = user !== null && user.priv !== 'none'
  const secret = isPrivate ? encrypted(scoped, user, engine, at) : null
  const flags = (user && user.auth !== 'none' ? flagBits.auth : 0) | (isPrivate ? flagBits.priv : 0)
  const length = digestLength(user?.auth ?? 'none')
  const build = (digest: Buffer) =>
    encoded(
      tags.sequence,
      encodedInteger(3),
      encoded(
        tags.sequence,
        encodedInteger(id),
        encodedInteger(65_507),
        encoded(tags.octets, Buffer.from([flags])),
        encodedInteger(usm),
      ),
      encoded(
        tags.octets,
        encoded(
          tags.sequence,
          encoded(tags.octets, engine),
          encodedInteger(at.boots),
          encodedInteger(at.time),
          encoded(tags.octets, Buffer.from(user?.name ?? '')),
          encoded(tags.octets, digest),
          encoded(tags.octets, secret?.salt ?? Buffer.alloc(0)),
        ),
      ),
      secret ? encoded(tags.octets, secret.bytes) : scoped,
    )
  const blank = build(Buffer.alloc(length))
  return user === null || length === 0 ? blank : build(digestOf(blank, user, engine))
}
