import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Logger, runOnce } from 'graphile-worker'
import { type ParsedMail, simpleParser } from 'mailparser'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person_, step } from '../../platform/approval/approval.testing.ts'
import { turn as clockTurn } from '../../platform/clocks/timer.ts'
import { connection } from '../../platform/db/pool.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { mentionOf } from '../../record/mention.ts'
import type { OutgoingSettings } from '../../record/outgoing.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { approvalRule } from '../administration/approval-rule/approval-rule.record.ts'
import { clockSource } from '../administration/target/server/targets.store.ts'
import { target } from '../administration/target/target.record.ts'
import { workingCalendar } from '../administration/working-calendar/working-calendar.record.ts'
import { person } from '../organisation/person/person.record.ts'
import { channel } from './channel/channel.record.ts'
import { makeMailbox } from './incoming-mail/incoming-mail.testing.ts'
import { mailbox } from './mailbox/mailbox.record.ts'
import { turn } from './message/server/post.ts'
import { noticeRule } from './notice-rule/notice-rule.record.ts'
import { tellTask } from './server/tell.ts'
import { template } from './template/template.record.ts'

/** Tuesday 2026-11-24, 09:30 in Shanghai. */
const morning = '2026-11-24T01:30:00.000Z'

let app: TestApp
let smtp: SMTPServer
let web: Server
let locks: pg.Client
let engineer: PersonActor
let manager: PersonActor
let business: PersonActor
let worker: Client
let mailway: string
let robot: string
/** What arrived. */
let mails: ParsedMail[] = []
let posts: { headers: Record<string, unknown>; body: string }[] = []
/** How the SMTP server answers: null takes it. */
let refusal: { code: number; text: string } | null = null
let id: string
let at: string

