import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deadPort, httpServer, letterOf, refusalOf, silentServer } from './outgoing.testing.ts'
import { webhook } from './webhook.ts'

const to = (url: string, secret: string | null = null) => ({ settings: { is: 'webhook', url } as const, secret })

const event = { type: 'incident.acknowledge', at: '2026-07-01T01:02:03.456Z', id: 'a row', changes: { state: [] } }

describe('a webhook', () => {
  it('is told what happened, apart from what is said of it', async () => {
    const server = await httpServer((answer) => answer.writeHead(204).end())
    expect(await webhook.send(to(`${server.url}/hook?a=1`), letterOf({ event }), 2_000)).toBeNull()
    const [first] = server.received
    expect(first).toMatchObject({ path: '/hook?a=1', headers: { 'content-type': 'application/json' } })
    const { id, lang, subject, text, link } = letterOf()
    expect(JSON.parse(first?.body ?? '')).toEqual({ id, event, lang, subject, text, link })
    expect(first?.headers['webhook-signature']).toBeUndefined()
  })

  // The example of the specification's own libraries.
  const key = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  it.each([
    ['a key as the specification writes it', `whsec_${key}`, Buffer.from(key, 'base64')],
    ['a key of any other form', '任意的密钥', Buffer.from('任意的密钥')],
  ])('is shown by %s who sent it, and when', async (_, secret, bytes) => {
    const server = await httpServer((answer) => answer.end())
    const before = Math.floor(Date.now() / 1000)
    await webhook.send(to(server.url, secret), letterOf({ event }), 2_000)
    const { headers, body } = server.received[0]!
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers
    expect(id).toBe(letterOf().id)
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(Number(timestamp)).toBeLessThanOrEqual(Date.now() / 1000)
    const expected = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64')
    expect(signature).toBe(`v1,${expected}`)
  })

  it.each([
    [400, false],
    [401, false],
    [404, false],
    [408, true],
    [410, false],
    [425, true],
    [429, true],
    [500, true],
    [503, true],
  ])('that answers %i is tried again: %s', async (status, again) => {
    const server = await httpServer((answer) => answer.writeHead(status).end('<p>not\n today</p>'))
    expect(await refusalOf(webhook.send(to(server.url), letterOf(), 2_000))).toEqual({
      reason: `HTTP ${status} <p>not today</p>`,
      again,
    })
  })

  it('is not looked for where it redirects to', async () => {
    const elsewhere = await httpServer((answer) => answer.end())
    const server = await httpServer((answer) => answer.writeHead(307, { location: elsewhere.url }).end())
    expect(await refusalOf(webhook.send(to(server.url), letterOf(), 2_000))).toEqual({
      reason: 'HTTP 307',
      again: false,
    })
    expect(elsewhere.received).toEqual([])
  })

  it('that is not there, has no name, or never answers is tried again', async () => {
    const dead = await refusalOf(webhook.send(to(`http://127.0.0.1:${await deadPort()}`), letterOf(), 2_000))
    expect(dead).toEqual({ reason: expect.stringContaining('ECONNREFUSED'), again: true })
    expect(await refusalOf(webhook.send(to('http://nowhere.invalid'), letterOf(), 2_000))).toMatchObject({
      again: true,
    })
    const { port, left } = await silentServer()
    expect(await refusalOf(webhook.send(to(`http://127.0.0.1:${port}`), letterOf(), 200))).toEqual({
      reason: 'No answer in time',
      again: true,
    })
    await left
  })

  it('that breaks off in the middle of its headers is tried again', async () => {
    const server = await httpServer((answer) => answer.socket?.end('HTTP/1.1 200 OK\r\nContent-'))
    expect(await refusalOf(webhook.send(to(server.url), letterOf(), 2_000))).toMatchObject({ again: true })
  })

  it.each([
    [200, null],
    [400, { reason: expect.stringMatching(/^HTTP 400 x{200,}…$/), again: false }],
  ])('that answers %i without end is not listened to for long', async (status, outcome) => {
    let hungUp: Promise<void> | undefined
    const server = await httpServer((answer) => {
      hungUp = new Promise((resolve) => answer.once('close', resolve))
      answer.writeHead(status)
      const more = () => {
        while (answer.write('x'.repeat(16_384)));
      }
      answer.on('drain', more)
      more()
    })
    const sent = webhook.send(to(server.url), letterOf(), 60_000)
    if (outcome === null) expect(await sent).toBeNull()
    else expect(await refusalOf(sent)).toEqual(outcome)
    await hungUp
  })

  it('that refuses drop by drop is judged by its status when the time is up', async () => {
    const server = await httpServer((answer) => answer.writeHead(403).write('no'))
    expect(await refusalOf(webhook.send(to(server.url), letterOf(), 300))).toEqual({
      reason: 'HTTP 403 no',
      again: false,
    })
  })

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://2852039166/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fe80::1]/',
    'http://100.100.100.200/',
    'http://[fd00:ec2::254]/',
  ])('is not sent to %s, where clouds keep keys', async (url) => {
    expect(await refusalOf(webhook.send(to(url), letterOf(), 2_000))).toEqual({
      reason: expect.stringContaining('link-local or metadata'),
      again: false,
    })
  })

  it('is not sent to an address with a password in it, and the refusal keeps it to itself', async () => {
    const { reason, again } = await refusalOf(webhook.send(to('http://li:geheim@127.0.0.1/'), letterOf(), 2_000))
    expect(again).toBe(false)
    expect(reason).not.toContain('geheim')
  })
})
