import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { httpSettings } from '../../kinds/network.settings.ts'
import { probeSettings } from '../../probe.settings.ts'
import { selfSigned } from '../testing/certificate.ts'
import { defer } from '../testing/defer.ts'
import { BODY_LIMIT } from './http.ts'
import { observe } from './observe.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** What a probe with these settings sees of a server that answers so. */
async function seen(answer: RequestListener, settings: object = {}) {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`, settings)
}

async function ask(url: string, settings: object) {
  const parsed = httpSettings.parse({ kind: 'http', url, ...settings })
  const { outcome, note, value, ms, lingering } = await observe(parsed, { intervalMs: 10_000, now: Date.now() })
  return { outcome, note, value, ms, lingering }
}

const says =
  (status: number, body: string | Buffer = '', headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

describe('http: status', () => {
  it.each([
    [200, {}, 'up'],
    [204, {}, 'up'],
    [503, {}, 'down'],
    [404, { status: { from: 200, to: 499 } }, 'up'],
    [199 + 1, { status: { from: 201, to: 299 } }, 'down'],
  ])('%i with %j is %s', async (status, settings, outcome) => {
    expect(await seen(says(status), settings)).toMatchObject({ outcome, note: `HTTP ${status}` })
  })

  it('takes a redirect for the answer and does not go there', async () => {
    const asked: (string | undefined)[] = []
    const found = await seen((request, response) => {
      asked.push(request.url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(found).toMatchObject({ outcome: 'down', note: 'HTTP 302' })
    expect(asked).toEqual(['/health'])
  })

  it('is slow past warnMs', async () => {
    const late: RequestListener = (_, response) => void setTimeout(() => response.end('ok'), 60)
    expect(await seen(late, { warnMs: 50 })).toMatchObject({ outcome: 'slow', note: 'over 50 ms' })
  })
})

describe('http: content', () => {
  it.each([
    ['text that is there', says(200, '交易前置 正常'), { contains: '正常' }, 'up', 'HTTP 200'],
    ['text that is not', says(200, 'starting'), { contains: 'ready' }, 'down', 'text missing'],
    [
      'GBK',
      says(200, Buffer.from('d5fdb3a3', 'hex'), { 'content-type': 'text/html; charset=gbk' }),
      { contains: '正常' },
      'up',
      'HTTP 200',
    ],
    [
      'a charset nobody knows',
      says(200, 'ok', { 'content-type': 'text/plain; charset=x-none' }),
      { contains: 'ok' },
      'up',
      'HTTP 200',
    ],
    ['an error page with the right text', says(500, 'ready'), { contains: 'ready' }, 'down', 'HTTP 500'],
    ['no JSON', says(200, '<html>'), { json: { path: 'a', equals: 1 } }, 'down', 'not JSON'],
  ])('%s', async (_, answer, settings, outcome, note) => {
    expect(await seen(answer, settings)).toMatchObject({ outcome, note })
  })

  it('joins a character that arrives in two pieces', async () => {
    const bytes = Buffer.from('正常')
    const pieces: RequestListener = (_, response) => {
      response.write(bytes.subarray(0, 2))
      setTimeout(() => response.end(bytes.subarray(2)), 20)
    }
    expect(await seen(pieces, { contains: '正常' })).toMatchObject({ outcome: 'up' })
  })

  const health = { status: 'ok', ready: true, nodes: [{ lag: 3 }], none: null }
  it.each([
    ['status', 'ok', 'up', null],
    ['$.ready', true, 'up', null],
    ['nodes[0].lag', 3, 'up', 3],
    ['nodes[0].lag', '3', 'down', 3],
    ['none', null, 'up', null],
    ['nodes[1].lag', 3, 'down', null],
    ['constructor', 'x', 'down', null],
  ])('JSON %s = %j is %s', async (path, equals, outcome, value) => {
    expect(await seen(says(200, JSON.stringify(health)), { json: { path, equals } })).toMatchObject({ outcome, value })
  })

  it('reads no more than 64 KiB of an answer without end, then hangs up', async () => {
    const hungUp = defer()
    const endless: RequestListener = (_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(8_192)));
      }
      response.on('drain', pour).on('close', hungUp.resolve)
      pour()
    }
    expect(await seen(endless)).toMatchObject({ outcome: 'up', lingering: null })
    await hungUp.promise
  })

  it('finds text before the limit and not behind it', async () => {
    const filler = 'x'.repeat(BODY_LIMIT - 5)
    expect(await seen(says(200, `${filler}ready`), { contains: 'ready' })).toMatchObject({ outcome: 'up' })
    server.close()
    expect(await seen(says(200, `${filler}.ready`), { contains: 'ready' })).toMatchObject({ outcome: 'down' })
  })
})

describe('http: faults', () => {
  it.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    ['stops in the middle', (_, response) => void response.write('half')],
  ])('gives up in time on a server that %s, and closes the connection', async (_, answer) => {
    const hungUp = defer()
    const found = await seen(
      (request, response) => {
        request.socket.on('close', () => hungUp.resolve())
        answer(request, response)
      },
      { timeoutMs: 150 },
    )
    expect(found).toMatchObject({ outcome: 'down', note: 'timeout' })
    expect(found.ms).toBeLessThan(1_900)
    await Promise.all([hungUp.promise, found.lingering])
  })

  it('is down when the server hangs up half-way', async () => {
    const rude: RequestListener = (request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    }
    expect(await seen(rude)).toMatchObject({ outcome: 'down', note: 'ECONNRESET' })
  })

  it('is down when the answer is not HTTP', async () => {
    const garbage: RequestListener = (request) => void request.socket.end('SSH-2.0-OpenSSH\r\n\r\n')
    expect(await seen(garbage)).toMatchObject({ outcome: 'down', note: expect.stringMatching(/^HPE_/) })
  })

  it('verifies the certificate unless told not to', async () => {
    server = createTlsServer(selfSigned(), says(200)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await ask(url, {})).toMatchObject({ outcome: 'down', note: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(await ask(url, { verifyTls: false })).toMatchObject({ outcome: 'up', note: 'HTTP 200' })
  })
})

describe('http settings', () => {
  it.each([
    ['ftp://host/', ['url']],
    ['http://user:secret@host/', ['url']],
    ['not a url', ['url']],
  ])('refuse %s', (url, path) => {
    expect(probeSettings.safeParse({ kind: 'http', url }).error?.issues.map((issue) => issue.path)).toEqual([path])
  })

  it('refuse a status range upside down and a path that is none', () => {
    const bad = { kind: 'http', url: 'http://host/', status: { from: 300, to: 200 }, json: { path: 'a..b', equals: 1 } }
    const paths = probeSettings.safeParse(bad).error?.issues.map((issue) => issue.path.join('.'))
    expect(paths).toEqual(['status.to', 'json.path'])
  })
})
