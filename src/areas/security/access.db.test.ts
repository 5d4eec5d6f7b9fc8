import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { PersonActor } from '../../record/actor.ts'
import { asSystem } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { department } from '../organisation/department/department.record.ts'
import { person } from '../organisation/person/person.record.ts'
import { post } from '../organisation/post/post.record.ts'
import { accessGrant } from './access-grant/access-grant.record.ts'
import { endGrants } from './access-grant/server/end.task.ts'
import { accessRight } from './access-right/access-right.record.ts'
import { accessSystem } from './access-system/access-system.record.ts'
import { dutySeparation } from './duty-separation/duty-separation.record.ts'
import { settleSeparation } from './duty-separation/server/settle.task.ts'

let app: TestApp
let li: PersonActor
let asLi: Client
let asOwner: Client
let asEngineer: Client
let asManager: Client
let owner: PersonActor
let engineer: PersonActor
let dealing: { id: string; order: string; settle: string; root: string }

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  li = await app.person('operator')
  owner = await app.person('checker')
  const manager = await app.person('manager')
  asLi = await app.as(li)
  asOwner = await app.as(owner)
  engineer = await app.person('engineer')
  asEngineer = await app.as(engineer)
  asManager = await app.as(manager)
  dealing = await app.inTx(asSystem('test'), async (tx) => {
    const dealer = await tx.create(post, { code: 'dealer', name: '交易员', duties: '下单' })
    const trading = await tx.create(department, { code: 'trading', name: '交易部', head: manager.id })
    await tx.update(person, owner.id, { department: trading.id })
    await tx.update(person, li.id, { department: trading.id, posts: [dealer.id] })
    const system = await tx.create(accessSystem, { code: 'front', name: '交易前端', owner: owner.id })
    const right = async (code: string, posts: string[]) =>
      (await tx.create(accessRight, { system: system.id, code, name: code, posts })).id
    return {
      id: system.id,
      order: await right('order', [dealer.id]),
      settle: await right('settle', [dealer.id]),
      root: await right('root', []),
    }
  })
})

const ask = (client: Client, more: object = {}) =>
  client.post('/api/access-requests', { person: li.id, rights: [dealing.order], reason: '接单', ...more })
const codes = (answer: { body: { errors: { code: string }[] } }) => answer.body.errors.map(({ code }) => code)
const shown = async (client: Client, id: string) => (await client.get(`/api/access-grants/${id}`)).body.item
/** Says yes to whatever this person is asked about it. */
async function agree(client: Client, id: string, more: object = { signature: { password: 'a password for tests' } }) {
  const { items } = (await client.get(`/api/access-grants/${id}/approvals`)).body
  const [one] = items.filter(({ state }: { state: string }) => state === 'pending')
  return client.post(`/api/approvals/${one.id}/agree`, { digest: one.digest, ...more })
}
async function granted(more: object = {}): Promise<string> {
  const [{ id }] = (await ask(asLi, more)).body.items
  expect((await agree(asOwner, id)).status).toBe(200)
  expect((await asEngineer.post(`/api/access-grants/${id}/grant`, { account: 'li' })).status).toBe(200)
  return id
}

it('is asked for, agreed to by the owner of the system, set up by a third, and says who did what', async () => {
  const asked = await ask(asLi)
  expect(asked.status).toBe(200)
  const [{ id, state }] = asked.body.items
  expect(state).toBe('requested')
  expect((await asEngineer.post(`/api/access-grants/${id}/grant`)).status).toBe(409)
  expect((await agree(asOwner, id)).status).toBe(200)
  expect(await shown(asLi, id)).toMatchObject({
    state: 'approved',
    approvedBy: owner.id,
    extra: false,
    title: expect.stringContaining('order'),
  })
  // Whoever agreed to it does not set it up, and neither does who gets it.
  await app.inTx(asSystem('test'), (tx) => tx.update(accessGrant, id, { approvedBy: engineer.id }))
  expect(codes(await asEngineer.post(`/api/access-grants/${id}/grant`))).toEqual(['same-person'])
  await app.inTx(asSystem('test'), (tx) => tx.update(accessGrant, id, { approvedBy: owner.id }))
  expect((await asEngineer.post(`/api/access-grants/${id}/grant`, { account: 'li' })).body.item).toMatchObject({
    state: 'granted',
    account: 'li',
    grantedAt: app.clock.now(),
  })
})