beforeAll(async () => {
  app = await testApp({ now: morning, extra: { area: sampleArea, server: { code: 'samples' } } })
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', async () => {
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
        mails.push(await simpleParser(Buffer.concat(chunks)))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  web = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      posts.push({ headers: request.headers, body })
      response.setHeader('content-type', 'application/json').end('{"errcode":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  locks = new pg.Client(connection(app.url))
  await locks.connect()
  engineer = await app.person('engineer')
  manager = await app.person('manager')
  business = await app.person('business')
  worker = await app.as(engineer)
  for (const one of [engineer, manager, business])
    await app.inTx(asSystem('test'), (tx) => tx.update(person, one.id, { email: `${one.roles[0]}@firm.example` }))
  mailway = await way('邮件', {
    ...{ is: 'mail', host: '127.0.0.1', port: portOf(smtp.server), security: 'none' },
    from: 'touchstone@firm.example',
  })
  robot = await way('值班群', { is: 'wecom', url: `http://127.0.0.1:${portOf(web)}/robot?key=1` })
}, 60_000)
afterAll(async () => {
  await locks?.end()
  smtp?.close()
  web?.close()
  await app?.close()
})

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
const way = async (name: string, settings: OutgoingSettings, more = {}): Promise<string> =>
  (await app.inTx(asSystem('test'), (tx) => tx.create(channel, { name, settings, ...more }))).id

beforeEach(async () => {
  app.clock.set(morning)
  await app.sql('delete from graphile_worker._private_jobs')
  await app.sql(`delete from notice`)
  await app.sql(`delete from channel_send`)
  mails = []
  posts = []
  refusal = null
  const made = await app.inTx(engineer, (tx) => tx.create(sample, { title: '行情中断', owner: business.id }))
  id = made.id
  at = `/api/samples/${id}`
  await settle()
  await app.sql(`update message set state = 'dropped' where state = 'waiting'`)
  await app.sql(`delete from notice`)
})

/** The jobs' worker tells whoever is to be told. */
const settle = () =>
  runOnce({
    pgPool: app.engine.pool,
    noHandleSignals: true,
    taskList: { tell: told as never },
    logger: new Logger(() => () => undefined),
  })
const told = (payload: never) => tellTask(app.engine, payload)
/** The post takes out what is due. */
const post = () => turn(app.engine, locks)
const bell = async (who: PersonActor) => (await (await app.as(who)).get('/api/notices')).body
const texts = async (who: PersonActor): Promise<string[]> =>
  (await bell(who)).items.map((one: { text: string[] }) => one.text[0])
const messages = () =>
  app.sql<{ state: string; address: string; subject: string; error: string | null; attempts: number; channel: string }>(
    `select state, address, subject, error, attempts, channel from message
     where created_at >= '${morning}' and state <> 'dropped' order by id`,
  )

describe('somebody who is concerned', () => {
  it('hears of what is given to them, in the app and by mail, and not of what they did themselves', async () => {
    const other = await app.inTx(engineer, (tx) => tx.create(sample, { title: '交接', owner: manager.id }))
    await settle()
    await post()
    expect(await texts(manager)).toEqual([`${engineer.name}把样例 ${other.number} 交给您:交接`])
    expect((await bell(manager)).unread).toBe(1)
    expect(await texts(engineer)).toEqual([])
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      subject: expect.stringContaining('交接'),
      from: { text: expect.stringContaining('touchstone@firm.example') },
    })
    expect(mails[0]?.text).toContain(`/samples/${other.number}`)
    expect((await messages()).at(-1)).toMatchObject({ state: 'sent', address: 'manager@firm.example' })
  })

  it('answers to the mailbox that makes such records, to any where none does, and to nobody’s where there is none', async () => {
    const told = async () => {
      mails = []
      await app.inTx(engineer, (tx) => tx.create(sample, { title: '交接', owner: manager.id }))
      await settle()
      await post()
      return mails.map(({ replyTo }) => replyTo?.value[0]?.address)
    }
    expect(await told()).toEqual([undefined])
    const any = await makeMailbox(app, { address: 'desk@firm.example' })
    expect(await told()).toEqual(['desk@firm.example'])
    const makes = { record: 'sample', subject: 'title', text: 'body', values: {} }
    const own = await makeMailbox(app, { address: 'samples@firm.example', makes })
    expect(await told()).toEqual(['samples@firm.example'])
    for (const box of [any, own]) await app.inTx(asSystem('test'), (tx) => tx.act(mailbox, box, 'stop'))
    expect(await told()).toEqual([undefined])
  })

  it('hears once of one thing, for the strongest reason', async () => {
    await worker.post(`${at}/comments`, { text: `请 ${mentionOf({ id: business.id, name: 'x' })} 看` })
    await settle()
    expect(await texts(business)).toHaveLength(1)
    expect((await bell(business)).items[0]).toMatchObject({
      why: 'mention',
      readAt: null,
      path: expect.stringMatching(/^\/samples\//),
    })
  })

  it('hears of what they watch in the app, and by mail only if they wish', async () => {
    await worker.patch(at, { version: 1, title: '行情恢复' })
    await settle()
    await post()
    expect(await texts(business)).toEqual([expect.stringContaining('已修改:行情恢复')])
    expect(mails).toEqual([])
  })

  it('hears nothing of what the system keeps up to date by itself', async () => {
    await app.inTx(asSystem('probe'), (tx) => tx.update(sample, id, { twice: 7 }))
    await settle()
    expect(await texts(business)).toEqual([])
  })

  it('who cannot read it hears nothing, and nobody hears of a private note who may not see notes', async () => {
    const other = await app.inTx(engineer, (tx) => tx.create(sample, { title: '备注', watchers: [business.id] }))
    await settle()
    const told = await texts(business)
    expect(told).toEqual([expect.stringContaining('交给您:备注')])
    await worker.post(`/api/samples/${other.id}/comments`, { text: '内部:先别告诉业务', private: true })
    await settle()
    expect(await texts(business)).toEqual(told)
    expect(JSON.stringify(await messages())).not.toContain('内部')
  })

  it('is not told again by a job that is done twice', async () => {
    const { id: other } = await app.inTx(engineer, (tx) => tx.create(sample, { title: '重复', owner: manager.id }))
    const [job] = await app.sql<{ payload: object }>(
      `select payload from graphile_worker._private_jobs order by id desc limit 1`,
    )
    await settle()
    await told(job?.payload as never)
    expect(await texts(manager)).toHaveLength(1)
    expect((await messages()).filter(({ subject }) => subject.includes('重复'))).toHaveLength(1)
    expect(other).toBeTruthy()
  })

  it('reads in their own language', async () => {
    await app.inTx(asSystem('test'), (tx) => tx.update(person, manager.id, { lang: 'en' }))
    await app.inTx(engineer, (tx) => tx.create(sample, { title: 'Feed', owner: manager.id }))
    await settle()
    await post()
    expect(mails[0]?.subject).toMatch(/gave you .* Feed$/)
    await app.inTx(asSystem('test'), (tx) => tx.update(person, manager.id, { lang: 'zh' }))
  })

  it('is not buried by a sheet that somebody brings in', async () => {
    await app.inTx({ ...engineer, via: 'work:import-apply' }, (tx) =>
      tx.create(sample, { title: '导入', owner: manager.id }),
    )
    await settle()
    expect(await texts(manager)).toEqual([])
  })

  it('marks what they read, one or all, and nobody else’s', async () => {
    for (const title of ['一', '二', '三'])
      await app.inTx(engineer, (tx) => tx.create(sample, { title, owner: manager.id }))
    await settle()
    const mine = await app.as(manager)
    const { items } = await bell(manager)
    await (await app.as(business)).post('/api/notices/read', { ids: [items[0].id] })
    expect((await bell(manager)).unread).toBe(3)
    expect((await mine.post('/api/notices/read', { ids: [items[0].id] })).body).toEqual({ read: 1 })
    expect((await mine.get('/api/notices?unread=true')).body.items).toHaveLength(2)
    await mine.post('/api/notices/read', {})
    expect((await bell(manager)).unread).toBe(0)
    const page = (await mine.get('/api/notices?limit=2')).body
    expect((await mine.get(`/api/notices?limit=2&after=${page.next}`)).body.items).toHaveLength(1)
  })
})

