import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../../areas/administration/working-calendar/working-calendar.record.ts'
import { department } from '../../../../areas/organisation/department/department.record.ts'
import { person } from '../../../../areas/organisation/person/person.record.ts'
import { team } from '../../../../areas/organisation/team/team.record.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { ValuesOf } from '../../../../record/record.ts'
import { dayMs } from '../../../../record/time.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { faultsIn } from '../../../../testing/faults.ts'
import { offering } from '../../offering/offering.record.ts'
import { service } from '../../service/service.record.ts'
import { closeFulfilled } from './close.task.ts'

let app: TestApp
let serviceId: string
const ids: Record<string, string> = {}
const clients = {} as Record<'engineer' | 'manager' | 'business' | 'operator' | 'checker', Client>

beforeAll(async () => {
  app = await testApp()
  for (const role of ['engineer', 'manager', 'business', 'operator', 'checker'] as const) {
    const made = await app.person(role)
    ids[role] = made.id
    clients[role] = await app.as(made)
  }
  await app.inTx(asSystem('test'), async (tx) => {
    const calendar = await tx.create(workingCalendar, {
      code: 'always',
      name: '全天候',
      kind: 'always',
      source: '制度',
    })
    await tx.act(workingCalendar, calendar.id, 'approve')
    const trading = await tx.create(department, { code: 'TRD', name: '交易部', head: ids['checker'] as string })
    const desk = await tx.create(department, { code: 'TRD-1', name: '交易一部', parent: trading.id })
    const it = await tx.create(department, { code: 'IT', name: '技术部' })
    Object.assign(ids, { trading: trading.id, desk: desk.id, it: it.id })
    await tx.update(person, ids['business'] as string, { department: trading.id })
    const support = await tx.create(team, { code: 'support', name: '桌面支持组' })
    ids['support'] = support.id
    const made = await tx.create(service, {
      code: 'desktop',
      name: '办公终端',
      owner: ids['manager'] as string,
      team: support.id,
    })
    await tx.act(service, made.id, 'offer')
    serviceId = made.id
  })
})
afterAll(() => app?.close())

let count = 0

/** An offering as an engineer draws it up and the manager publishes it. */
async function published(values: Omit<ValuesOf<typeof offering>, 'code'>): Promise<string> {
  const code = `offering-${++count}`
  const engineer = await app.person('engineer')
  const { id } = await app.inTx(engineer, async (tx) => {
    const made = await tx.create(offering, {
      code,
      title: '终端安装',
      summary: '装一台终端',
      service: serviceId,
      ...values,
    })
    return tx.act(offering, made.id, 'submit')
  })
  await app.inTx(await app.person('manager'), (tx) => tx.act(offering, id, 'publish'), true)
  return id
}

const step = (who: object[], when: object[] = []) =>
  ({
    name: ['审批', 'Approval'],
    who,
    need: 'any',
    count: null,
    sign: false,
    escalateAfter: null,
    escalateTo: [],
    when,
  }) as never

const planned = (key: string, after: string[] = []) => ({ key, title: `任务${key}`, after, when: [] })

