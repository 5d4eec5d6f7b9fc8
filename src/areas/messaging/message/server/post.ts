import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Service } from '../../../../platform/area.ts'
import { keptConnection } from '../../../../platform/db/kept.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { type Letter, type Sender, Undelivered } from '../../../../platform/outgoing/sender.ts'
import { senders } from '../../../../platform/outgoing/senders.ts'
import { secretOf } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { OutgoingKind, OutgoingSettings } from '../../../../record/outgoing.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import { say } from '../../../../record/words.ts'
import { digestSubject } from '../../headline.words.ts'
import { replyAddresses } from '../../mailbox/server/reply.ts'
import { addressesOf, reachesBy, waysOf } from '../../server/receivers.ts'
import type {} from '../../server/tables.ts'
import { message } from '../message.record.ts'
import { planOf } from '../plan.rules.ts'
import { type Queued, queueMessages } from './queue.ts'

const turnMs = 1_000
/** How long the other side may take. */
const timeoutMs = 15_000
const atOnce = 500
/** Before the second try, the third, and each after that. */
const backoff = [10_000, 60_000, 300_000, 1_800_000]

/** Takes what is due out of the house, once a second. Of several copies one at a time has a channel in hand. */
export const postService: Service = async (engine) => {
  const locks = keptConnection(engine.url, ({ message }) =>
    engine.log.warn({ error: message }, 'the post lost its connection'),
  )
  const turns = rhythm(turnMs, engine.log, async () => turn(engine, await locks.get()))
  return {
    async stop() {
      await turns.stop()
      await locks.end()
    },
  }
}

/** One turn: every channel with something due, each under its lock. `client` holds the locks. */
export async function turn(engine: Engine, client: pg.Client): Promise<void> {
  const due = await engine.db
    .selectFrom('message')
    .select('channel')
    .distinct()
    .where('state', '=', 'waiting')
    .where('due', '<=', engine.clock.now())
    .execute()
  await Promise.all(
    due.map(async ({ channel }) => {
      if (!(await locked(client, channel))) return
      try {
        await serve(engine, channel)
      } finally {
        await client.query('select pg_advisory_unlock($1, $2)', lockOf(channel))
      }
    }),
  )
}

/** Not that of the copies or of their shards. */
const lockClass = 7_303

const lockOf = (channel: string): [number, number] => [
  lockClass,
  createHash('sha256').update(channel).digest().readInt32BE(0),
]

async function locked(client: pg.Client, channel: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as got', lockOf(channel))
  return rows[0].got
}

/** A channel as the post uses it. */
interface Line {
  readonly id: string
  readonly kind: OutgoingKind
  readonly settings: OutgoingSettings
  readonly secret: string | null
  readonly state: string
  readonly tries: number
  readonly fallback: string | null
  /** Where an answer about a kind of record arrives. */
  readonly answersTo: (record: string | null) => string | null
}

async function serve(engine: Engine, id: string): Promise<void> {
  const { db, clock } = engine
  const channel = await db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const line: Line = {
    ...channel,
    kind: channel.settings.is,
    secret: await secretOf(db, 'channel', id),
    answersTo: await replyAddresses(db),
  }
  const now = msOf(clock.now())
  const waiting = await db
    .selectFrom('message')
    .selectAll()
    .where('channel', '=', id)
    .where('state', '=', 'waiting')
    .where('due', '<=', clock.now())
    .orderBy('due')
    .orderBy('id')
    .limit(atOnce)
    .execute()
  const used = await db
    .selectFrom('channelSend')
    .select('at')
    .where('channel', '=', id)
    .where('at', '>', instantAt(now - 60_000))
    .orderBy('at')
    .execute()
  const due = waiting.map((row) => ({
    ...row,
    to: row.address,
    held: row.due > row.createdAt && row.attempts === 0,
    tried: row.attempts > 0 || row.insteadOf !== null || row.why === 'digest',
  }))
  const perMinute = channel.perMinute ?? senders[line.kind].perMinute
  for (const bundle of planOf(
    due,
    used.map(({ at }) => msOf(at)),
    perMinute,
    now,
  ).out)
    await deliver(engine, line, bundle.length === 1 ? (bundle[0] as Queued) : await bound(engine, bundle))
}