describe('an approval', () => {
  it('asks whoever decides, by a link that is theirs alone, and tells whoever asked when it is refused', async () => {
    const steps = [step([person_(manager)])]
    const asked = await app.inTx(asSystem('test'), async (tx) => {
      const made = await tx.create(approvalRule, {
        name: '关闭须核准',
        rule: { record: 'sample', verb: 'shut', when: [{ field: 'title', op: 'is', value: '待批' }], steps },
      })
      await tx.act(approvalRule, made.id, 'put-in-force')
      return tx.create(sample, { title: '待批', body: '完' })
    })
    const answer = await worker.post(`/api/samples/${asked.id}/shut`, {})
    expect(answer.status).toBe(202)
    const { id: approval, digest } = answer.body.approval
    await settle()
    await post()
    expect(await texts(manager)).toEqual([`请您审批:shut样例 ${asked.number} 待批`])
    const link = mails[0]?.text?.match(/\/approvals\/\S+/)?.[0] ?? ''
    expect(link).toMatch(new RegExp(`^/approvals/${approval}\\?link=`))
    expect((await bell(manager)).items[0].path).toBe(`/approvals/${approval}`)
    const refused = await (await app.as(manager)).post(`/api/approvals/${approval}/refuse`, { digest, note: '再等等' })
    expect(refused.status).toBe(200)
    await settle()
    expect(await texts(engineer)).toEqual([expect.stringContaining('您提出的审批未办成')])
  })
})

it('whom a step of escalation names is told when the time runs out, and so is whoever watches', async () => {
  const always = await app.inTx(asSystem('test'), async (tx) => {
    const made = await tx.create(workingCalendar, { code: 'always', name: '全天', kind: 'always', source: '制度' })
    await tx.act(workingCalendar, made.id, 'approve')
    return made.id
  })
  await app.inTx(asSystem('test'), (tx) =>
    tx.create(target, {
      name: '响应',
      rule: { record: 'incident', clock: 'response', when: [] },
      minutes: 30,
      calendar: always,
      warnAt: null,
      escalation: [{ at: 1.5, to: [{ is: 'role', code: 'manager' }] }],
    }),
  )
  const { body } = await worker.post('/api/incidents', { title: '报单网关无响应' })
  app.clock.advance(46 * 60_000)
  await clockTurn(app.engine, clockSource)
  await settle()
  expect(await texts(manager)).toEqual([`故障 ${body.item.number} 时限已升级:报单网关无响应`])
  expect(await texts(engineer)).toEqual([
    `故障 ${body.item.number} 时限已升级:报单网关无响应`,
    `故障 ${body.item.number} 已超时:报单网关无响应`,
  ])
})

