import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { mostMailBytes } from './parse.ts'

/** A mail as the server before us hands it over. */
export interface Delivered {
  /** As it was sent, its envelope's sender written on top as `Return-Path`, as RFC 5321 has whoever delivers do. */
  readonly raw: Buffer
  /** The mailboxes it is for: what `knows` answered. */
  readonly to: readonly string[]
}

export interface Listener {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Takes mail by SMTP for addresses that `knows` knows, and passes none on. It answers 250 only once `take` has kept the mail; where
 * that fails it asks to come again.
 */
export async function listenForMail(
  at: { readonly host: string; readonly port: number },
  knows: (address: string) => Promise<string | null>,
  take: (mail: Delivered) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<Listener> {
  const server = new SMTPServer({
    // It stands behind the firm's own mail server, which settles who may send and by which encryption.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'Touchstone',
    size: mostMailBytes,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    onRcptTo({ address }, { envelope }, done) {
      if (envelope.rcptTo.length >= 20) return done(answer(452, 'Too many receivers'))
      knows(address.toLowerCase()).then(
        (mailbox) => (mailbox === null ? done(answer(550, 'No such mailbox here')) : done()),
        (error) => {
          failed(error)
          done(answer(451, 'Try again later'))
        },
      )
    },
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      receive(stream, from)
        .then(async (raw) => {
          if (raw === null) return done(answer(552, 'The mail is too large'))
          const to = await Promise.all(envelope.rcptTo.map(({ address }) => knows(address.toLowerCase())))
          await take({ raw, to: [...new Set(to.filter((one) => one !== null))] })
          done()
        })
        .catch((error) => {
          failed(error)
          done(answer(451, 'Try again later'))
        })
    },
  })
  server.on('error', failed)
  server.listen(at.port, at.host)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** All of it, or null where it is too large; the rest of that is read and dropped, as the answer comes after it. */
async function receive(stream: SMTPServerDataStream, from: string): Promise<Buffer | null> {
  const pieces: Buffer[] = [Buffer.from(`Return-Path: <${from.replace(/[\r\n<>]/g, '')}>\r\n`)]
  for await (const piece of stream) if (!stream.sizeExceeded) pieces.push(piece as Buffer)
  return stream.sizeExceeded ? null : Buffer.concat(pieces)
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