it('is asked for oneself or one’s own department, once, with an end where the post does not need it', async () => {
  const other = await app.person('business')
  expect(codes(await ask(asLi, { person: other.id, rights: [dealing.order] }))).toEqual(['not-theirs', 'beyond-post'])
  expect(codes(await ask(asLi, { rights: [dealing.root] }))).toEqual(['beyond-post'])
  expect(codes(await ask(asLi, { kind: 'temporary' }))).toEqual(['required'])
  expect(codes(await ask(asLi, { endsAt: '2026-11-23T00:00:00.000Z' }))).toEqual(['past'])
  expect((await ask(asLi)).status).toBe(200)
  expect(codes(await ask(asLi))).toEqual(['already'])
  expect((await ask(asOwner, { rights: [dealing.settle] })).status).toBe(200)
})

it('is refused by name where it is in conflict, and goes on with a measure, an end and a signature one step up', async () => {
  const first = await granted()
  const rule = { title: '下单与结算分离', first: [dealing.order], second: [dealing.settle], reason: '自己下单自己结算' }
  expect((await asManager.post('/api/duty-separations', { ...rule, second: [dealing.order] })).status).toBe(422)
  expect((await asManager.post('/api/duty-separations', rule)).status).toBe(201)
  const refused = await ask(asLi, { rights: [dealing.settle] })
  expect(codes(refused)).toEqual(['duty-conflict'])
  const { number } = await shown(asLi, first)
  expect(refused.body.errors[0].message).toContain(number)
  expect(refused.body.errors[0].message).toContain('下单与结算分离')
  const measured = { rights: [dealing.settle], measure: '每日由经理复核其结算', endsAt: '2026-12-24T00:00:00.000Z' }
  const [{ id }] = (await ask(asLi, measured)).body.items
  expect((await agree(asOwner, id)).status).toBe(200)
  expect(await shown(asLi, id)).toMatchObject({ state: 'requested', conflictsWith: [first] })
  // The head above the owner signs.
  expect((await agree(asManager, id, {})).status).toBe(403)
  expect((await agree(asManager, id)).status).toBe(200)
  expect((await asEngineer.post(`/api/access-grants/${id}/grant`)).body.item).toMatchObject({ state: 'granted' })
})

it('is looked at again as it is set up: a conflict that nobody agreed to stops it', async () => {
  const [{ id }] = (await ask(asLi, { rights: [dealing.settle] })).body.items
  expect((await agree(asOwner, id)).status).toBe(200)
  await app.inTx(asSystem('test'), (tx) =>
    tx.create(dutySeparation, { title: '分离', first: [dealing.order], second: [dealing.settle], reason: '分离' }),
  )
  const [{ id: order }] = (await ask(asLi, { measure: '复核', endsAt: '2026-12-24T00:00:00.000Z' })).body.items
  await agree(asOwner, order)
  await agree(asManager, order)
  // The pair was agreed to with the second, so the first may go on.
  expect((await asEngineer.post(`/api/access-grants/${id}/grant`)).status).toBe(200)
  expect((await asEngineer.post(`/api/access-grants/${order}/grant`)).status).toBe(200)
})

it('holds what people have already against a rule that is new, and lets go when it is withdrawn', async () => {
  const first = await granted()
  app.clock.set('2026-11-24T02:00:00.000Z')
  const second = await granted({ rights: [dealing.settle] })
  const rule = await app.inTx(asSystem('test'), (tx) =>
    tx.create(dutySeparation, { title: '分离', first: [dealing.order], second: [dealing.settle], reason: '分离' }),
  )
  await settleSeparation(app.engine, { id: rule.id } as never)
  expect(await shown(asLi, first)).toMatchObject({ conflictsWith: [] })
  expect(await shown(asLi, second)).toMatchObject({ conflictsWith: [first], separations: [rule.id] })
  await app.inTx(asSystem('test'), (tx) => tx.act(dutySeparation, rule.id, 'withdraw'))
  await settleSeparation(app.engine, { id: rule.id } as never)
  expect(await shown(asLi, second)).toMatchObject({ conflictsWith: [], separations: [] })
})

it('ends by itself at its instant', async () => {
  const id = await granted({ kind: 'temporary', endsAt: '2026-11-24T09:00:00.000Z' })
  app.clock.set('2026-11-24T08:59:59.000Z')
  await endGrants(app.engine, {} as never)
  expect(await shown(asLi, id)).toMatchObject({ state: 'granted' })
  app.clock.set('2026-11-24T09:00:00.000Z')
  await endGrants(app.engine, {} as never)
  expect(await shown(asLi, id)).toMatchObject({ state: 'expired', endedAt: '2026-11-24T09:00:00.000Z' })
})