describe('wishes', () => {
  const wish = async (more: object) => {
    const mine = await app.as(manager)
    const { wishes } = (await mine.get('/api/notices/wishes')).body
    expect((await mine.post('/api/notices/wishes', { ...wishes, ...more })).status).toBe(200)
  }

  it('hold a message back until quiet hours end, and then several go as one', async () => {
    app.clock.set('2026-11-24T15:00:00.000Z') // 23:00 in Shanghai
    await wish({ quiet: { from: '22:00', to: '07:30' } })
    for (const title of ['夜一', '夜二'])
      await app.inTx(engineer, (tx) => tx.create(sample, { title, owner: manager.id }))
    await settle()
    await post()
    expect(mails).toEqual([])
    app.clock.set('2026-11-24T23:30:00.000Z')
    await post()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('2 条通知')
    expect(mails[0]?.text).toMatch(/夜一[\s\S]*夜二/)
    await wish({ quiet: null })
  })

  it('are one’s own, checked, and journalled', async () => {
    const mine = await app.as(manager)
    const { wishes } = (await mine.get('/api/notices/wishes')).body
    const bad = await mine.post('/api/notices/wishes', { ...wishes, digestAt: '25:00', quiet: { from: '1', to: '2' } })
    expect(bad.body.errors.map((one: { path: string }) => one.path).sort()).toEqual([
      'digestAt',
      'quiet.from',
      'quiet.to',
    ])
    expect((await mine.post('/api/notices/wishes', { ...wishes, through: robot })).status).toBe(422)
    const [entry] = await app.sql(`select verb from journal where record_id = $1 and verb = 'notice-wishes'`, [
      manager.id,
    ])
    expect(entry).toBeTruthy()
  })
})

describe('a rule', () => {
  const rule = (author: PersonActor, more: object) =>
    app.inTx(author, (tx) =>
      tx.create(noticeRule, { name: '规则', rule: { record: 'sample', on: ['open'], when: [] }, ...more } as never),
    )

  it('tells a robot what its author reads, and nothing that is secret to some', async () => {
    const { id: ruleId } = await rule(manager, { through: [robot] })
    await app.inTx(asSystem('test'), (tx) => tx.update(sample, id, { body: '口令 1234' }))
    await app.inTx(engineer, (tx) => tx.act(sample, id, 'open'))
    await settle()
    await post()
    expect(posts).toHaveLength(1)
    expect(posts[0]?.body).toContain('行情中断')
    expect(posts[0]?.body).not.toContain('1234')
    await app.inTx(manager, (tx) => tx.act(noticeRule, ruleId, 'stop'))
  })

  it('reaches each of those it means by mail', async () => {
    const to = ['engineer', 'manager'].map((code) => ({ is: 'role', code }))
    const { id: ruleId } = await rule(manager, { to, rule: { record: 'sample', on: ['create'], when: [] } })
    await app.inTx(business, (tx) => tx.create(sample, { title: '两人' }))
    await settle()
    await app.inTx(manager, (tx) => tx.act(noticeRule, ruleId, 'stop'))
    const told = (await messages()).filter(({ subject }) => subject.includes('两人')).map(({ address }) => address)
    expect(told.sort()).toEqual(['engineer@firm.example', 'manager@firm.example'])
  })

  it('holds where its conditions hold of the row', async () => {
    const { id: ruleId } = await rule(manager, {
      rule: { record: 'sample', on: ['open'], when: [{ field: 'level', op: 'is', value: 'high' }] },
      to: [{ is: 'person', id: manager.id }],
    })
    await app.inTx(engineer, (tx) => tx.act(sample, id, 'open'))
    const high = await app.inTx(engineer, (tx) => tx.create(sample, { title: '高', level: 'high' }))
    await app.inTx(engineer, (tx) => tx.act(sample, high.id, 'open'))
    await settle()
    expect(await texts(manager)).toEqual([expect.stringContaining('高')])
    await app.inTx(manager, (tx) => tx.act(noticeRule, ruleId, 'stop'))
  })

  it('is for oneself and one’s team, unless one is a manager; what it names must be there', async () => {
    const own = { name: '我的', rule: { record: 'sample', on: ['open'] }, to: [{ is: 'person', id: engineer.id }] }
    expect((await worker.post('/api/notice-rules', own)).status).toBe(201)
    const faults = async (more: object) =>
      (await worker.post('/api/notice-rules', { ...own, ...more })).body.errors?.map(
        (one: { path: string; code: string }) => `${one.path} ${one.code}`,
      )
    expect(await faults({ to: [{ is: 'person', id: manager.id }] })).toEqual(['to.0 not-yours'])
    expect(await faults({ through: [robot] })).toEqual(['through not-yours'])
    expect(await faults({ rule: { record: 'sample', on: ['open', 'fly'] } })).toEqual(['rule.on.1 unknown-verb'])
    expect(await faults({ rule: { record: 'nothing', on: ['open'] } })).toEqual(['rule.record unknown'])
  })
})

