import { connect, type Socket } from 'node:net'
import type { FixSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut } from './check.ts'
import { type Field, NotFix, taken, timestamp, written } from './fix-message.rules.ts'
import { paced } from './pace.ts'

/** Types of messages (tag 35). */
const type = { heartbeat: '0', testRequest: '1', reject: '3', logout: '5', logon: 'A' } as const
/** The id of the test request that its heartbeat brings back. */
const testId = 'touchstone'

/**
 * Logs on to a FIX 4.4 acceptor, has it answer a test request, and logs out; the value is how long that answer took, milliseconds.
 * Name and password come from the server's environment, `user:password` under the name of a target.
 */
export async function fixCheck(settings: FixSettings, context: CheckContext): Promise<Finding> {
  const login = settings.login === undefined ? '' : await context.target(settings.login)
  if (login === null) return down('unknown target')
  return new Promise((resolve) => {
    let finding = timedOut
    const socket = connect({ host: settings.host, port: settings.port }).setEncoding('latin1').setNoDelay(true)
    const say = speaker(socket, settings, context.now)
    const end = (found: Finding) => {
      finding = found
      socket.destroy()
    }
    context.signal.addEventListener('abort', () => socket.destroy(), { once: true })
    socket.once('connect', () => say(type.logon, logon(settings, login)))
    const hear = listener(settings, say, end)
    socket.on('data', (text: string) => {
      try {
        hear(text)
      } catch (error) {
        if (!(error instanceof NotFix)) throw error
        end(down(error.message))
      }
    })
    socket.once('end', () => end(down('hung up')))
    socket.once('error', (error) => end(down(noteOf(error))))
    socket.once('close', () => resolve(finding))
  })
}

type Say = (type: string, more?: readonly Field[]) => void

/** Numbers and sends messages; `began` is milliseconds since 1970. */
function speaker(socket: Socket, { sender, target }: FixSettings, began: number): Say {
  const start = performance.now()
  let sequence = 0
  return (type, more = []) => {
    sequence++
    const time = timestamp(began + performance.now() - start)
    const head: Field[] = [
      [35, type],
      [49, sender],
      [56, target],
      [34, String(sequence)],
      [52, time],
    ]
    socket.write(written([...head, ...more]), 'latin1')
  }
}

const logon = ({ resetSequence }: FixSettings, login: string): Field[] => {
  const [user, ...password] = login.split(':')
  return [
    [98, '0'], // not encrypted
    [108, '30'],
    ...(resetSequence ? [[141, 'Y'] as const] : []),
    ...(user ? [[553, user] as const, [554, password.join(':')] as const] : []),
  ]
}

/** Hears the acceptor out, and ends with what is to be said of it. */
function listener(settings: FixSettings, say: Say, end: (found: Finding) => void): (text: string) => void {
  let received = ''
  let askedAt = Number.NaN
  const answer = (fields: ReadonlyMap<number, string>) => {
    switch (fields.get(35)) {
      case type.logon:
        askedAt = performance.now()
        return say(type.testRequest, [[112, testId]])
      case type.testRequest:
        return say(type.heartbeat, [[112, fields.get(112) ?? '']])
      case type.heartbeat: {
        if (fields.get(112) !== testId) return
        say(type.logout)
        return end(paced(settings, performance.now() - askedAt))
      }
      case type.logout:
        return end(down(`logout: ${fields.get(58) ?? ''}`.slice(0, 100)))
      case type.reject:
        return end(down(`reject: ${fields.get(58) ?? ''}`.slice(0, 100)))
    }
  }
  return (text) => {
    received += text
    for (let next = taken(received); next; next = taken(received)) {
      received = next.rest
      answer(next.fields)
    }
  }
}