it('is set up at once in an emergency, agreed to afterwards, and ends with an alarm where nobody agrees', async () => {
  const urgent = { kind: 'emergency', rights: [dealing.root] }
  expect(codes(await ask(asLi, { ...urgent, endsAt: '2026-11-26T01:30:00.000Z' }))).toEqual(['too-long'])
  const [{ id, state }] = (await ask(asLi, { ...urgent, endsAt: '2026-11-24T23:30:00.000Z' })).body.items
  expect(state).toBe('requested')
  const set = await asEngineer.post(`/api/access-grants/${id}/grant-emergency`)
  expect(set.body.item).toMatchObject({ state: 'granted', approvedAt: null, approvalDueAt: '2026-11-24T09:30:00.000Z' })
  app.clock.set('2026-11-24T09:30:00.000Z')
  await endGrants(app.engine, {} as never)
  expect(await shown(asLi, id)).toMatchObject({ state: 'expired', endedAt: '2026-11-24T09:30:00.000Z' })
  expect(await app.sql('select severity from alarm where key = $1', [`emergency-access:${id}`])).toHaveLength(1)

  const [{ id: next }] = (await ask(asLi, { ...urgent, endsAt: '2026-11-25T01:30:00.000Z' })).body.items
  await asEngineer.post(`/api/access-grants/${next}/grant-emergency`)
  expect((await agree(asOwner, next)).status).toBe(200)
  expect(await shown(asLi, next)).toMatchObject({ state: 'granted', approvedBy: owner.id })
  app.clock.set('2026-11-24T20:00:00.000Z')
  await endGrants(app.engine, {} as never)
  expect(await shown(asLi, next)).toMatchObject({ state: 'granted' })
})

it('tells who can do what, by person and by system, on any day, to whoever may know', async () => {
  const id = await granted()
  app.clock.set('2026-11-26T02:00:00.000Z')
  const numbers = async (client: Client, query: string) =>
    (await client.get(`/api/access?${query}`)).body.items.map((one: { id: string }) => one.id)
  expect(await numbers(asManager, `person=${li.id}`)).toEqual([id])
  expect(await numbers(asManager, `system=${dealing.id}&on=2026-11-24`)).toEqual([id])
  expect(await numbers(asManager, `right=${dealing.order}&on=2026-11-23`)).toEqual([])
  expect(await numbers(asLi, '')).toEqual([id])
  expect(await numbers(await app.as(await app.person('business')), '')).toEqual([])
  await asManager.post(`/api/access-grants/${id}/revoke`, { revokeReason: '调岗' })
  expect(await numbers(asManager, `person=${li.id}`)).toEqual([id])
  await asEngineer.post(`/api/access-grants/${id}/remove`)
  expect(await numbers(asManager, `person=${li.id}`)).toEqual([])
  expect(await numbers(asManager, `person=${li.id}&on=2026-11-25`)).toEqual([id])
})

it('keeps a leaver from leaving until it is taken away', async () => {
  await granted()
  const admin = await app.as(await app.person('admin'))
  expect(codes(await admin.post(`/api/people/${li.id}/leave`))).toEqual(['still-held'])
  expect((await admin.post(`/api/people/${li.id}/hand-over`, {})).body).toEqual({ done: 1, refused: [] })
  expect(codes(await admin.post(`/api/people/${li.id}/leave`))).toEqual(['still-held'])
  const [one] = (await admin.get(`/api/access-grants?person=${li.id}`)).body.items
  expect(one).toMatchObject({ state: 'revoking' })
  await asEngineer.post(`/api/access-grants/${one.id}/remove`)
  expect((await admin.post(`/api/people/${li.id}/leave`)).status).toBe(200)
})

it('goes with the system’s new owner, and no system is retired to which somebody has access', async () => {
  const id = await granted()
  const { version } = (await asManager.get(`/api/access-systems/${dealing.id}`)).body.item
  await asManager.patch(`/api/access-systems/${dealing.id}`, { version, owner: engineer.id })
  expect(await shown(asLi, id)).toMatchObject({ owner: engineer.id })
  expect(codes(await asManager.post(`/api/access-systems/${dealing.id}/retire`))).toEqual(['still-granted'])
  const taken = await asManager.post('/api/access-rights', { system: dealing.id, code: 'order', name: '再次下单' })
  expect(codes(taken)).toEqual(['duplicate'])
})
