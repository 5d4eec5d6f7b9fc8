import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { component } from '../../operations/component/component.record.ts'
import { department } from '../../organisation/department/department.record.ts'
import { team } from '../../organisation/team/team.record.ts'
import { offering } from '../offering/offering.record.ts'
import { service } from '../service/service.record.ts'
import { serviceServer } from '../service.server.ts'

let app: TestApp
let wang: PersonActor
let engineer: Client
let operator: Client
let manager: Client
let business: Client
let gateway: string
let dealing: { id: string; users: string[] }

beforeAll(async () => {
  app = await testApp()
  wang = await app.person('engineer')
  engineer = await app.as(wang)
  operator = await app.as(await app.person('operator'))
  manager = await app.as(await app.person('manager'))
  business = await app.as(await app.person('business'))
  await app.inTx(asSystem('test'), async (tx) => {
    const line = await tx.create(component, { code: 'line', name: '专线', kind: 'line' })
    const made = await tx.create(component, { code: 'gw', name: '报单网关', kind: 'gateway', dependsOn: [line.id] })
    await tx.create(component, {
      code: 'ui',
      name: '交易终端',
      kind: 'process',
      criticality: 'trading',
      dependsOn: [made.id],
    })
    gateway = line.id
    const users = await tx.create(department, { code: 'TRD', name: '交易业务部' })
    const support = await tx.create(team, { code: 'ops', name: '运维组' })
    const front = await tx.db.selectFrom('component').select('id').where('code', '=', 'ui').executeTakeFirstOrThrow()
    const offered = await tx.create(service, {
      code: 'deal',
      name: '交易服务',
      owner: wang.id,
      team: support.id,
      users: [users.id],
      components: [front.id],
    })
    dealing = { id: offered.id, users: [users.id] }
  })
})
afterAll(() => app?.close())

const report = async (title: string, values: object = {}, as = engineer) =>
  (await as.post('/api/incidents', { title, ...values })).body.item
const at = ({ id }: { id: string }) => `/api/incidents/${id}`
const task = (name: string) => serviceServer.tasks?.[name]?.(app.engine, {} as never)

describe('what follows from an incident', () => {
  it('is its priority by the matrix that the firm has set, never below P2 where it may affect trading', async () => {
    const asked = '/api/incidents/outlook?impact=low&urgency=low'
    expect((await operator.get(asked)).body.priority).toBe('p4')
    const rule = { impact: 'low', urgency: 'low', priority: 'p3', reason: '年度评审' }
    expect((await operator.post('/api/priority-rules', rule)).status).toBe(403)
    expect((await manager.post('/api/priority-rules', rule)).status).toBe(201)
    const again = (await manager.post('/api/priority-rules', { ...rule, priority: 'p1', reason: '再次评审' })).body.item
    expect((await operator.get(asked)).body.priority).toBe('p1')
    const inForce = await manager.get('/api/priority-rules?state=in-force')
    expect(inForce.body.items.map((one: { id: string }) => one.id)).toEqual([again.id])
    expect(await report('打印机卡纸', { impact: 'low', urgency: 'low' })).toMatchObject({ priority: 'p1' })
    await manager.post(`/api/priority-rules/${again.id}/withdraw`)
    const calm = await report('键盘失灵', { impact: 'low', urgency: 'low' })
    expect(calm).toMatchObject({ priority: 'p4' })
    const { body } = await engineer.patch(at(calm), { version: calm.version, affectsTrading: true })
    expect(body.item.priority).toBe('p2')
    expect((await operator.get(`${asked}&affectsTrading=true`)).body.priority).toBe('p2')
  })

  it('is the one service above its component, and who reported it', async () => {
    const outlook = await operator.get(`/api/incidents/outlook?impact=low&urgency=low&component=${gateway}`)
    expect(outlook.body.reach).toMatchObject({
      trading: true,
      services: [{ name: '交易服务' }],
      components: [
        { name: '专线', distance: 0 },
        { name: '报单网关', distance: 1 },
        { name: '交易终端', distance: 2, trading: true },
      ],
    })
    const made = await report('专线抖动', { component: gateway }, business)
    expect(made).toMatchObject({ service: dealing.id, reportedBy: (await app.person('business')).id, channel: 'desk' })
  })

  it('is read by whom it was reported for', async () => {
    const who = await app.person('business')
    const made = await report('登录变慢', { reportedBy: who.id, channel: 'phone' }, operator)
    expect((await business.get(at(made))).status).toBe(200)
  })
})

