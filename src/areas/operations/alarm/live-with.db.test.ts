import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { areaServers } from '../../../app/areas.ts'
import { makeEngine } from '../../../platform/make-engine.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import type { ValuesOf } from '../../../record/record.ts'
import { instantAt, msOf } from '../../../record/time.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { channel } from '../../messaging/channel/channel.record.ts'
import { noticeRule } from '../../messaging/notice-rule/notice-rule.record.ts'
import { tellTask } from '../../messaging/server/tell.ts'
import { person } from '../../organisation/person/person.record.ts'
import { post } from '../../organisation/post/post.record.ts'
import type { component } from '../component/component.record.ts'
import { escalationPolicy } from '../escalation-policy/escalation-policy.record.ts'
import { sweep } from '../probe/server/watch.ts'
import { makeSource } from '../testing/sources.ts'
import { alarmLines, alarmsOf, makeComponent, makeProbe, readingsByHand } from '../testing/watching.ts'

let app: TestApp
let engineer: Client
let people: Record<'engineer' | 'operator' | 'manager', PersonActor>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  people = {
    engineer: await app.person('engineer'),
    operator: await app.person('operator'),
    manager: await app.person('manager'),
  }
  engineer = await app.as(people.engineer)
})

const inMinutes = (minutes: number) => instantAt(msOf(app.clock.now()) + minutes * 60_000)
const pass = async (minutes: number) => {
  app.clock.advance(minutes * 60_000)
  await sweep(app.engine)
}

/** What lies under somebody's bell, once the jobs' worker has told whoever is to be told. */
async function bell(who: PersonActor): Promise<string[]> {
  const tell = (payload: never) => tellTask(app.engine, payload)
  const logger = new Logger(() => () => undefined)
  await runOnce({ pgPool: app.engine.pool, noHandleSignals: true, taskList: { tell: tell as never }, logger })
  const rows = await app.sql<{ text: [string, string] }>('select text from notice where person = $1 order by at, id', [
    who.id,
  ])
  return rows.map(({ text }) => text[0])
}

/** The manager is told of every alarm. */
const tellManager = () =>
  app.inTx(people.manager, (tx) =>
    tx.create(noticeRule, { name: '告警', rule: { record: 'alarm', on: ['create'], when: [] } }),
  )

async function watched(name: string, values: ValuesOf<typeof component> = {}) {
  const node = await makeComponent(app, name, { criticality: 'trading', ...values })
  const row = await makeProbe(app, node)
  const hand = readingsByHand(app, [row])
  const say = async (outcome: 'up' | 'down') => {
    for (let n = 0; n < 3; n++) {
      app.clock.advance(1_000)
      await hand.read(outcome)
    }
  }
  return { node, row, say }
}

const windowOf = async (components: string[], values: object = {}) => {
  const { body } = await engineer.post('/api/maintenance-windows', {
    title: '更换电源',
    reason: '电源模块到期',
    owner: people.engineer.id,
    components,
    startsAt: app.clock.now(),
    endsAt: inMinutes(60),
    ...values,
  })
  return body.item as { id: string; number: string }
}

describe('a maintenance window', () => {
  it('holds back what fails in it, with what stands on it, and ends aloud', async () => {
    const host = await watched('主机')
    const gate = await watched('网关', { dependsOn: [host.node.id] })
    const other = await watched('行情')
    for (const one of [host, gate, other]) await one.say('up')
    const window = await windowOf([host.node.id])
    await pass(0)
    await gate.say('down')
    await host.say('down')
    await other.say('down')
    expect(await alarmsOf(app)).toMatchObject([{ component: other.node.id }])
    await gate.say('up')
    await pass(60)
    expect(await alarmsOf(app)).toMatchObject([
      { component: other.node.id },
      {
        component: host.node.id,
        title: `主机「端口」中断:HTTP 503(维护窗口 ${window.number} 结束时仍未恢复)`,
        maintenance: window.id,
      },
    ])
    await Promise.all([sweep(app.engine), sweep(app.engine)])
    expect(await alarmsOf(app)).toHaveLength(2)
    expect((await alarmLines(app)).filter((line) => line.includes('未告警'))).toHaveLength(1)
  })

  it('that is for a component alone explains nothing that stands on it', async () => {
    const host = await watched('主机')
    const gate = await watched('网关', { dependsOn: [host.node.id] })
    for (const one of [host, gate]) await one.say('up')
    await windowOf([host.node.id], { dependents: false })
    await host.say('down')
    await gate.say('down')
    expect(await alarmsOf(app)).toMatchObject([{ component: gate.node.id }])
    await host.say('up')
    await pass(60)
    expect(await alarmsOf(app)).toHaveLength(1)
  })
})

