import { once } from 'node:events'
import { type AddressInfo, createServer as createPlain } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { probeSettings } from '../../probe.settings.ts'
import { authority, type Certificate, issued } from '../testing/certificate.ts'
import { observe } from './observe.ts'

const ours = authority('Touchstone test authority')
// Certificates end by the real clock, to the second.
const now = Math.floor(Date.now() / 1_000) * 1_000
const inDays = (days: number) => new Date(now + days * 86_400_000)

let server: Server
afterEach(() => {
  server.close()
})

async function seen({ key, cert }: Certificate, more: object = {}) {
  server = createServer({ key, cert }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return look((server.address() as AddressInfo).port, more)
}

async function look(port: number, more: object) {
  const settings = { kind: 'tls', host: '127.0.0.1', port, serverName: 'gateway.test', authority: ours.cert, ...more }
  const { outcome, value, note } = await observe(probeSettings.parse(settings), { intervalMs: 10_000, now })
  return { outcome, value, note }
}

describe('tls', () => {
  it.each([
    [90, {}, 'up', '90 days left'],
    [20, {}, 'slow', '20 days left'],
    [20, { warnDays: 10 }, 'up', '20 days left'],
    [5.5, {}, 'down', '5.5 days left'],
  ])('%d days before its end with %j', async (days, more, outcome, note) => {
    expect(await seen(issued('gateway.test', inDays(days), ours), more)).toEqual({ outcome, note, value: days })
  })

  it('is down for another name, unless the name does not matter', async () => {
    const other = issued('elsewhere.test', inDays(90), ours)
    expect(await seen(other)).toMatchObject({ outcome: 'down', note: 'name mismatch' })
    server.close()
    expect(await seen(other, { verifyName: false })).toMatchObject({ outcome: 'up' })
  })

  it('is down when nobody it trusts has issued it, unless trust does not matter', async () => {
    const stranger = issued('gateway.test', inDays(90), authority('somebody'))
    expect(await seen(stranger)).toMatchObject({ outcome: 'down', note: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', value: 90 })
    server.close()
    expect(await seen(stranger, { verifyTrust: false })).toMatchObject({ outcome: 'up' })
    server.close()
    const itself = issued('gateway.test', inDays(90))
    expect(await seen(itself)).toMatchObject({ outcome: 'down', note: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  it('is down once it has ended, whatever else does not matter', async () => {
    const past = issued('gateway.test', inDays(-2), ours)
    const found = await seen(past, { verifyTrust: false, verifyName: false })
    expect(found).toEqual({ outcome: 'down', note: 'expired', value: -2 })
  })

  it('is down where nothing of the kind is spoken', async () => {
    const plain = createPlain((socket) => socket.end('SSH-2.0\r\n')).listen(0, '127.0.0.1')
    await once(plain, 'listening')
    expect(await look((plain.address() as AddressInfo).port, {})).toMatchObject({ outcome: 'down', value: null })
    plain.close()
  })

  it('takes no authority that is no certificate', () => {
    const read = probeSettings.safeParse({ kind: 'tls', host: 'a', authority: 'mine' })
    expect(read.error?.issues.map(({ path }) => path)).toEqual([['authority']])
  })
})
