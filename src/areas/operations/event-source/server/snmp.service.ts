import { createHash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { type Heard, type Refused, receive, type SnmpAccess } from '../../../../platform/snmp/receive.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { Words } from '../../../../record/words.ts'
import type { SnmpSettings } from '../event-source.settings.ts'
import { type KeptTrap, noticesOfTraps } from '../snmp.rules.ts'
import { trapAddress, trapPort } from '../snmp.settings.ts'
import { deliver, heard, refused } from './deliver.ts'
import { beginEngine } from './engines.ts'
import { type Known, knownSenders, listener, makeInbox } from './inbox.ts'
import { accessOf } from './snmp.access.ts'
import { plain } from './syslog.listen.ts'

/** Whoever sends an inform waits a second for its answer. */
const turnMs = 200
/** An inform that was stored and comes again, for its answer was lost, is answered again and not taken. */
const rememberMs = 150_000

interface Arrived {
  readonly from: string
  readonly port: number
  readonly at: number
  readonly bytes: Buffer
}

type Begun = Awaited<ReturnType<typeof beginEngine>>

/** Listens for SNMP traps and informs where the settings say. An inform is answered once what it says is stored. */
export const snmpService: Service = async (engine) => {
  const inbox = makeInbox<Arrived>()
  const place = listener(engine, 'SNMP traps')
  const stored = makeMemory()
  let socket: Socket | null = null
  let begun: Begun | null = null
  const answer = (to: Arrived, bytes: Buffer) => {
    try {
      socket?.send(bytes, to.port, to.from)
    } catch {
      // It was closed meanwhile: they ask again.
    }
  }
  const take = () =>
    inbox.take(async (messages, lost) => {
      if (messages.length > 0 && begun) await takeMessages({ engine, begun, stored, answer }, messages, lost)
    })
  const turns = rhythm(turnMs, engine.log, async () => {
    const [host, port] = [engine.settings.get(trapAddress), engine.settings.get(trapPort)]
    await place.keep(port === 0 ? '' : `${host} ${port}`, async () => {
      begun = await beginEngine(engine)
      const opened = await openedAt(host, port, (one) => inbox.put({ ...one, at: Date.parse(engine.clock.now()) }))
      socket = opened
      return { stop: () => new Promise<void>((resolve) => opened.close(() => resolve())) }
    })
    await take()
  })
  return {
    async stop() {
      await turns.stop()
      await take()
      await place.stop()
    },
  }
}

async function openedAt(host: string, port: number, put: (message: Omit<Arrived, 'at'>) => void): Promise<Socket> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  socket.on('message', (bytes, sender) => put({ from: plain(sender.address), port: sender.port, bytes }))
  socket.bind(port, host)
  await once(socket, 'listening')
  socket.on('error', () => {})
  return socket
}

/** Informs that were stored, for as long as they may be said again. */
function makeMemory() {
  const known = new Map<string, { readonly at: number; readonly bytes: Buffer }>()
  return {
    get: (name: string): Buffer | undefined => known.get(name)?.bytes,
    put(name: string, bytes: Buffer, now: number): void {
      for (const [old, { at }] of known) {
        if (at > now - rememberMs) break
        known.delete(old)
      }
      known.set(name, { at: now, bytes })
    },
  }
}

interface Taking {
  readonly engine: Engine
  readonly begun: Begun
  readonly stored: ReturnType<typeof makeMemory>
  answer(to: Arrived, bytes: Buffer): void
}

interface Sender extends Known {
  readonly access: SnmpAccess
  readonly traps: KeptTrap[]
  /** What is to be answered once all is stored. */
  readonly informs: { readonly of: Arrived; readonly name: string; readonly bytes: Buffer }[]
  readonly refusals: { readonly from: string; readonly why: Refused }[]
}

async function takeMessages(taking: Taking, messages: readonly Arrived[], lost: number): Promise<void> {
  const { engine, begun } = taking
  const sources = await sendersOf(engine)
  const strangers = new Set<string>()
  for (const message of messages) {
    const known = sources.filter(({ knows }) => knows(message.from))
    if (known.length === 0) strangers.add(message.from)
    else sort(taking, message, known)
  }
  if (strangers.size > 0)
    engine.log.warn({ from: [...strangers].slice(0, 20) }, 'SNMP traps came from where no source is')
  if (lost > 0) engine.log.error({ lost }, 'SNMP traps came faster than they could be taken')
  for (const source of sources) await takeFrom(taking, source)
  await begun.keep()
}