describe('a window and a source outside', () => {
  it('holds back what is reported in it until it is over', async () => {
    const node = await makeComponent(app, '数据库')
    const { token } = await makeSource(engineer, {
      settings: { is: 'json', key: '{key}', title: '{text}', state: '{state}', over: ['ok'] },
      component: node.id,
    })
    const send = (key: string, state: string) =>
      app.anyone.post('/api/intake/json', { key, text: key, state }, { authorization: `Bearer ${token}` })
    await windowOf([node.id])
    for (const key of ['disk', 'cpu']) expect((await send(key, 'bad')).status).toBe(200)
    await send('cpu', 'ok')
    expect(await alarmsOf(app)).toEqual([])
    await pass(61)
    expect(await alarmsOf(app)).toMatchObject([{ title: expect.stringMatching(/^disk.*仍未恢复/) }])
  })
})

describe('a silence', () => {
  it('shows and does not tell; when it ends, what still fires is told', async () => {
    await tellManager()
    const gate = await watched('网关')
    await gate.say('up')
    await gate.say('down')
    expect(await bell(people.manager)).toHaveLength(1)
    const [first] = await alarmsOf(app)
    const asked = await engineer.post(`/api/alarms/${first?.id}/silence`, { minutes: 30, reason: '等备件' })
    expect(asked.status).toBe(200)
    expect(await alarmsOf(app)).toMatchObject([{ quiet: 'silenced', silence: asked.body.silence }])
    await gate.say('up')
    await pass(3)
    await gate.say('down')
    expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved' }, { state: 'firing', quiet: 'silenced' }])
    expect(await bell(people.manager)).toHaveLength(1)
    await pass(30)
    await Promise.all([sweep(app.engine), sweep(app.engine)])
    expect(await bell(people.manager)).toHaveLength(2)
    expect(await alarmsOf(app)).toMatchObject([{}, { quiet: null, silence: null }])
  })

  it('has an end, and means something', async () => {
    const values = { title: '全部', reason: '吵', owner: people.engineer.id, until: inMinutes(60 * 24 * 8) }
    expect((await engineer.post('/api/silences', values)).body.errors).toMatchObject([
      { path: 'component', code: 'required' },
      { path: 'until', code: 'too-long' },
    ])
  })
})

describe('an escalation', () => {
  it('goes along its steps by stored instants, skips the empty at once, ends at the manager, and stops when acknowledged', async () => {
    const empty = await app.inTx(people.manager, (tx) =>
      tx.create(post, { code: 'empty', name: '空岗', duties: '无', duty: 'maker' }),
    )
    const step = (who: object[], wait = 10) => ({ who, wait }) as never
    await app.inTx(people.manager, (tx) =>
      tx.create(escalationPolicy, {
        name: '交易组件',
        criticality: 'trading',
        steps: [
          step([{ is: 'role', code: 'operator' }]),
          step([{ is: 'on-duty', post: empty.id }]),
          step([{ is: 'role', code: 'engineer' }], 20),
        ],
      }),
    )
    const gate = await watched('网关')
    await gate.say('up')
    await gate.say('down')
    await sweep(app.engine)
    expect(await bell(people.operator)).toHaveLength(1)
    await pass(9)
    expect(await bell(people.engineer)).toHaveLength(0)

    const again = await anotherEngine()
    app.clock.advance(60_000)
    await Promise.all([sweep(again), sweep(app.engine)])
    await again.close()
    expect(await bell(people.engineer)).toHaveLength(1)
    await pass(20)
    await pass(60)
    expect(await bell(people.manager)).toHaveLength(1)
    expect(await bell(people.operator)).toHaveLength(1)
    const [alarm] = await alarmsOf(app)
    expect(alarm).toMatchObject({ escalationStep: 4, escalatesAt: null })
    const told = await app.sql('select position, people from alarm_escalation order by position')
    expect(told.map(({ people: who }) => who)).toEqual([
      [people.operator.id],
      [],
      [people.engineer.id],
      [people.manager.id],
    ])

    await engineer.post(`/api/alarms/${alarm?.id}/resolve`, { resolution: '已切换' })
    const feed = await watched('行情')
    await feed.say('up')
    await feed.say('down')
    await sweep(app.engine)
    const [, next] = await alarmsOf(app)
    await (await app.as(people.operator)).post(`/api/alarms/${next?.id}/acknowledge`, {})
    await pass(60)
    expect(await bell(people.engineer)).toHaveLength(1)
  })
})

describe('whoever a rule and the first step of an escalation mean', () => {
  const policy = (urgent: boolean) =>
    app.inTx(people.manager, (tx) =>
      tx.create(escalationPolicy, {
        ...{ name: '交易组件', criticality: 'trading', urgent },
        steps: [{ who: [{ is: 'role', code: 'manager' }], wait: 10 }] as never,
      }),
    )
  const fail = async (name: string) => {
    const one = await watched(name)
    await one.say('up')
    await one.say('down')
    await sweep(app.engine)
    return one
  }

  it('hears of an alarm once, and of its next step again', async () => {
    await tellManager()
    await policy(true)
    await fail('网关')
    expect(await bell(people.manager)).toHaveLength(1)
    await pass(10)
    expect(await bell(people.manager)).toHaveLength(2)
  })

  it('is called at once where the rule alone would have waited for the end of quiet hours', async () => {
    await tellManager()
    await policy(true)
    const settings = { is: 'mail', host: '127.0.0.1', port: 25, security: 'none', from: 'it@firm.example' } as const
    await app.inTx(asSystem('test'), async (tx) => {
      await tx.create(channel, { name: '邮件', settings })
      await tx.update(person, people.manager.id, { email: 'manager@firm.example' })
    })
    const mine = await app.as(people.manager)
    const { wishes } = (await mine.get('/api/notices/wishes')).body
    await mine.post('/api/notices/wishes', { ...wishes, quiet: { from: '00:00', to: '23:59' } })
    await fail('行情')
    await bell(people.manager)
    const letters = await app.sql('select urgent, due <= created_at as now from message where person = $1', [
      people.manager.id,
    ])
    expect(letters).toEqual([{ urgent: true, now: true }])
  })
})