it('200 alarms in a minute reach a robot that bans after 20 a minute in at most 20 messages, every one of them', async () => {
  const { id: ruleId } = await app.inTx(manager, (tx) =>
    tx.create(noticeRule, {
      name: '风暴',
      rule: { record: 'sample', on: ['create'], when: [] },
      to: [],
      through: [robot],
      urgent: true,
    }),
  )
  const start = Date.parse(morning)
  const sentAt: number[] = []
  for (let second = 0; second < 70; second++) {
    app.clock.set(new Date(start + second * 1_000).toISOString())
    if (second < 50)
      await app.inTx(engineer, async (tx) => {
        for (let i = 0; i < 4; i++) await tx.create(sample, { title: `告警 ${second * 4 + i}` })
      })
    if (second < 50) await settle()
    const before = posts.length
    await post()
    for (let i = before; i < posts.length; i++) sentAt.push(second)
  }
  for (const second of sentAt)
    expect(sentAt.filter((one) => one > second - 60 && one <= second).length).toBeLessThanOrEqual(20)
  expect(posts.length).toBeGreaterThan(1)
  expect((await messages()).filter(({ state }) => state === 'waiting')).toEqual([])
  const sent = (await messages()).filter(({ subject }) => subject.includes('告警'))
  expect(sent).toHaveLength(200)
  await app.inTx(manager, (tx) => tx.act(noticeRule, ruleId, 'stop'))
}, 60_000)

describe('a channel that fails', () => {
  it('is tried again later and later, then given up and shown; a retry starts anew', async () => {
    refusal = { code: 451, text: 'try later' }
    await app.inTx(engineer, (tx) => tx.create(sample, { title: '投递', owner: manager.id }))
    await settle()
    await post()
    const mine = async () => (await messages()).find(({ subject }) => subject.includes('投递'))
    expect(await mine()).toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringContaining('try later') })
    await post()
    expect(await mine()).toMatchObject({ attempts: 1 })
    app.clock.advance(10_000)
    await post()
    app.clock.advance(60_000)
    await post()
    expect(await mine()).toMatchObject({ state: 'failed', attempts: 3 })
    refusal = null
    const admin = await app.person('admin')
    const health = await (await app.as(admin)).get('/api/house/health')
    expect(health.body.items).toContainEqual(
      expect.objectContaining({
        code: 'messages',
        level: 'warning',
        text: [expect.stringContaining('未送达 1'), expect.anything()],
      }),
    )
    const [row] = await app.sql<{ id: string }>(
      `select id from message where state = 'failed' order by id desc limit 1`,
    )
    expect((await (await app.as(admin)).post(`/api/messages/${row?.id}/retry`, {})).status).toBe(200)
    await post()
    expect(await mine()).toMatchObject({ state: 'sent' })
    expect(mails).toHaveLength(1)
  })

  it('hands over to its fallback, and both stand in the list', async () => {
    const sms = await way('短信', {
      ...{ is: 'sms', url: `http://127.0.0.1:${portOf(web)}/sms`, type: 'json', headers: {} },
      body: { to: '{phone}', text: '{text}' },
    })
    await app.inTx(asSystem('test'), async (tx) => {
      await tx.update(channel, mailway, { fallback: sms })
      await tx.update(person, manager.id, { phone: '13800000000' })
    })
    refusal = { code: 550, text: 'no such user' }
    await app.inTx(engineer, (tx) => tx.create(sample, { title: '改道', owner: manager.id }))
    await settle()
    await post()
    await post()
    expect((await messages()).filter(({ subject }) => subject.includes('改道'))).toMatchObject([
      { state: 'failed', address: 'manager@firm.example', error: expect.stringContaining('no such user') },
      { state: 'sent', address: '13800000000', channel: sms },
    ])
    expect(posts.at(-1)?.body).toContain('13800000000')
    await app.inTx(asSystem('test'), (tx) => tx.update(channel, mailway, { fallback: null }))
  })

  it('does not lead round a circle', async () => {
    const admin = await app.as(await app.person('admin'))
    const second = await way('二', { is: 'webhook', url: 'http://127.0.0.1:9/' }, { fallback: robot })
    const { body } = await admin.get(`/api/channels/${robot}`)
    expect(await admin.patch(`/api/channels/${robot}`, { version: body.item.version, fallback: second })).toMatchObject(
      {
        status: 422,
        body: { errors: [{ path: 'fallback', code: 'circle' }] },
      },
    )
  })

  it('that is stopped passes on at once', async () => {
    await app.inTx(asSystem('test'), (tx) => tx.update(channel, mailway, { fallback: null }))
    const admin = await app.person('admin')
    await app.inTx(admin, (tx) => tx.act(channel, robot, 'stop'))
    await app.inTx(manager, (tx) =>
      tx.create(noticeRule, {
        name: '停',
        rule: { record: 'sample', on: ['shut'], when: [] },
        through: [robot],
        to: [],
      }),
    )
    await app.inTx(asSystem('test'), (tx) => tx.update(sample, id, { body: '完' }))
    await app.inTx(engineer, (tx) => tx.act(sample, id, 'shut'))
    await settle()
    await post()
    expect(posts).toEqual([])
    expect((await messages()).at(-1)).toMatchObject({ state: 'failed', error: 'stopped' })
    await app.inTx(admin, (tx) => tx.act(channel, robot, 'resume'))
  })
})

