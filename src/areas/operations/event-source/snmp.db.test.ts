import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { encoded, encodedInteger, encodedOid, tags } from '../../../platform/snmp/ber.ts'
import { pduTags } from '../../../platform/snmp/trap.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { isHere } from '../../../testing/outside.ts'
import { freeUdpPort } from '../../../testing/port.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'
import { snmpService } from './server/snmp.service.ts'

const program = '/usr/bin/snmptrap'
const hasProgram = isHere(program, 'SNMP traps from snmptrap', 'snmp')
const run = promisify(execFile)

const engineId = '8000000001020304'
const [authKey, privKey] = ['auth-pass-phrase', 'priv-pass-phrase']
const users = [
  { name: 'open' },
  { name: 'proved', auth: 'sha', authKey },
  { name: 'secret', engine: `0x${engineId}`, auth: 'sha256', authKey, priv: 'aes', privKey },
  { name: 'secret512', auth: 'sha512', authKey, priv: 'aes256', privKey },
]
const ifIndex = ['1.3.6.1.2.1.2.2.1.1.3', 'i', '3']
const ifDescr = ['1.3.6.1.2.1.2.2.1.2.3', 's', '上联 Gi0/3']
const linkDown = '1.3.6.1.6.3.1.1.5.3'
const linkUp = '1.3.6.1.6.3.1.1.5.4'
const isDown = '127.0.0.1 linkDown 上联 Gi0/3 3'

let app: TestApp
let engineer: Client
let service: { stop(): Promise<void> }
let source: string
let port: number

beforeAll(async () => {
  app = await testApp()
  port = await freeUdpPort()
  service = await snmpService(app.engine)
})
afterAll(async () => {
  await service?.stop()
  await app?.close()
})
beforeEach(async () => {
  await app.renew()
  app.clock.set(new Date().toISOString())
  engineer = await app.as(await app.person('engineer'))
  const made = await engineer.post('/api/event-sources', {
    name: '机房交换机',
    settings: { is: 'snmp', from: ['127.0.0.1'] },
  })
  expect(made.status).toBe(201)
  source = made.body.item.id
  const set = await engineer.post(`/api/event-sources/${source}/set-access`, { communities: ['traps'], users })
  expect(set).toMatchObject({ status: 200, body: { secretSet: true } })
  const admin = await app.as(await app.person('admin'))
  await admin.post('/api/house-settings', { key: 'snmp-trap-port', value: String(port), reason: '接入' })
})

const titles = async () => (await alarmsOf(app)).map(({ title, state }) => `${title} ${state}`)
const until = (what: () => Promise<unknown>, is: unknown) => expect.poll(what, { timeout: 20_000 }).toEqual(is)
const traffic = async () => (await engineer.get(`/api/event-sources/${source}/traffic`)).body
const told = () =>
  traffic().then(({ deliveries, refused }) => [refused, deliveries[0]?.reasons.map((one: string[]) => one[1])])
const to = () => `127.0.0.1:${port}`

/** Until something is at the port there is nobody to hear: what is asked is said again until it is heard. */
const say = (...args: string[]) => run(program, [...args], { env: { LC_ALL: 'C.UTF-8', MIBS: '' } })
const inform = (...args: string[]) => say('-Ci', '-t', '2', '-r', '8', ...args)

const v2c = (trap: string) => ['-v2c', '-c', 'traps', to(), '', trap, ...ifIndex, ...ifDescr]
const secretly = (user: string, auth: string, priv: string, level = 'authPriv') => [
  ...['-v3', '-u', user, '-l', level, '-a', auth, '-A', authKey],
  ...(level === 'authPriv' ? ['-x', priv, '-X', privKey] : []),
]