describe('a grouping', () => {
  it('tells the first at once and the rest of its time as one, each an alarm of its own', async () => {
    await tellManager()
    await (await app.as(people.manager)).post('/api/alarm-groupings', { name: '同一组件', by: 'component', minutes: 5 })
    const steps = [{ who: [{ is: 'role', code: 'operator' }], wait: 60 }] as never
    await app.inTx(people.manager, (tx) => tx.create(escalationPolicy, { name: '全部', steps }))
    const node = await makeComponent(app, '主机', { criticality: 'trading' })
    const rows = [await makeProbe(app, node), await makeProbe(app, node), await makeProbe(app, node)]
    const hand = readingsByHand(app, rows)
    for (const outcome of ['up', 'up', 'down', 'down'] as const) {
      app.clock.advance(1_000)
      await hand.read(outcome)
    }
    const all = await alarmsOf(app)
    expect(all.map(({ quiet }) => quiet).sort()).toEqual(['grouped', 'grouped', null])
    await sweep(app.engine)
    expect(await bell(people.manager)).toHaveLength(1)
    await pass(5)
    await Promise.all([sweep(app.engine), sweep(app.engine)])
    expect(await bell(people.manager)).toEqual([
      expect.not.stringContaining('另有'),
      expect.stringContaining('(另有 1 条)'),
    ])
    expect(await bell(people.operator)).toHaveLength(2)
    const escalating = async () => (await alarmsOf(app)).filter(({ escalatesAt }) => escalatesAt !== null)
    const [head] = await escalating()
    expect(head).toMatchObject({ quiet: null })
    await engineer.post(`/api/alarms/${head?.id}/resolve`, { resolution: '已切换' })
    expect(await escalating()).toMatchObject([{ groupedUnder: head?.id }])
  })
})

describe('what stands around an alarm', () => {
  it('is who is next, and what was like it: the same, then its component, then the same upstream', async () => {
    await app.inTx(people.manager, (tx) => tx.create(escalationPolicy, { name: '全部', level: 'warning', steps: [] }))
    const base = await makeComponent(app, '主机')
    const [mine, beside] = [
      await watched('网关', { dependsOn: [base.id] }),
      await watched('行情', { dependsOn: [base.id] }),
    ]
    const other = readingsByHand(app, [await makeProbe(app, mine.node)])
    await mine.say('up')
    await beside.say('up')
    const over = async (say: (outcome: 'up' | 'down') => Promise<unknown>) => {
      await say('down')
      await say('up')
      await pass(3)
    }
    await over(beside.say)
    await over(async (outcome) => {
      for (let n = 0; n < 3; n++) {
        app.clock.advance(1_000)
        await other.read(outcome)
      }
    })
    await over(mine.say)
    await mine.say('down')
    const open = (await alarmsOf(app)).find(({ state }) => state === 'firing')
    const { body } = await engineer.get(`/api/alarms/${open?.number}/around`)
    expect(body.similar.map(({ like }: { like: string }) => like)).toEqual(['key', 'component', 'upstream'])
    expect(body.escalation).toMatchObject({ told: [], next: { position: 0, people: [people.manager.id] } })

    const noise = (await engineer.get('/api/alarms/noise?weeks=4&by=component')).body
    expect(noise.whole).toEqual({ alarms: 4, acknowledged: 0, brief: 3, flapped: 0, night: 0 })
    expect(noise.weeks.map(({ alarms }: { alarms: number }) => alarms)).toEqual([0, 0, 0, 4])
    expect(noise.parts).toMatchObject([
      { value: mine.node.id, alarms: 3 },
      { value: beside.node.id, alarms: 1 },
    ])
    expect(noise.refs[mine.node.id].label).toBe('网关')
  })
})

/** As after a restart: nothing but the database is the same. */
const anotherEngine = () => {
  const { registry, directory, approvalRules, clock, zone, tradingDay, customFields, settings, files, follows, log } =
    app.engine
  return makeEngine({
    ...{ registry, directory, approvalRules, clock, zone, tradingDay, customFields, settings, files, follows, log },
    ...{ url: app.url, poolSize: 3, programs: {}, scan: undefined, signIn: undefined, retentions: [], looks: {} },
    behaviours: areaServers.flatMap((area) => area.behaviours ?? []),
  })
}