describe('the desk', () => {
  const queue = async (query = '', as = engineer) => (await as.get(`/api/desk?${query}`)).body
  const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title)

  it('orders what is open by urgency, page after page, and counts each queue', async () => {
    await app.sql(`update incident set state = 'closed'`)
    const [, late, soon, trading] = await Promise.all(
      ['慢', '过期', '将到期', '影响交易'].map((title) => report(title, { affectsTrading: title === '影响交易' })),
    )
    await app.sql(`update incident set due_at = '2026-11-24T01:00:00Z' where id = $1`, [late.id])
    await app.sql(`update incident set due_at = '2026-11-24T01:42:00Z' where id = $1`, [soon.id])
    await engineer.post(`${at(trading)}/assign`, { assignee: wang.id })
    const all = await queue()
    expect(titles(all)).toEqual(['过期', '将到期', '影响交易', '慢'])
    expect(all.counts).toMatchObject({
      all: { value: 4, atLeast: false },
      mine: { value: 1 },
      unassigned: { value: 3 },
      team: { value: 0 },
    })
    expect(titles(await queue('queue=mine'))).toEqual(['影响交易'])
    expect((await business.get('/api/desk')).status).toBe(403)
    for (let n = 0; n < 50; n++) await report(`许多 ${n}`)
    const first = await queue()
    const second = await queue(`after=${first.next}`)
    expect(first.items).toHaveLength(50)
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(first.counts.all.value)
    expect(second.next).toBeNull()
    expect(await queue('after=eyJhIjoxfQ')).toMatchObject({ code: 'bad-cursor' })
  })

  it('has requests that wait for work among the incidents, in the same order', async () => {
    await app.sql(`update incident set state = 'closed'`)
    await orderedSeat()
    await report('键盘失灵', { impact: 'low', urgency: 'low' })
    await report('报单失败', { affectsTrading: true })
    const all = await queue()
    expect(all.items.map(({ record, priority }: { record: string; priority: string }) => [record, priority])).toEqual([
      ['incident', 'p2'],
      ['request', 'p2'],
      ['incident', 'p4'],
    ])
    expect(all.counts.all.value).toBe(3)
    expect(all.items[1]).toMatchObject({ title: '新席位', reporter: '业务人员', service: { name: '交易服务' } })
    expect(titles(await queue(`service=${dealing.id}`))).toEqual(['新席位'])
  })

  it('says who else is at a ticket, until they leave', async () => {
    const made = await report('同时处理')
    const here = (as: Client, doing: string) =>
      as.post('/api/desk/presence', { record: 'incident', id: made.id, doing })
    expect((await here(engineer, 'looking')).body.others).toEqual([])
    expect((await here(operator, 'typing')).body.others).toMatchObject([{ name: '工程师', typing: false }])
    expect((await here(engineer, 'looking')).body.others).toMatchObject([{ name: '值班员', typing: true }])
    await here(operator, 'gone')
    expect((await here(engineer, 'looking')).body.others).toEqual([])
    await here(operator, 'looking')
    app.clock.advance(60_000)
    expect((await here(engineer, 'looking')).body.others).toEqual([])
  })

  it('says so of a request too, to whoever may read it', async () => {
    const { id } = await orderedSeat()
    const here = (as: Client) => as.post('/api/desk/presence', { record: 'request', id, doing: 'typing' })
    await here(engineer)
    expect((await here(operator)).body.others).toMatchObject([{ name: '工程师', typing: true }])
    expect((await here(business)).status).toBe(403)
    expect((await operator.post('/api/desk/presence', { record: 'incident', id, doing: 'typing' })).status).toBe(404)
  })

  it('finds incidents that read alike, of those one may read', async () => {
    await report('报单网关响应缓慢')
    await report('打印机没有墨了')
    const found = await operator.get(`/api/incidents/similar?title=${encodeURIComponent('网关响应变慢')}`)
    expect(found.body.items[0]).toMatchObject({ title: '报单网关响应缓慢' })
    const hidden = await business.get(`/api/incidents/similar?title=${encodeURIComponent('网关响应变慢')}`)
    expect(hidden.body.items).toEqual([])
  })
})

