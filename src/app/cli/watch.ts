import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { rhythm } from '../../platform/jobs/rhythm.ts'
import type { Sender } from '../../platform/outgoing/sender.ts'
import { senders } from '../../platform/outgoing/senders.ts'
import { outgoingSchema } from '../../record/outgoing.ts'
import type { Words } from '../../record/words.ts'
import type { Config } from '../config.ts'
import { untilStopped } from './until-stopped.ts'
import { atFirst, type Looked, look, sayingOf } from './watch.rules.ts'

/** Longest that the server may take to say how it is, milliseconds. */
const limitMs = 10_000
/** Parts that are dead when they are bad; a nearly full disk is for the doctor. */
const vital: ReadonlySet<string> = new Set(['database', 'evaluators', 'jobs', 'messages', 'seals'])

/** How it is told: a way out of the house by which the house itself need not go. */
const channelSchema = z.strictObject({
  settings: outgoingSchema,
  secret: z.string().nullable().default(null),
  to: z.string().default(''),
})
type Channel = z.output<typeof channelSchema>

/**
 * `touchstone watch ADDRESS [--every 15] [--after 3] [--by FILE] [--once]`: looks at a server from outside. It needs no database, no data
 * folder and no sign-in. With `--once` it looks once and answers 0, or 2 where something is dead, as cron and Nagios want it.
 */
export async function runWatch(_config: Config, argv: readonly string[]): Promise<number | undefined> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      every: { type: 'string', default: '15' },
      after: { type: 'string', default: '3' },
      by: { type: 'string' },
      once: { type: 'boolean', default: false },
    },
  })
  const server = (positionals[0] ?? '').replace(/\/+$/, '')
  if (!URL.canParse(server)) throw new Error('Say which server: touchstone watch http://127.0.0.1:7300')
  const [every, after] = [secondsOf(values.every, '--every'), secondsOf(values.after, '--after')]
  const channel = values.by === undefined ? null : await channelOf(values.by)
  if (values.once) {
    const dead = await looked(server)
    say(sayingOf(server, dead))
    if (dead.length > 0 && channel) await send(channel, sayingOf(server, dead))
    return dead.length === 0 ? 0 : 2
  }
  return untilStopped(async () => watchServer({ server, everyMs: every * 1_000, after, channel }))
}

interface Watch {
  readonly server: string
  readonly everyMs: number
  readonly after: number
  readonly channel: Channel | null
}

/** Looks again and again; what could not be told is told at the next look. */
function watchServer({ server, everyMs, after, channel }: Watch): { stop(): Promise<void> } {
  let watching = atFirst
  const log = { error: (about: { err?: unknown }) => console.error(String(about.err)) } as Parameters<typeof rhythm>[1]
  return rhythm(everyMs, log, async () => {
    const dead = await looked(server)
    const { now, tell } = look(watching, dead, after)
    if (tell) {
      say(sayingOf(server, dead))
      if (channel) await send(channel, sayingOf(server, dead))
    }
    watching = now
  })
}

const partsSchema = z.object({ parts: z.array(z.object({ code: z.string(), level: z.string() })) })

/** What is dead. One that does not answer is dead whole; one that cannot reach its database says so. */
async function looked(server: string): Promise<Looked> {
  try {
    const health = await fetch(`${server}/api/health`, { signal: AbortSignal.timeout(limitMs) })
    if (health.status === 503) return ['database']
    if (!health.ok) return ['server']
    const answer = await fetch(`${server}/api/health/parts`, { signal: AbortSignal.timeout(limitMs) })
    if (!answer.ok) return ['server']
    const { parts } = partsSchema.parse(await answer.json())
    return parts.filter(({ code, level }) => level === 'bad' && vital.has(code)).map(({ code }) => code)
  } catch {
    // Whatever it is that keeps it from answering rightly.
    return ['server']
  }
}

async function channelOf(file: string): Promise<Channel> {
  const read = channelSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!read.success) throw new Error(`${file} does not say how to tell: ${z.prettifyError(read.error)}`)
  return read.data
}

async function send({ settings, secret, to }: Channel, [zh, en]: Words): Promise<void> {
  const sender = senders[settings.is] as Sender
  const letter = { id: randomUUID(), to, lang: 'zh', subject: zh, text: `${zh}\n${en}`, link: null } as const
  await sender.send({ settings, secret }, { ...letter, event: null, thread: [], replyTo: null }, limitMs)
}

function secondsOf(given: string, name: string): number {
  const seconds = Number(given)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3_600) throw new Error(`${name} must be 1 to 3600`)
  return seconds
}

const say = ([zh, en]: Words): void => console.log(`${zh} · ${en}`)
