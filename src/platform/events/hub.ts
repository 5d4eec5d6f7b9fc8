import pg from 'pg'
import type { Logger } from 'pino'
import { becomeCopy, holdCopy } from '../copies.ts'
import { connection } from '../db/pool.ts'

/** A record was written: told to every copy at commit. Without an id, so many were written at once that all may have been. */
export interface RecordEvent {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly verb: string
}

export interface EventHub {
  /** This copy's number. */
  readonly copy: number
  /** Hears every message of a topic; `record` carries a RecordEvent. Returns what ends it. */
  on<T = RecordEvent>(topic: string, hear: (payload: T) => void): () => void
  /** Hears when messages may have been lost (the connection broke and is back): look at everything again. */
  onGap(hear: () => void): () => void
  close(): Promise<void>
}

/**
 * The one connection on which this copy listens and by which it counts as alive. It reconnects by itself and then
 * says so, because what was told in between is lost.
 */
export async function openHub(url: string, log: Logger): Promise<EventHub> {
  const topics = new Map<string, Set<(payload: never) => void>>()
  const gaps = new Set<() => void>()
  let closed = false
  let copy = 0
  let client = await connect(async (made) => {
    copy = await becomeCopy(made)
  })

  // One that never came about is tried again by whoever wanted it; only one that stood is missed when it ends.
  async function connect(begin: (made: pg.Client) => Promise<void>): Promise<pg.Client> {
    const made = new pg.Client(connection(url))
    made.on('notification', ({ payload = '' }) => hear(payload))
    made.on('error', (error) => log.warn({ error: error.message }, 'the listening connection broke'))
    try {
      await made.connect()
      await made.query('listen touchstone')
      await begin(made)
    } catch (error) {
      await made.end().catch(() => {})
      throw error
    }
    made.on('end', () => void reconnect())
    return made
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !closed; wait = Math.min(wait * 2, 5000)) {
      try {
        client = await connect((made) => holdCopy(made, copy))
        for (const tell of gaps) tell()
        return
      } catch (error) {
        log.warn({ error: (error as Error).message }, 'cannot listen yet')
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  function hear(message: string): void {
    const cut = message.indexOf(' ')
    const listeners = topics.get(message.slice(0, cut))
    if (!listeners?.size) return
    const payload = JSON.parse(message.slice(cut + 1)) as never
    for (const listener of listeners) listener(payload)
  }

  return {
    copy,
    on(topic, listener) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(listener as never))
      return () => listeners.delete(listener as never)
    },
    onGap(listener) {
      gaps.add(listener)
      return () => gaps.delete(listener)
    },
    async close() {
      closed = true
      await client.end()
    },
  }
}