/** A request of the business person, agreed to. */
async function orderedSeat(): Promise<{ id: string }> {
  const code = `seat-${++seats}`
  const offered = await app.inTx(wang, async (tx) => {
    const made = await tx.create(offering, { code, title: '新席位', summary: '开通', service: dealing.id })
    return tx.act(offering, made.id, 'submit')
  })
  await app.inTx(await app.person('manager'), (tx) => tx.act(offering, offered.id, 'publish'), true)
  const { item } = (await business.post('/api/requests', { offering: offered.id, priority: 'high' })).body
  await business.post(`/api/requests/${item.id}/submit`)
  return item
}

let seats = 0

describe('what an agent does with incidents', () => {
  it('merges one into another: it is closed, linked, and those who watched it watch the other', async () => {
    const kept = await report('行情中断')
    const twin = await report('没有行情', {}, business)
    expect((await operator.post(`${at(twin)}/merge`, { duplicateOf: twin.id })).status).toBe(422)
    const merged = await operator.post(`${at(twin)}/merge`, { duplicateOf: kept.id })
    expect(merged.body.item).toMatchObject({ state: 'closed', duplicateOf: kept.id })
    const { body: links } = await operator.get(`${at(kept)}/links`)
    expect(links.items).toMatchObject([{ kind: 'duplicates', direction: 'in', target: twin.id }])
    const watching = await app.sql('select person from watcher where record_id = $1', [kept.id])
    expect(watching).toContainEqual({ person: (await app.person('business')).id })
  })

  it('tells whoever reported what was merged, on their own, that the other was resolved', async () => {
    const kept = await report('网关不通')
    const twin = await report('连不上网关', {}, business)
    const third = await report('连不上交易网关', {}, business)
    await operator.post(`${at(third)}/merge`, { duplicateOf: twin.id })
    await operator.post(`${at(twin)}/merge`, { duplicateOf: kept.id })
    await engineer.post(`${at(kept)}/start`)
    expect((await engineer.post(`${at(kept)}/resolve`, { resolution: '重启网关' })).status).toBe(200)
    for (const one of [twin, third]) {
      const { items } = (await business.get(`${at(one)}/journal`)).body
      expect(items[0]).toMatchObject({ verb: 'resolved-with', actor: null })
      const jobs = await app.sql<{ payload: { tellings: { watchers?: boolean }[] } }>(
        `select payload from graphile_worker._private_jobs where payload::text like $1`,
        [`%${one.id}:resolved-with%`],
      )
      expect(jobs.flatMap(({ payload }) => payload.tellings)).toMatchObject([{ watchers: true }])
    }
    expect((await business.get(at(kept))).status).toBe(404)
  })

  it('declares nothing major that is closed', async () => {
    const made = await report('已办完', {}, business)
    await engineer.post(`${at(made)}/start`)
    await engineer.post(`${at(made)}/resolve`, { resolution: '好了' })
    await business.post(`${at(made)}/close`)
    expect((await engineer.post(`${at(made)}/declare-major`, {})).status).toBe(409)
  })

  it('splits a part off, and resolves the parts of a whole in the same words', async () => {
    const whole = await report('机房断电', { reportedBy: wang.id })
    const { body: part } = await operator.post(`${at(whole)}/split`, { title: '核心交换机未启动' })
    const own = (await engineer.get(at(part))).body.item
    expect(own).toMatchObject({ title: '核心交换机未启动', reportedBy: wang.id })
    expect((await engineer.patch(at(part), { version: own.version, parent: whole.id })).status).toBe(200)
    const ring = await engineer.patch(at(whole), { version: whole.version, parent: part.id })
    expect(ring.body.errors).toMatchObject([{ path: 'parent', code: 'cycle' }])
    await engineer.post(`${at(whole)}/start`)
    expect((await engineer.post(`${at(whole)}/resolve-parts`, {})).status).toBe(409)
    await engineer.post(`${at(whole)}/resolve`, { resolution: '恢复供电' })
    expect((await engineer.post(`${at(whole)}/resolve-parts`, {})).body.resolved).toEqual([part.id])
    expect((await engineer.get(at(part))).body.item).toMatchObject({ state: 'resolved', resolution: '恢复供电' })
  })

  it('uses a macro in one press, after a look at what it would do', async () => {
    const made = await report('账号被锁', { reportedBy: (await app.person('business')).id })
    const wrong = await manager.post('/api/macros', { name: '空', verb: 'wait', reply: '{{nobody}}' })
    expect(wrong.body.errors).toMatchObject([{ path: 'reply', code: 'unknown-place' }])
    const asks = { name: '请补充', reply: '{{reporter}}您好,{{number}} 请补充账号。', verb: 'wait', assignToMe: true }
    const { item: macro } = (await manager.post('/api/macros', asks)).body
    const seen = await operator.post(`${at(made)}/use-macro`, { macro: macro.id, dry: true })
    expect(seen.body).toMatchObject({ reply: `业务人员您好,${made.number} 请补充账号。`, verb: 'wait' })
    expect((await operator.get(at(made))).body.item.version).toBe(1)
    expect((await operator.post(`${at(made)}/use-macro`, { macro: macro.id })).status).toBe(200)
    const done = (await operator.get(at(made))).body.item
    expect(done).toMatchObject({
      state: 'waiting',
      assignee: (await app.person('operator')).id,
      waitingFor: seen.body.reply,
    })
    expect((await business.get(`${at(made)}/comments`)).body.items).toMatchObject([{ text: seen.body.reply }])
  })

  it('notes time, summed by person', async () => {
    const made = await report('换硬盘')
    await engineer.post('/api/time-entries', { incident: made.id, minutes: 25 })
    await engineer.post('/api/time-entries', { incident: made.id, minutes: 20 })
    const taken = (await operator.post('/api/time-entries', { incident: made.id, minutes: 90 })).body.item
    await operator.post(`/api/time-entries/${taken.id}/withdraw`)
    expect((await manager.get(`${at(made)}/time`)).body).toMatchObject({
      minutes: 45,
      people: [{ name: '工程师', minutes: 45 }],
    })
    expect((await business.get(`${at(made)}/time`)).status).toBe(404)
  })

  it('notes time on a request too, and on one ticket at a time', async () => {
    const { id } = await orderedSeat()
    const made = await report('换内存')
    expect((await engineer.post('/api/time-entries', { request: id, minutes: 15 })).status).toBe(201)
    expect((await manager.get(`/api/requests/${id}/time`)).body).toMatchObject({ minutes: 15 })
    for (const tickets of [{}, { request: id, incident: made.id }]) {
      const answer = await engineer.post('/api/time-entries', { ...tickets, minutes: 15 })
      expect([answer.status, answer.body.errors]).toMatchObject([422, [{ path: 'incident', code: 'one-ticket' }]])
    }
  })

  it('closes what was resolved days ago by itself, and takes nothing up again after that', async () => {
    const made = await report('短信延迟', {}, business)
    await engineer.post(`${at(made)}/start`)
    await engineer.post(`${at(made)}/resolve`, { resolution: '换通道' })
    await task('close-resolved-incidents')
    expect((await engineer.get(at(made))).body.item.state).toBe('resolved')
    await app.sql(`update incident set resolved_at = resolved_at - interval '8 days' where id = $1`, [made.id])
    expect((await business.post(`${at(made)}/reopen`)).body.errors).toMatchObject([{ code: 'too-late' }])
    await task('close-resolved-incidents')
    expect((await engineer.get(at(made))).body.item.state).toBe('closed')
  })
})
