import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import smppLib, { type Pdu, type Session } from 'smpp'
import { SMTPServer } from 'smtp-server'
import { expect, it, onTestFinished } from 'vitest'
import { selfSigned } from '../../areas/operations/probe/server/testing/certificate.ts'
import type { OutgoingSettings } from '../../record/outgoing.ts'
import { listening } from './outgoing.testing.ts'
import { outcomesOf } from './trusting.testing.ts'

const { key, cert } = selfSigned()
const program = fileURLToPath(new URL('./trusting.testing.ts', import.meta.url))

/** Sends by each of the settings, in a process that trusts one authority more than usual. */
async function trusting(authority: string, settings: readonly OutgoingSettings[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', program, JSON.stringify(settings)],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: authority } },
  )
  return JSON.parse(stdout)
}

async function mailPort(secure: boolean, arrived: string[]): Promise<number> {
  const server = new SMTPServer({
    ...{ key, cert, secure },
    disableReverseLookup: true,
    onAuth(_auth, session, done) {
      done(null, { user: session.id })
    },
    onData(stream, session, done) {
      arrived.push(session.secure ? 'mail' : 'mail in clear')
      stream.resume().on('end', () => done())
    },
  })
  server.on('error', () => {
    // A client that does not trust it breaks the handshake off.
  })
  return listening(server.server)
}

it('nothing goes where the certificate is not trusted, and everything where it is', async () => {
  const arrived: string[] = []
  const mail = { is: 'mail', host: 'localhost', user: 'post', from: 'touchstone@firm.example' } as const
  const gateway = smppLib.createServer({ key, cert }, (session: Session) => {
    session.on('error', () => session.destroy())
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.command === 'submit_sm') arrived.push('sms')
      session.send(pdu.response())
    })
  })
  const web = createHttps({ key, cert }, (_request, response) => {
    arrived.push('webhook')
    response.end()
  })
  onTestFinished(() => web.closeAllConnections())
  const smpp = { is: 'smpp', host: 'localhost', tls: true, systemId: 'touchstone' } as const
  const settings: OutgoingSettings[] = [
    { ...mail, port: await mailPort(false, arrived), security: 'starttls' },
    { ...mail, port: await mailPort(true, arrived), security: 'tls' },
    { ...smpp, port: await listening(gateway) },
    { is: 'webhook', url: `https://localhost:${await listening(web)}` },
  ]
  const home = await mkdtemp(join(tmpdir(), 'touchstone-certificates-'))
  onTestFinished(() => rm(home, { recursive: true }))
  const authority = join(home, 'authority.pem')
  await writeFile(authority, cert)

  for (const outcome of await outcomesOf(settings)) expect(outcome).toMatch(/self-signed certificate/)
  expect(arrived).toEqual([])

  // The right authority does not make it the right host.
  const elsewhere = settings.map((one) =>
    'host' in one ? { ...one, host: '127.0.0.1' } : { ...one, url: one.url.replace('localhost', '127.0.0.1') },
  ) as OutgoingSettings[]
  const outcomes = await trusting(authority, [...settings, ...elsewhere])
  expect(outcomes.slice(0, 4)).toEqual(settings.map(() => 'delivered'))
  for (const outcome of outcomes.slice(4)) expect(outcome).toMatch(/does not match/)
  expect(arrived).toEqual(['mail', 'mail', 'sms', 'webhook'])
}, 20_000)