async function ordered(offered: string, answers: object = {}, more: object = {}) {
  const made = await clients.business.post('/api/orders', { offering: offered, answers, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return { ...made.body, at: `/api/requests/${made.body.id}` } as {
    id: string
    number: string
    state: string
    at: string
  }
}

const stateOf = async (at: string) => (await clients.engineer.get(at)).body.item.state

const tasksOf = async (id: string) =>
  (await clients.engineer.get(`/api/request-tasks?request=${id}&sort=position`)).body.items as {
    id: string
    key: string
    state: string
  }[]

async function work(id: string, key: string, verb: 'take' | 'done' | 'skip', body: object = {}) {
  const task = (await tasksOf(id)).find((one) => one.key === key)
  return clients.operator.post(`/api/request-tasks/${task?.id}/${verb}`, body)
}

describe('ordering', () => {
  test('fills in what the offering knows, and is approved by itself where nobody is asked', async () => {
    const offered = await published({
      cost: 300,
      form: [{ key: 'floor', label: '楼层', kind: 'number', required: false, default: 3, choices: [], when: [] }],
    })
    const { at, state } = await ordered(offered)
    expect(state).toBe('approved')
    expect((await clients.business.get(at)).body.item).toMatchObject({
      title: '终端安装',
      answers: { floor: 3 },
      cost: 300,
      service: serviceId,
      owner: ids['manager'],
      team: ids['support'],
    })
  })

  test('tells every fault of the answers at once, and makes nothing', async () => {
    const offered = await published({
      form: [
        { key: 'who', label: '谁', kind: 'person', required: true, choices: [], when: [] },
        { key: 'part', label: '部门', kind: 'department', required: false, choices: [], when: [] },
      ],
    })
    const refused = await clients.business.post('/api/orders', {
      offering: offered,
      answers: { part: app.engine.newId(), colour: 'red' },
    })
    expect(refused.status).toBe(422)
    expect(faultsIn(refused.body)).toEqual([
      'answers.colour unknown-field',
      'answers.who required',
      'answers.part no-such-record',
    ])
    expect((await clients.business.get(`/api/requests?offering=${offered}`)).body.items).toEqual([])
  })

  test('is open to the departments named and those below them, and to nobody else', async () => {
    const forAll = await published({})
    const forTrading = await published({ forWhom: [ids['trading'] as string] })
    const forDesk = await published({ forWhom: [ids['desk'] as string] })
    const listed = async () =>
      ((await clients.business.get('/api/catalogue')).body.items as { id: string }[]).map(({ id }) => id)
    const move = (to: string) =>
      app.inTx(asSystem('test'), (tx) =>
        tx.update(person, ids['business'] as string, { department: ids[to] as string }),
      )
    expect(await listed()).toEqual(expect.arrayContaining([forAll, forTrading]))
    expect(await listed()).not.toContain(forDesk)
    const refused = await clients.business.post('/api/orders', { offering: forDesk })
    expect(refused.body.errors).toMatchObject([{ path: 'offering', code: 'not-for-them' }])
    await move('desk')
    expect(await listed()).toEqual(expect.arrayContaining([forAll, forTrading, forDesk]))
    await move('trading')
    const forEngineer = await clients.business.post('/api/orders', { offering: forTrading, forPerson: ids['engineer'] })
    expect(forEngineer.body.errors).toMatchObject([{ path: 'forPerson', code: 'not-for-them' }])
  })

  test('takes published editions alone; a request keeps the edition it was raised with', async () => {
    const first = await published({ tasks: [planned('old')] })
    const { id, at } = await ordered(first)
    const { body: draft } = await clients.engineer.post(`/api/offerings/${first}/new-edition`, {})
    expect((await clients.business.post('/api/orders', { offering: draft.id })).body.errors).toMatchObject([
      { path: 'offering', code: 'not-published' },
    ])
    const { body } = await clients.engineer.get(`/api/offerings/${draft.id}`)
    await clients.engineer.patch(`/api/offerings/${draft.id}`, { version: body.item.version, tasks: [planned('new')] })
    await app.inTx(await app.person('engineer'), (tx) => tx.act(offering, draft.id, 'submit'))
    await app.inTx(await app.person('manager'), (tx) => tx.act(offering, draft.id, 'publish'), true)
    expect((await clients.engineer.get(`/api/offerings/${first}`)).body.item.state).toBe('superseded')
    expect((await clients.business.post('/api/orders', { offering: first })).status).toBe(422)
    expect((await clients.business.get(at)).body.item.offering).toBe(first)
    expect((await tasksOf(id)).map(({ key }) => key)).toEqual(['old'])
  })
})

describe('approval by the offering’s steps', () => {
  const amount = { key: 'amount', label: '金额', kind: 'number' as const, required: true, choices: [], when: [] }
  const large = [{ field: 'amount', op: 'at-least', value: 10_000 }]
  const asked = async (id: string) =>
    (await clients.manager.get(`/api/requests/${id}/approvals`)).body.items.find(
      ({ state }: { state: string }) => state === 'pending',
    )
  const say = async (who: Client, id: string, vote: 'agree' | 'refuse', note?: string) => {
    const pending = await asked(id)
    return who.post(`/api/approvals/${pending.id}/${vote}`, { digest: pending.digest, ...(note && { note }) })
  }

  test('asks neither whoever asked nor for whom it was asked', async () => {
    const offered = await published({ approval: [step([{ is: 'role', code: 'checker' }])] })
    const alone = await clients.business.post('/api/orders', { offering: offered, forPerson: ids['checker'] })
    expect([alone.status, JSON.stringify(alone.body)]).toEqual([422, expect.stringContaining('no-approver')])

    const second = await app.as(await app.person('checker', 'operator'))
    const { id, at } = await ordered(offered, {}, { forPerson: ids['checker'] })
    const own = await say(clients.checker, id, 'agree')
    expect([own.status, own.body.code]).toEqual([409, 'same-person'])
    expect((await say(second, id, 'agree')).status).toBe(200)
    expect(await stateOf(at)).toBe('approved')
  })

  test('asks those whom the answers call for, one after the other, and then makes the tasks', async () => {
    const offered = await published({
      form: [{ ...amount }],
      approval: [step([{ is: 'requesters-head' }]), step([{ is: 'role', code: 'manager' }], large)],
      tasks: [planned('export')],
    })
    const small = await ordered(offered, { amount: 5 })
    expect(small.state).toBe('new')
    expect((await say(clients.checker, small.id, 'agree')).status).toBe(200)
    expect(await stateOf(small.at)).toBe('approved')

    const big = await ordered(offered, { amount: 20_000 })
    await say(clients.checker, big.id, 'agree')
    expect(await stateOf(big.at)).toBe('new')
    expect(await tasksOf(big.id)).toEqual([])
    await say(clients.manager, big.id, 'agree')
    expect(await stateOf(big.at)).toBe('approved')
    expect(await tasksOf(big.id)).toMatchObject([{ key: 'export', state: 'ready' }])
  })

  test('a refusal ends the request and tells why', async () => {
    const offered = await published({ approval: [step([{ is: 'role', code: 'manager' }])] })
    const { id, at } = await ordered(offered)
    await say(clients.manager, id, 'refuse', '本季度不再采购。')
    expect((await clients.business.get(at)).body.item).toMatchObject({
      state: 'rejected',
      rejectReason: '本季度不再采购。',
    })
  })

  test('a change of the answers voids what was asked; the requester submits anew', async () => {
    const offered = await published({
      form: [{ ...amount }],
      approval: [step([{ is: 'role', code: 'manager' }])],
    })
    const { id, at } = await ordered(offered, { amount: 5 })
    const { version } = (await clients.business.get(at)).body.item
    expect((await clients.business.patch(at, { version, answers: { amount: 'much' } })).status).toBe(422)
    expect((await clients.business.patch(at, { version, answers: { amount: 6 } })).status).toBe(200)
    expect(await asked(id)).toBeUndefined()
    expect((await clients.business.post(`${at}/submit`)).status).toBe(202)
    await say(clients.manager, id, 'agree')
    expect(await stateOf(at)).toBe('approved')
    const later = (await clients.business.get(at)).body.item.version
    expect((await clients.business.patch(at, { version: later, answers: { amount: 7 } })).status).toBe(403)
    expect((await clients.engineer.patch(at, { version: later, answers: { amount: 7 } })).body.errors).toMatchObject([
      { path: 'answers', code: 'not-theirs' },
    ])
  })

  test('nobody approves what they ask for: an order that only they could approve is not taken', async () => {
    const offered = await published({ approval: [step([{ is: 'person', id: ids['business'] }])] })
    const refused = await clients.business.post('/api/orders', { offering: offered })
    expect(refused.body.errors).toMatchObject([{ code: 'no-approver' }])
    expect((await clients.business.get(`/api/requests?offering=${offered}`)).body.items).toEqual([])
  })
})

describe('fulfilment', () => {
  test('goes task by task in their order, starts with the first and ends with the last', async () => {
    const offered = await published({ tasks: [planned('a'), planned('b'), planned('c', ['a', 'b'])] })
    const { id, at } = await ordered(offered)
    const states = async () => (await tasksOf(id)).map(({ key, state }) => `${key} ${state}`).join(', ')
    expect(await states()).toBe('a ready, b ready, c waiting')
    await work(id, 'a', 'take')
    expect(await stateOf(at)).toBe('in-fulfilment')
    await work(id, 'a', 'done', { result: '装好' })
    expect((await work(id, 'c', 'take')).status).toBe(409)
    await work(id, 'b', 'take')
    await work(id, 'b', 'done')
    expect(await states()).toBe('a done, b done, c ready')
    expect((await clients.engineer.post(`${at}/fulfil`)).body.errors).toMatchObject([
      { path: 'tasks.3', code: 'task-open' },
    ])
    await work(id, 'c', 'take')
    await work(id, 'c', 'done')
    expect((await clients.business.get(at)).body.item).toMatchObject({ state: 'fulfilled', fulfilment: 'whole' })
  })

  test('that leaves something out is partly done, and the requester is told why', async () => {
    const offered = await published({ tasks: [planned('a'), planned('b', ['a'])] })
    const { id, at } = await ordered(offered)
    await work(id, 'a', 'take')
    await work(id, 'a', 'done')
    expect((await work(id, 'b', 'skip')).status).toBe(422)
    await work(id, 'b', 'skip', { skipReason: '打印机缺货' })
    expect((await clients.business.get(at)).body.item).toMatchObject({
      state: 'fulfilled',
      fulfilment: 'partly',
      outcome: '任务b:打印机缺货',
    })
    const { items, done } = (await clients.business.get(`${at}/progress`)).body
    expect([done, items.length]).toEqual([1, 2])
    expect(items[1]).toMatchObject({ state: 'skipped', skipReason: '打印机缺货', after: [1] })
  })

  test('waits while the requester is asked, and goes on with their answer', async () => {
    const offered = await published({ fulfilMinutes: 600, responseMinutes: 30 })
    const { at } = await ordered(offered)
    await clients.operator.post(`${at}/start`)
    await clients.operator.post(`${at}/ask`, { waitingFor: '放在哪张桌上?' })
    const fulfilment = async () => {
      const { items } = (await clients.business.get(`${at}/clocks`)).body
      return items.find(({ clock }: { clock: string }) => clock === 'fulfilment')
    }
    expect(await fulfilment()).toMatchObject({ state: 'paused', target: { minutes: 600 } })
    await clients.engineer.post(`${at}/comments`, { text: '等他答复。' })
    expect(await stateOf(at)).toBe('waiting')
    await clients.business.post(`${at}/comments`, { text: '靠窗那张。' })
    expect((await clients.business.get(at)).body.item).toMatchObject({ state: 'in-fulfilment', waitingFor: null })
    expect(await fulfilment()).toMatchObject({ state: 'running' })
  })

  test('can be withdrawn by the requester until it is done, and nothing of it is left to do', async () => {
    const offered = await published({ tasks: [planned('a'), planned('b', ['a'])] })
    const { id, at } = await ordered(offered)
    expect((await clients.engineer.post(`${at}/cancel`, { cancelReason: '不用了' })).status).toBe(403)
    await clients.business.post(`${at}/cancel`, { cancelReason: '不用了' })
    expect(await stateOf(at)).toBe('cancelled')
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['skipped', 'skipped'])
  })

  test('is closed by itself when nobody objects, and reopened only for so long', async () => {
    const offered = await published({})
    const [kept, late] = [await ordered(offered), await ordered(offered)]
    for (const { at } of [kept, late]) {
      await clients.operator.post(`${at}/start`)
      await clients.operator.post(`${at}/fulfil`, { outcome: '好了' })
    }
    const reopen = { reopenReason: '还是不行' }
    expect((await clients.business.post(`${kept.at}/reopen`, reopen)).body.item.state).toBe('in-fulfilment')
    app.clock.advance(5 * dayMs)
    await closeFulfilled(app.engine, undefined as never)
    expect([await stateOf(kept.at), await stateOf(late.at)]).toEqual(['in-fulfilment', 'closed'])
    app.clock.advance(10 * dayMs)
    expect((await clients.business.post(`${late.at}/reopen`, reopen)).body.errors).toMatchObject([{ code: 'too-late' }])
  })
})

test('a request is hidden from those whom it does not concern', async () => {
  const offered = await published({})
  const { at } = await ordered(offered)
  const stranger = await app.as(await app.person('business', 'stranger'))
  expect((await stranger.get(at)).status).toBe(404)
  expect((await stranger.get(`${at}/progress`)).status).toBe(404)
})
