import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { isHere } from '../../../testing/outside.ts'
import { freePort } from '../../../testing/port.ts'
import { selfSigned } from '../probe/server/testing/certificate.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'
import { syslogService } from './server/syslog.service.ts'

const program = '/usr/bin/logger'
const hasLogger = isHere(program, 'syslog from logger', 'bsdutils')
const run = promisify(execFile)

let app: TestApp
let engineer: Client
let service: { stop(): Promise<void> }
let source: string
let port: number

const rules = [
  { name: '登录失败', facilities: ['authpriv'], contains: ['authentication failure'], severity: 'critical' },
  { name: '磁盘阵列', atLeast: 'warning', contains: ['degraded', '降级'], over: ['rebuild complete'] },
]

beforeAll(async () => {
  app = await testApp()
  port = await freePort()
  service = await syslogService(app.engine)
})
afterAll(async () => {
  await service?.stop()
  await app?.close()
})
beforeEach(async () => {
  await app.renew()
  engineer = await app.as(await app.person('engineer'))
  const { body } = await engineer.post('/api/event-sources', {
    name: '机房 syslog',
    settings: { is: 'syslog', from: ['127.0.0.0/29', '::1'], rules },
  })
  source = body.item.id
  await set('syslog-port', String(port))
})

async function set(key: string, value: string): Promise<void> {
  const admin = await app.as(await app.person('admin'))
  expect((await admin.post('/api/house-settings', { key, value, reason: '接入' })).status).toBe(201)
}
const titles = async () => (await alarmsOf(app)).map(({ title, state }) => `${title} ${state}`)
const until = (what: () => Promise<unknown>, is: unknown) => expect.poll(what, { timeout: 20_000 }).toEqual(is)
/** By the address and port of the settings, once it is listened there. */
async function listening(): Promise<void> {
  await expect.poll(connected, { timeout: 20_000 }).toBe(true)
}
const connected = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

describe.skipIf(!hasLogger)('logger of util-linux', () => {
  const log = (...args: string[]) => run(program, ['--server', '127.0.0.1', '--port', String(port), ...args])

  it.each([
    ['RFC 5424 over UDP', ['--udp', '--rfc5424']],
    ['RFC 3164 over UDP', ['--udp', '--rfc3164']],
    ['RFC 5424 over TCP, by new lines', ['--tcp', '--rfc5424']],
    ['RFC 3164 over TCP, by new lines', ['--tcp', '--rfc3164']],
    ['RFC 5424 over TCP, by length', ['--tcp', '--rfc5424', '--octet-count']],
  ])('raises and resolves an alarm by %s', async (_how, how) => {
    await listening()
    const hostname = (await run('hostname')).stdout.trim().split('.')[0] as string
    const raid = await makeComponent(app, '存储', { code: 'raid' })
    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    await engineer.patch(`/api/event-sources/${source}`, { version, componentFrom: 'app' })
    const say = (text: string, priority: string) => log(...how, '--tag', 'raid', '--priority', priority, text)
    await say('array md0 is degraded 降级', 'daemon.warning')
    await until(titles, [`${hostname}:array md0 is degraded 降级 firing`])
    await say('array md0 is fine', 'daemon.err')
    await say('array md0 rebuild complete', 'daemon.info')
    await until(titles, [`${hostname}:array md0 is degraded 降级 resolved`])
    expect(await alarmsOf(app)).toMatchObject([{ severity: 'warning', component: raid.id }])
  })
})

describe('syslog', () => {
  it('takes what is not UTF-8 as GB 18030, and several messages of one stream', async () => {
    await listening()
    const bytes = Buffer.concat([
      Buffer.from('<83>Nov 24 09:00:00 db01 sshd[7]: authentication failure\n<28>Nov 24 09:00:01 db01 md: '),
      Buffer.from([0xd5, 0xf3, 0xc1, 0xd0, 0xbd, 0xb5, 0xbc, 0xb6]), // 阵列降级
    ])
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    await until(titles, ['db01:authentication failure firing', 'db01:阵列降级 firing'])
    const { body } = await engineer.get(`/api/event-sources/${source}/traffic`)
    expect(body).toMatchObject({ refused: 0 })
    expect(body.deliveries[0].body).toContain('阵列降级')
  })

  it('takes nothing from a sender that no source knows', async () => {
    await listening()
    await send('127.0.0.9', '<83>Nov 24 09:00:00 stranger sshd: authentication failure')
    await send('127.0.0.1', '<83>Nov 24 09:00:00 db01 sshd: authentication failure')
    await until(titles, ['db01:authentication failure firing'])
  })

  it('takes nothing for a source that is paused, and says so', async () => {
    await listening()
    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    await engineer.post(`/api/event-sources/${source}/pause`, { version })
    await send('127.0.0.1', '<83>Nov 24 09:00:00 db01 sshd: authentication failure')
    const refused = async () => (await engineer.get(`/api/event-sources/${source}/traffic`)).body.refused
    await until(refused, 1)
    expect(await titles()).toEqual([])
  })

  it('has no token to be made, and names every sender’s address that is none', async () => {
    expect((await engineer.post(`/api/event-sources/${source}/make-token`)).status).toBe(409)
    const bad = { name: 'x', settings: { is: 'syslog', from: ['10.0.0.0/8', 'core-sw', '10.1.1.300'], rules } }
    const { status, body } = await engineer.post('/api/event-sources', bad)
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['settings.from.1', 'settings.from.2'],
    ])
  })

  it('is taken over TLS by a certificate of one’s own, and by another as soon as its file is changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-syslog-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'syslog.pem')
    const tlsPort = await freePort()
    const [first, second] = [selfSigned(), selfSigned()]
    await writeFile(file, first.cert + first.key)
    await set('syslog-certificate', file)
    await set('syslog-tls-port', String(tlsPort))
    const say = (authority: string, text: string) => sayOverTls(tlsPort, authority, text)
    const text = '<83>Nov 24 09:00:00 db01 sshd: authentication failure'
    await expect.poll(() => say(first.cert, `${text.length} ${text}`), { timeout: 20_000 }).toBe('sent')
    await until(titles, ['db01:authentication failure firing'])
    expect(await say(second.cert, text)).not.toBe('sent')

    await writeFile(file, second.cert + second.key)
    await expect.poll(() => say(second.cert, `${text}\n`), { timeout: 20_000 }).toBe('sent')
    await writeFile(file, 'no certificate')
    await expect.poll(() => say(second.cert, text), { timeout: 20_000 }).toBe('ECONNREFUSED')
  })

  it('is where the settings say, and nowhere once they say so', async () => {
    await listening()
    const admin = await app.as(await app.person('admin'))
    const [{ id, version }] = (await admin.get('/api/house-settings')).body.items
    await admin.patch(`/api/house-settings/${id}`, { version, value: '0', reason: '停用' })
    await expect.poll(connected, { timeout: 20_000 }).toBe(false)
  })
})

/** Says it over TLS to whoever this authority vouches for: `sent`, or what went wrong. */
const sayOverTls = (to: number, authority: string, text: string) =>
  new Promise<string>((resolve) => {
    const options = { port: to, host: '127.0.0.1', ca: authority, checkServerIdentity: () => undefined }
    const socket = connectTls(options, () => socket.end(text, () => resolve('sent')))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })

/** A datagram from one of this machine's own addresses. */
const send = (from: string, text: string) =>
  new Promise<void>((resolve) => {
    const udp = createSocket('udp4')
    udp.bind(0, from, () => udp.send(text, port, '127.0.0.1', () => udp.close(() => resolve())))
  })
