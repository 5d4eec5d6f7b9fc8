import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Listener } from '../../../platform/mail/smtp.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { isHere } from '../../../testing/outside.ts'
import { allMail, makeMailbox, takeAll } from '../../messaging/incoming-mail/incoming-mail.testing.ts'
import { takeDeliveries } from '../../messaging/incoming-mail/server/delivery.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'

const hasSwaks = isHere('/usr/bin/swaks', 'events by mail from swaks', 'swaks')
const run = promisify(execFile)

const rules = [
  {
    name: 'Nagios',
    subject: String.raw`^\*\* (PROBLEM|RECOVERY) .*Alert: (?P<host>[^/]+)/(?P<check>.+) is (?P<now>\w+)`,
    over: String.raw`^\*\* RECOVERY|State: OK`,
    severity: 'critical',
    key: '{host}/{check}',
    title: '{host} {check}: {now}',
  },
  { name: '备份', text: String.raw`job (?P<host>\w+) failed`, title: '备份失败 {host}', key: '{host}' },
]

let app: TestApp
let engineer: Client
let smtp: Listener
let source: string
let box: string

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  box = await makeMailbox(app)
  smtp = await takeDeliveries(app.engine, { host: '127.0.0.1', port: 0 })
  engineer = await app.as(await app.person('engineer'))
  source = (await make()).body.item.id
  return () => smtp.stop()
})

const make = (some: object = {}) =>
  engineer.post('/api/event-sources', {
    name: 'Nagios 邮件',
    componentFrom: 'host',
    settings: { is: 'mail', mailbox: box, from: ['nagios@mon.example', '@backup.example'], rules, ...some },
  })

/** As a program sends it; answered once it is kept. Then what the jobs' worker does with it. */
async function send(from: string, subject: string, body = '正文', more: readonly string[] = []) {
  const head = ['--header', `Subject: ${subject}`, '--header', 'Auto-Submitted: auto-generated', ...more]
  const args = [
    '--server',
    '127.0.0.1',
    '--port',
    String(smtp.port),
    '--from',
    from,
    '--to',
    'it@firm.example',
    ...head,
  ]
  await run('/usr/bin/swaks', [...args, '--body', body])
  await takeAll(app.engine)
  return (await allMail(app)).at(-1)
}
const titles = async () => (await alarmsOf(app)).map(({ title, state }) => `${title} ${state}`)
const problem = '** PROBLEM Service Alert: gw01/Disk / is CRITICAL **'

it.skipIf(!hasSwaks)(
  'raises and resolves an alarm by letters, each one event, about the component that they name',
  async () => {
    const node = await makeComponent(app, '网关', { code: 'gw01' })
    expect(await send('nagios@mon.example', problem)).toMatchObject({
      ...{ state: 'reported', why: 'event', record: 'event-source', recordId: source },
    })
    expect(await titles()).toEqual(['gw01 Disk /: CRITICAL firing'])
    expect(await alarmsOf(app)).toMatchObject([{ severity: 'critical', component: node.id }])
    await send('nagios@mon.example', problem)
    expect((await alarmsOf(app)).map(({ events }) => events)).toEqual([2])
    await send('nagios@mon.example', '** RECOVERY Service Alert: gw01/Disk / is OK **')
    expect(await titles()).toEqual(['gw01 Disk /: CRITICAL resolved'])
    await send('veeam@backup.example', 'Report', 'Night:\njob 财务 or job ledger failed')
    expect((await titles())[1]).toBe('备份失败 ledger firing')
    const { body } = await engineer.get(`/api/event-sources/${source}/traffic`)
    expect([body.accepted, body.refused]).toEqual([4, 0])
    expect(await app.engine.db.selectFrom('incident').select('id').execute()).toEqual([])
  },
)

it.skipIf(!hasSwaks)('takes the same letter once, and leaves alone what no rule fits', async () => {
  const id = ['--header', 'Message-Id: <1@mon.example>']
  await send('nagios@mon.example', problem, 'a', id)
  expect(await send('nagios@mon.example', problem, 'b', id)).toMatchObject({ state: 'ignored', why: 'duplicate' })
  expect(await send('nagios@mon.example', 'Weekly report')).toMatchObject({ state: 'ignored', why: 'no-rule' })
  expect((await alarmsOf(app)).map(({ events }) => events)).toEqual([1])
})

it.skipIf(!hasSwaks)(
  'is for the mailbox’s own business where its sender is no source, and waits while the source is paused',
  async () => {
    expect(await send('stranger@mon.example', problem)).toMatchObject({ state: 'ignored', why: 'auto-submitted' })
    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    const paused = (await engineer.post(`/api/event-sources/${source}/pause`, { version })).body.item
    const waiting = await send('nagios@mon.example', problem)
    expect(waiting).toMatchObject({ state: 'quarantined', why: 'refused' })
    expect(await titles()).toEqual([])
    await engineer.post(`/api/event-sources/${source}/resume`, { version: paused.version })
    const admin = await app.as(await app.person('admin'))
    expect((await admin.post(`/api/incoming-mails/${waiting?.id}/release`, { version: waiting?.version })).status).toBe(
      200,
    )
    await takeAll(app.engine)
    expect(await titles()).toEqual(['gw01 Disk /: CRITICAL firing'])
  },
)

it('can be tried before, and names every pattern that is none', async () => {
  const content = `From: nagios@mon.example\nSubject: ${problem}\n\nState: CRITICAL`
  const tried = await engineer.post(`/api/event-sources/${source}/preview`, { content })
  expect(tried.body.events).toMatchObject([{ key: 'Nagios/gw01/Disk /', severity: 'critical', over: false }])
  const bad = await make({
    rules: [{ name: 'x', subject: '(a', over: '(?=b)' }],
    mailbox: '00000000-0000-7000-8000-000000000000',
  })
  expect(bad.status).toBe(422)
  expect(bad.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    ...['settings.mailbox', 'settings.rules.0.subject', 'settings.rules.0.over'],
  ])
  expect(
    (await engineer.post(`/api/event-sources/${source}/preview`, { content: 'From: x@y.example\n\n' })).status,
  ).toBe(422)
})