describe.skipIf(!hasProgram)('snmptrap of Net-SNMP', () => {
  beforeEach(async () => {
    // By an inform, for that says whether somebody is there; a trap does not.
    await expect
      .poll(
        () =>
          say('-Ci', '-t', '1', '-r', '0', '-v2c', '-c', 'traps', to(), '', '1.3.6.1.4.1.1').then(
            () => true,
            () => false,
          ),
        {
          timeout: 20_000,
        },
      )
      .toBe(true)
  })

  it('says by v2c that a link is down and up again, about the component of its device', async () => {
    const node = await makeComponent(app, '核心交换机', { code: '127.0.0.1' })
    await say(...v2c(linkDown))
    await until(titles, [`${isDown} firing`])
    expect(await alarmsOf(app)).toMatchObject([{ severity: 'warning', component: node.id }])
    await say(...v2c(linkUp))
    await until(titles, [`${isDown} resolved`])
  })

  it('says by v1 that it began anew, and which trap is an enterprise’s own', async () => {
    const row = (await engineer.get(`/api/event-sources/${source}`)).body.item
    const rules = [
      { name: '重启', traps: ['coldStart'] },
      {
        name: 'UPS',
        traps: ['1.3.6.1.4.1.318.0.5'],
        severity: 'critical',
        title: '{device} {1}',
        contains: ['battery'],
      },
    ]
    const settings = { is: 'snmp', from: ['127.0.0.1'], rules }
    expect((await engineer.patch(`/api/event-sources/${source}`, { version: row.version, settings })).status).toBe(200)
    const v1 = (enterprise: string, generic: string, specific: string, ...rest: string[]) =>
      say('-v1', '-c', 'traps', to(), enterprise, '10.1.2.3', generic, specific, '42', ...rest)
    await v1('1.3.6.1.4.1.8072.3.2.10', '0', '0')
    await v1('1.3.6.1.4.1.318', '6', '5', '1.3.6.1.4.1.318.2.3.3', 's', 'UPS on battery')
    await v1('1.3.6.1.4.1.318', '6', '9', '1.3.6.1.4.1.318.2.3.3', 's', 'no battery here')
    const all = async () => (await titles()).sort()
    await until(all, ['10.1.2.3 UPS on battery firing', '10.1.2.3 coldStart firing'])
  })

  it.each([
    ['noAuthNoPriv', () => ['-v3', '-u', 'open', '-l', 'noAuthNoPriv', '-e', engineId]],
    ['authNoPriv by SHA', () => [...secretly('proved', 'SHA', '', 'authNoPriv'), '-e', engineId]],
    ['authPriv by SHA-256 and AES', () => [...secretly('secret', 'SHA-256', 'AES'), '-e', engineId]],
    [
      'authPriv by SHA-512 and AES-256',
      () => [...secretly('secret512', 'SHA-512', 'AES-256'), '-e', '0x80000000990102'],
    ],
  ])('is believed by v3, %s', async (_level, as) => {
    await say(...as(), to(), '', linkDown, ...ifIndex, ...ifDescr)
    await until(titles, [`${isDown} firing`])
  })

  it('is answered only once its inform is stored, and not while its source is paused', async () => {
    await inform(...secretly('secret', 'SHA-256', 'AES'), to(), '', linkDown, ...ifIndex, ...ifDescr)
    expect(await titles()).toEqual([`${isDown} firing`])
    await inform(...secretly('secret512', 'SHA-512', 'AES-256'), to(), '', linkUp, ...ifIndex, ...ifDescr)
    expect(await titles()).toEqual([`${isDown} resolved`])
    await inform(...v2c(linkDown))
    expect((await alarmsOf(app)).map(({ events }) => events)).toEqual([1, 1])

    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    await engineer.post(`/api/event-sources/${source}/pause`, { version })
    await expect(say('-Ci', '-t', '1', '-r', '1', ...v2c(linkUp))).rejects.toThrow(/Timeout/)
    expect((await titles())[1]).toBe(`${isDown} firing`)
  })

  it.each([
    ['another community', () => ['-v2c', '-c', 'public'], 'No such community.'],
    [
      'another user',
      () => ['-v3', '-u', 'mallory', '-l', 'noAuthNoPriv', '-e', engineId],
      'No such user, or not by its engine id.',
    ],
    [
      'a user by another engine',
      () => [...secretly('secret', 'SHA-256', 'AES'), '-e', '0x8000000009090909'],
      'No such user, or not by its engine id.',
    ],
    [
      'less than its user is to prove',
      () => ['-v3', '-u', 'secret', '-l', 'noAuthNoPriv', '-e', engineId],
      'Not at the security level of this user.',
    ],
    [
      'another pass phrase',
      () => ['-v3', '-u', 'proved', '-l', 'authNoPriv', '-a', 'SHA', '-A', 'wrong-pass-phrase', '-e', engineId],
      'Not by the authentication pass phrase of this user.',
    ],
    [
      'another key',
      () => [
        '-v3',
        '-u',
        'secret',
        '-l',
        'authPriv',
        '-a',
        'SHA-256',
        '-A',
        authKey,
        '-x',
        'AES',
        '-X',
        'wrong-pass-phrase',
        '-e',
        engineId,
      ],
      'It cannot be deciphered.',
    ],
    [
      'what was said before',
      () => [...secretly('proved', 'SHA', '', 'authNoPriv'), '-e', '8000000077', '-Z', '3,1000'],
      'Outside the time window: it may have been said before.',
    ],
  ])('is refused and counted by %s', async (why, as, reason) => {
    if (why === 'what was said before') {
      await say(
        ...secretly('proved', 'SHA', '', 'authNoPriv'),
        '-e',
        '8000000077',
        '-Z',
        '3,5000',
        to(),
        '',
        '1.3.6.1.4.1.1',
      )
      await until(
        async () =>
          (await app.engine.db.selectFrom('snmpEngine').select('time').where('engine', '=', '8000000077').execute())
            .length,
        1,
      )
    }
    await say(...as(), to(), '', linkDown, ...ifIndex)
    await until(told, [1, [reason]])
    expect(await titles()).toEqual([])
  })
})

