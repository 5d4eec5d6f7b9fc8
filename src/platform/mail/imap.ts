import { ImapFlow } from 'imapflow'
import { mostMailBytes } from './parse.ts'

/** A folder of an IMAP server, and what becomes of a mail there once it is ours. */
export interface ImapPlace {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly folder: string
  /** A folder it is moved to; without one it is marked as seen. */
  readonly moveTo?: string | undefined
}

/** One mail that nobody has seen. */
export interface Fetched {
  /** Its name on that server, for good: RFC 3501's UIDVALIDITY and UID. */
  readonly uid: string
  /** When it came in there, UTC. */
  readonly at: string | null
  /** Null where it has too many bytes to be fetched. */
  readonly raw: Buffer | null
  readonly size: number
}

/** How a folder could not be read, in the server's own words. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

const mostAtOnce = 50

/**
 * Hands over what is unseen, one by one, at most fifty; each is marked or moved only after `take` has it, so that a crash loses nothing. Where
 * `take` throws, that one stays as it is and the rest go on. Throws `Unreachable`.
 */
export async function fetchUnseen(
  place: ImapPlace,
  password: string,
  timeoutMs: number,
  take: (mail: Fetched) => Promise<void>,
  failed: (uid: string, error: unknown) => void,
): Promise<void> {
  const client = new ImapFlow({
    host: place.host,
    port: place.port,
    secure: place.security === 'tls',
    // Without encryption only where it says so: a server that offers none gets no password.
    doSTARTTLS: place.security === 'starttls',
    auth: { user: place.user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    maxLiteralSize: mostMailBytes + 1024 ** 2,
    maxResponseSize: mostMailBytes + 2 * 1024 ** 2,
  })
  // What breaks the connection also breaks whatever waits for it; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await reaching(client.connect())
    const box = await reaching(client.mailboxOpen(place.folder))
    const unseen = await reaching(client.search({ seen: false }, { uid: true }))
    for (const uid of (Array.isArray(unseen) ? unseen : []).slice(0, mostAtOnce)) {
      const name = `${box.uidValidity}:${uid}`
      const mail = await reaching(fetchOne(client, uid, name))
      if (!mail) continue
      try {
        await take(mail)
      } catch (error) {
        failed(name, error)
        continue
      }
      await reaching(settle(client, place, uid))
    }
    await reaching(client.logout())
  } finally {
    client.close()
  }
}

async function fetchOne(client: ImapFlow, uid: number, name: string): Promise<Fetched | null> {
  const known = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true })
  // Somebody took it away in between.
  if (!known) return null
  const size = known.size ?? 0
  const fetched = size > mostMailBytes ? null : await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (fetched === false) return null
  const at = known.internalDate === undefined ? null : new Date(known.internalDate)
  return {
    uid: name,
    at: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
    raw: fetched?.source ?? null,
    size,
  }
}

async function settle(client: ImapFlow, { moveTo }: ImapPlace, uid: number): Promise<void> {
  const seen = await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  if (!seen) throw new Error('The mail could not be marked as seen')
  if (moveTo && !(await client.messageMove(String(uid), moveTo, { uid: true })))
    throw new Error(`The mail could not be moved to ${moveTo}`)
}

/** Whatever the package throws is a fault of the way or of the other side. */
async function reaching<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new Unreachable(wordsOf(error), { cause: error })
  }
}

function wordsOf(error: unknown): string {
  const { message, responseText, code } = error as { message?: string; responseText?: string; code?: string }
  return [code, responseText ?? message].filter(Boolean).join(': ').slice(0, 300) || 'failed'
}