it('a key is set, and then stands nowhere a person reads', async () => {
  const admin = await app.as(await app.person('admin'))
  expect((await worker.post(`/api/channels/${mailway}/set-secret`, { value: 'x' })).status).toBe(403)
  expect((await admin.post(`/api/channels/${mailway}/set-secret`, { value: 'topsecret-77' })).body).toMatchObject({
    secretSet: true,
  })
  const shown = JSON.stringify([
    (await admin.get(`/api/channels/${mailway}`)).body,
    (await admin.get(`/api/channels/${mailway}/journal`)).body,
  ])
  expect(shown).not.toContain('topsecret-77')
  expect(shown).toContain('set-secret')
  expect((await (await app.as(business)).get(`/api/channels/${mailway}`)).body.item.settings).toBeNull()
  await admin.post(`/api/channels/${mailway}/set-secret`, { value: '' })
})

describe('a template', () => {
  it('in use says it in the firm’s words, and is seen beforehand in both languages', async () => {
    const admin = await app.as(await app.person('admin'))
    const made = await admin.post('/api/templates', {
      ...{ name: '交办', record: 'sample', act: 'assigned' },
      ...{ subjectZh: '【{{number}}】请处理', textZh: '{{by}}:{{field.title}}\n{{field.body}}\n{{link}}' },
      ...{ subjectEn: '[{{number}}] please', textEn: '{{by}}: {{field.title}}' },
    })
    expect(made.status).toBe(201)
    const shown = await admin.get(`/api/templates/${made.body.item.id}/preview`)
    expect(shown.body).toMatchObject({
      zh: { subject: expect.stringMatching(/^【SMP-/) },
      en: { subject: expect.stringMatching(/please$/) },
    })
    await admin.post(`/api/templates/${made.body.item.id}/use`, {})
    await app.inTx(engineer, (tx) => tx.create(sample, { title: '按模板', owner: manager.id }))
    await settle()
    await post()
    expect(mails[0]?.subject).toMatch(/^【SMP-.*】请处理$/)
    expect(mails[0]?.text).toContain(`${engineer.name}:按模板`)
    await admin.post(`/api/templates/${made.body.item.id}/stop`, {})
  })

  it('with places that nothing fills is refused, each named', async () => {
    const admin = await app.as(await app.person('admin'))
    const made = await admin.post('/api/templates', {
      ...{
        name: '错',
        record: 'sample',
        subjectZh: '{{nmber}}',
        textZh: 'x',
        subjectEn: '{{field.nope}}',
        textEn: 'x',
      },
    })
    expect(made.body.errors.map((one: { path: string }) => one.path)).toEqual(['subjectZh', 'subjectEn'])
    expect(await app.sql(`select from template where name = '错'`)).toEqual([])
    expect(template.plural).toBe('templates')
  })
})