/** Several messages for one receiver become one that carries them. */
function bound(engine: Engine, bundle: readonly Queued[]): Promise<Queued> {
  return engine.inTx(asSystem('notify'), async (tx) => {
    const first = bundle[0] as Queued
    const [digest] = await queueMessages(tx, [
      {
        channel: first.channel,
        address: first.address,
        lang: first.lang,
        why: 'digest',
        ...(first.person && { person: first.person }),
        subject: say(digestSubject(bundle.length), first.lang),
        text: listOf(bundle),
        urgent: bundle.some(({ urgent }) => urgent),
      },
    ])
    for (const one of bundle) await tx.act(message, one.id, 'carry', { carriedBy: digest?.id } as never)
    return digest as Queued
  })
}

/** So many are named; of the rest there is the number. */
const mostListed = 50

function listOf(bundle: readonly Queued[]): string {
  const lines = bundle
    .slice(0, mostListed)
    .map(({ subject, link }) => (link ? `- ${subject}\n  ${link}` : `- ${subject}`))
  const more = bundle.length - mostListed
  return [...lines, ...(more > 0 ? [`… +${more}`] : [])].join('\n')
}

/** Hands one message over, and keeps what came of it. */
async function deliver(engine: Engine, line: Line, one: Queued): Promise<void> {
  const { db, clock } = engine
  await db.insertInto('channelSend').values({ channel: line.id, at: clock.now() }).execute()
  try {
    if (line.state !== 'in-use') throw new Undelivered('stopped', false)
    const sender = senders[line.kind] as unknown as Sender<never>
    const to = { settings: line.settings, secret: line.secret } as never
    const messageId = await sender.send(to, letterOf(one, line, sender), timeoutMs)
    await engine.inTx(asSystem('notify'), async (tx) => {
      await tx.act(message, one.id, 'send', {
        sentAt: tx.now,
        messageId,
        attempts: one.attempts + 1,
        error: null,
      })
    })
  } catch (error) {
    if (!(error instanceof Undelivered)) throw error
    await engine.inTx(asSystem('notify'), (tx) => missed(tx, line, one, error))
  }
}

const letterOf = (one: Queued, { answersTo }: Line, { reaches }: Sender<never>): Letter => ({
  id: one.id,
  to: reaches === null ? '' : one.address,
  lang: one.lang,
  subject: one.subject,
  text: one.text,
  link: one.link,
  event: one.event,
  // Whatever is about one record makes one thread.
  thread: one.recordId === null ? [] : [`<${one.recordId}@touchstone>`],
  replyTo: one.recordId === null ? null : answersTo(one.record),
})

/** It is tried again later, or given up; then it goes on by the way the channel falls back to. */
async function missed(tx: Tx, line: Line, one: Queued, why: Undelivered): Promise<void> {
  const attempts = one.attempts + 1
  const error = why.message.slice(0, 500) || 'failed'
  if (why.again && attempts < line.tries) {
    const wait = backoff[Math.min(attempts, backoff.length) - 1] as number
    await tx.update(message, one.id, { attempts, error, due: instantAt(msOf(tx.now) + wait) } as never)
    return
  }
  await tx.act(message, one.id, 'give-up', { attempts, error } as never)
  const next = await nextWay(tx, line, one)
  if (!next) return
  const { channel, lang, subject, text, link, event, urgent } = one
  await queueMessages(tx, [
    {
      ...{ lang, subject, text, link, event, urgent, why: one.why },
      channel: next.id,
      address: next.address,
      insteadOf: one.id,
      source: `${one.id}:instead-of:${channel}`,
      ...(one.person && { person: one.person }),
      ...(one.record && one.recordId && { about: { record: one.record, id: one.recordId } }),
    },
  ])
}

/** The first way down the line of fallbacks that is in use and reaches the same receiver. */
async function nextWay(tx: Tx, line: Line, one: Queued): Promise<{ id: string; address: string } | null> {
  const ways = await waysOf(tx.db)
  const addresses = one.person ? (await addressesOf(tx.db, tx.directory, [one.person])).get(one.person) : undefined
  const seen = new Set([line.id])
  for (let id = line.fallback; id !== null && !seen.has(id); ) {
    seen.add(id)
    const way = ways.find((known) => known.id === id)
    if (!way) return null
    const by = reachesBy(way)
    const address = by === null ? way.name : addresses?.[by]
    if (way.state === 'in-use' && address && (by !== null || one.person === null)) return { id: way.id, address }
    id = way.fallback
  }
  return null
}
