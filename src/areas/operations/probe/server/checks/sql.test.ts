/** What a database that is no database does to a probe; the rest is in sql.db.test.ts. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sqlSettings } from '../../kinds/network.settings.ts'
import { defer } from '../testing/defer.ts'
import { observe } from './observe.ts'

let server: Server
afterEach(() => {
  server.close()
})

async function seen(onSocket: (socket: Socket) => void) {
  server = createServer(onSocket).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `postgres://probe:secret@127.0.0.1:${(server.address() as AddressInfo).port}/db`
  const settings = sqlSettings.parse({ kind: 'sql', target: 'db', statement: 'select 1', timeoutMs: 300 })
  return observe(settings, { intervalMs: 10_000, now: 0, target: () => url })
}

describe('sql, on something that is no database', () => {
  it('gives up in time when it says nothing, and closes the connection', async () => {
    const hungUp = defer()
    const found = await seen((socket) => socket.resume().on('close', () => hungUp.resolve()))
    expect(found).toMatchObject({ outcome: 'down', note: 'timeout' })
    await Promise.all([hungUp.promise, found.lingering])
  })

  it('is down when it hangs up', async () => {
    const found = await seen((socket) => socket.once('data', () => socket.destroy()))
    expect(found).toMatchObject({ outcome: 'down', lingering: null })
    expect(found.note).not.toContain('secret')
  })

  it('is down when it talks something else', async () => {
    const found = await seen((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(found.outcome).toBe('down')
  })

  it('is down when the connection string is none', async () => {
    const settings = sqlSettings.parse({ kind: 'sql', target: 'db', statement: 'select 1' })
    const found = await observe(settings, { intervalMs: 10_000, now: 0, target: () => 'postgres://[oops:secret/' })
    expect(found).toMatchObject({ outcome: 'down', note: 'ERR_INVALID_URL' })
  })
})