/** A v2c inform that says coldStart, after so many hundredths of a second. */
const coldStart = (uptime: number) => {
  const said = (oid: string, value: Buffer) => encoded(tags.sequence, encodedOid(oid), value)
  return encoded(
    tags.sequence,
    encodedInteger(1),
    encoded(tags.octets, Buffer.from('traps')),
    encoded(
      pduTags.inform,
      encodedInteger(1),
      encodedInteger(0),
      encodedInteger(0),
      encoded(
        tags.sequence,
        said('1.3.6.1.2.1.1.3.0', encodedInteger(uptime, tags.timeTicks)),
        said('1.3.6.1.6.3.1.1.4.1.0', encodedOid('1.3.6.1.6.3.1.1.5.1')),
      ),
    ),
  )
}

describe('a source of SNMP traps', () => {
  it('takes once what is said again because its answer was lost, and anew what only has the same number', async () => {
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    let answers = 0
    socket.on('message', () => {
      answers += 1
    })
    const send = (bytes: Buffer) =>
      new Promise<void>((resolve) => socket.send(bytes, port, '127.0.0.1', () => resolve()))
    const answered = async (bytes: Buffer, times: number) => {
      const before = answers
      await expect
        .poll(
          async () => {
            await send(bytes)
            return answers - before
          },
          { timeout: 20_000, interval: 300 },
        )
        .toBeGreaterThanOrEqual(times)
    }
    const events = async () => (await alarmsOf(app)).map((one) => one.events)
    await answered(coldStart(100), 3)
    expect(await events()).toEqual([1])
    await answered(coldStart(7), 1)
    expect(await events()).toEqual([2])
  })

  it('tells nobody by what its senders prove themselves, and says so where it is not whole', async () => {
    const { item } = (await engineer.get(`/api/event-sources/${source}`)).body
    expect(item.secretSet).toBe(true)
    const journal = await app.engine.db.selectFrom('journal').select('changes').where('recordId', '=', source).execute()
    expect(JSON.stringify([item, journal])).not.toMatch(/pass-phrase|traps"\]/)
    const bad = {
      users: [
        { name: 'x', auth: 'sha', authKey: 'short' },
        { name: 'y', priv: 'aes' },
      ],
    }
    const { status, body } = await engineer.post(`/api/event-sources/${source}/set-access`, bad)
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toContain('users.0.authKey')
    expect((await engineer.post(`/api/event-sources/${source}/make-token`)).status).toBe(409)
    const other = await engineer.post('/api/event-sources', { name: 'Z', settings: { is: 'zabbix' } })
    expect((await engineer.post(`/api/event-sources/${other.body.item.id}/set-access`, {})).status).toBe(409)
  })
})
