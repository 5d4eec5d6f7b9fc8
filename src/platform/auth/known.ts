import type { Engine } from '../engine.ts'
import { digestOfToken, readSession, type SignedIn } from './session.ts'
import { readToken } from './token.ts'

const freshMs = 5_000
const most = 10_000

/**
 * Who is behind a session or token, remembered for seconds so that a busy screen does not ask the database each time.
 * Whatever may change the answer is told to every copy as it commits, and forgets everything: a person, role or post
 * that was written, a session or token that was ended.
 */
export interface Known {
  bySession(secret: string): Promise<SignedIn | null>
  byToken(secret: string): Promise<SignedIn | null>
}

export function rememberKnown(engine: Engine): Known {
  const remembered = new Map<string, { who: SignedIn; until: number }>()
  let forgotten = 0
  const forget = () => {
    forgotten++
    remembered.clear()
  }
  engine.events.on('record', ({ record }) => {
    if (engine.directory.rests.includes(record)) forget()
  })
  engine.events.on('sign-in', forget)
  engine.events.onGap(forget)

  async function recall(kind: string, secret: string, read: typeof readSession): Promise<SignedIn | null> {
    const key = `${kind}${digestOfToken(secret).toString('base64')}`
    const now = Date.parse(engine.clock.now())
    const found = remembered.get(key)
    if (found && now < found.until && now > found.until - 2 * freshMs) return found.who
    const before = forgotten
    const who = await read(engine, secret)
    if (remembered.size >= most) forget()
    // What was read before something changed must not be remembered after it.
    if (who && before === forgotten) remembered.set(key, { who, until: now + freshMs })
    else remembered.delete(key)
    return who
  }
  return {
    bySession: (secret) => recall('session ', secret, readSession),
    byToken: (secret) => recall('token ', secret, readToken),
  }
}