async function sendersOf(engine: Engine): Promise<Sender[]> {
  const known = await knownSenders(engine, 'snmp')
  return Promise.all(
    known.map(async (one) => ({
      ...one,
      access: await accessOf(engine.db, one.row.id),
      traps: [],
      informs: [],
      refusals: [],
    })),
  )
}

/** To the first source that can read it; what none can is the first one's to refuse. */
function sort(taking: Taking, message: Arrived, known: readonly Sender[]): void {
  const engines = taking.begun.at(message.at)
  const heard = known.map((source) => ({ source, said: receive(message.bytes, source.access, engines) }))
  const { source, said } = heard.find((one) => one.said.is !== 'refused') ?? (heard[0] as (typeof heard)[number])
  if (said.is === 'refused') source.refusals.push({ from: message.from, why: said.why })
  if (said.is === 'trap') put(taking, message, source, said)
  else if (said.answer) taking.answer(message, said.answer)
}

function put({ stored, answer }: Taking, of: Arrived, { traps, informs }: Sender, said: Said): void {
  const trap = { from: of.from, ...said.trap, variables: [...said.trap.variables] }
  if (!said.answer) {
    traps.push(trap)
    return
  }
  const { number, bytes } = said.answer
  // By what it says too: a device that begins anew counts from one again.
  const digest = createHash('sha256').update(JSON.stringify(trap)).digest('base64')
  const name = [of.from, of.port, number, digest].join(' ')
  const before = stored.get(name)
  if (before) {
    answer(of, before)
    return
  }
  if (!informs.some((one) => one.name === name)) traps.push(trap)
  informs.push({ of, name, bytes })
}

type Said = Extract<Heard, { is: 'trap' }>

async function takeFrom({ engine, stored, answer }: Taking, source: Sender): Promise<void> {
  const { row, traps, informs, refusals } = source
  if (refusals.length > 0)
    await refused(
      engine,
      row.id,
      [...new Set(refusals.map(({ from }) => from))].join('\n'),
      reasonsOf(refusals),
      refusals.length,
    )
  if (traps.length > 0 && !(await store(engine, source))) return
  for (const { of, name, bytes } of informs) {
    stored.put(name, bytes, of.at)
    answer(of, bytes)
  }
}

/** False where the source takes nothing now: then nobody hears that it was stored. */
async function store(engine: Engine, { row, traps }: Sender): Promise<boolean> {
  const read = (some: readonly KeptTrap[]) => noticesOfTraps(some, row.settings as SnmpSettings, row.componentFrom)
  const told = traps.filter((trap) => read([trap]).length > 0)
  if (row.state === 'in-use' && told.length === 0) {
    await heard(engine, row.id)
    return true
  }
  try {
    await deliver(engine, row, told.map((trap) => JSON.stringify(trap)).join('\n'), () => read(told))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const reasonsOf = (refusals: Sender['refusals']): Words[] =>
  [...new Set(refusals.map(({ why }) => why))].map((why) => whyWords[why])

const whyWords: Readonly<Record<Refused, Words>> = {
  unreadable: ['不是完整的 SNMP 报文。', 'This is no whole message of SNMP.'],
  'unknown-community': ['没有这个团体名。', 'No such community.'],
  'unknown-user': ['没有这个用户,或不是它的引擎 ID。', 'No such user, or not by its engine id.'],
  'wrong-level': ['安全级别与该用户所设不符。', 'Not at the security level of this user.'],
  'wrong-key': ['认证口令不符。', 'Not by the authentication pass phrase of this user.'],
  'out-of-time': ['不在时间窗口内,可能是重放。', 'Outside the time window: it may have been said before.'],
  undecipherable: ['无法解密。', 'It cannot be deciphered.'],
  'no-trap': ['既不是 Trap,也不是 Inform。', 'Neither a trap nor an inform.'],
}
