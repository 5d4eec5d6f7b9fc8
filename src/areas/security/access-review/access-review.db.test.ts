import { afterAll, beforeEach, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { post } from '../../organisation/post/post.record.ts'
import { accessGrant } from '../access-grant/access-grant.record.ts'
import { accessRight } from '../access-right/access-right.record.ts'
import { accessSystem } from '../access-system/access-system.record.ts'
import { takeOwnAccounts } from '../account-list/server/nightly.task.ts'
import { accessReview } from './access-review.record.ts'
import { remindReviewers } from './server/remind.task.ts'

let app: TestApp
let li: PersonActor
let owner: PersonActor
let boss: PersonActor
let manager: Client
let engineer: Client
let system: string
let rights: Record<'read' | 'trade' | 'admin', string>

const test = asSystem('test')

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[li, owner, boss] = [await app.person('operator'), await app.person('engineer'), await app.person('manager')]
  ;[manager, engineer] = [await app.as(boss), await app.as(owner)]
  await app.inTx(test, async (tx) => {
    system = (await tx.create(accessSystem, { code: 'front', name: '交易前置', owner: owner.id })).id
    const make = async (code: string, privileged = false) =>
      (await tx.create(accessRight, { system, code, name: code, privileged })).id
    rights = { read: await make('read'), trade: await make('trade'), admin: await make('admin', true) }
  })
})
afterAll(() => app?.close())

const minutes = (n: number) => app.clock.set(new Date(Date.parse(app.clock.now()) + n * 60_000).toISOString())
const numberOf = async ({ id }: PersonActor) =>
  (await app.sql<{ n: string }>('select employee_no as n from person where id = $1', [id]))[0]?.n as string

/** A grant as if it had long been approved by the manager and set up. */
async function grant(who: PersonActor, right: keyof typeof rights): Promise<string> {
  const id = await app.inTx(test, async (tx) => {
    const { id } = await tx.create(accessGrant, {
      ...{ person: who.id, accessRight: rights[right], reason: '岗位需要', endsAt: '2027-06-01T00:00:00.000Z' },
    })
    await tx.act(accessGrant, id, 'submit')
    return (await tx.act(accessGrant, id, 'grant')).id
  })
  await app.sql('update access_grant set approved_by = $1 where id = $2', [boss.id, id])
  return id
}

interface Given {
  readonly complete?: boolean
  readonly takenAt?: string
  readonly confirmed?: number
}
const upload = (lines: string, { complete = true, takenAt = app.clock.now(), ...more }: Given = {}) =>
  engineer.post('/api/account-list-files', {
    ...{ system, takenAt, complete, name: 'accounts.csv', ...more },
    content: Buffer.from(`账号,工号,权限,双因素\n${lines}`).toString('base64'),
  })
async function bring(lines: string, given?: Given) {
  minutes(10)
  const answer = await upload(lines, given)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const accounts = async (): Promise<Record<string, Record<string, unknown>>> =>
  Object.fromEntries(
    (await manager.get(`/api/system-accounts?limit=200&system=${system}`)).body.items.map((one: { login: string }) => [
      one.login,
      one,
    ]),
  )
const itemsOf = async (review: string): Promise<Record<string, unknown>[]> =>
  (await manager.get(`/api/access-review-items?limit=200&sort=title&review=${review}`)).body.items
async function open(values: object = {}): Promise<string> {
  const made = await manager.post('/api/access-reviews', { title: '前置复核', system, owner: boss.id, ...values })
  const opened = await manager.post(`/api/access-reviews/${made.body.item.id}/open`)
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  return made.body.item.id
}
const decide = (client: Client, id: unknown, verb: string, body: object = {}) =>
  client.post(`/api/access-review-items/${id}/${verb}`, body)

it('says of each account whose it is and whether it was granted, and follows grants and people', async () => {
  const no = await numberOf(li)
  await grant(li, 'read')
  expect(await bring(`li,${no},read;trade,是\nroot,,admin,否\nold,E-gone,read,`)).toMatchObject({
    came: 3,
    same: false,
  })
  expect(await accounts()).toMatchObject({
    li: { person: li.id, matchedBy: 'employee-no', standing: 'too-much', beyond: ['trade'], secondFactor: true },
    root: { person: null, standing: 'orphan', privileged: true },
    old: { standing: 'orphan', secondFactor: null },
  })
  const extra = await grant(li, 'trade')
  expect((await accounts())['li']).toMatchObject({ standing: 'matched', beyond: [] })
  await app.inTx(test, (tx) => tx.act(accessGrant, extra, 'revoke', { revokeReason: '不再需要' }))
  await app.inTx(test, (tx) => tx.act(accessGrant, extra, 'remove'))
  expect((await accounts())['li']).toMatchObject({ standing: 'too-much' })
  const matched = await manager.post(`/api/system-accounts/${(await accounts())['root']?.['id']}/match`, {
    ...{ person: owner.id, matchReason: '由运维负责人保管' },
  })
  expect(matched.body.item).toMatchObject({ standing: 'ghost', ghostOf: 'no-grant', matchedBy: 'hand' })
  await bring(`li,${no},read,是\nroot,,admin,是\nold,,read,`)
  expect((await accounts())['root']).toMatchObject({ person: owner.id, matchedBy: 'hand', secondFactor: true })
  await app.inTx(test, (tx) => tx.act(person, li.id, 'leave'))
  expect((await accounts())['li']).toMatchObject({ standing: 'ghost', ghostOf: 'left' })
})

it('takes accounts away only by a later complete list, and has them back', async () => {
  const first = await bring('a,,read,\nb,,read,')
  expect(await bring('a,,read,\nb,,read,')).toMatchObject({ same: true, list: first.list })
  expect(await app.sql('select id from account_list')).toHaveLength(1)
  await bring('a,,read,', { complete: false })
  expect((await accounts())['b']).toMatchObject({ state: 'present' })
  const third = await bring('a,,read,')
  expect(third).toMatchObject({ went: 1 })
  expect((await accounts())['b']).toMatchObject({ state: 'gone' })
  expect((await upload('a,,trade,', { takenAt: '2026-11-20T00:00:00.000Z' })).body.errors[0]).toMatchObject({
    code: 'older',
  })
  expect((await upload('a,,trade,', { takenAt: '2027-01-01T00:00:00.000Z' })).status).toBe(422)
  await bring('a,,read,\nB,,trade,')
  expect((await accounts())['b']).toMatchObject({ state: 'present', rights: ['trade'], goneWith: null })
})

it('takes nothing of a list that is damaged or doubtful', async () => {
  const many = Array.from({ length: 20 }, (_, n) => `u${n},,read,`).join('\n')
  await bring(many)
  minutes(10)
  const broken = await upload('u1,,read,maybe\n,,read,是')
  expect(broken).toMatchObject({ status: 422, body: { errors: [{ code: 'not-a-flag' }, { code: 'no-login' }] } })
  expect((await upload('u1,,read,')).body.errors).toMatchObject([{ code: 'too-many-gone' }])
  expect(Object.values(await accounts()).filter(({ state }) => state === 'present')).toHaveLength(20)
  expect((await upload('u1,,read,', { confirmed: 19 })).body).toMatchObject({ went: 19 })
  const operator = await app.as(li)
  expect(
    (
      await operator.post('/api/account-list-files', {
        ...{ system, takenAt: app.clock.now(), complete: true, name: 'a.csv', content: '' },
      })
    ).status,
  ).toBe(403)
})

it('takes lists of programs that have the token of their system, and of nobody else', async () => {
  const { token } = (await engineer.post(`/api/access-systems/${system}/make-token`, {})).body
  const hand = (headers: object, body: object) =>
    app.http.inject({ method: 'POST', url: '/api/intake/accounts', headers: headers as never, payload: body })
  const list = {
    takenAt: app.clock.now(),
    complete: true,
    accounts: [{ login: 'svc', rights: ['read'], shared: true }],
  }
  expect((await hand({ authorization: 'Bearer tsa_no' }, list)).statusCode).toBe(401)
  const taken = await hand({ authorization: `Bearer ${token}` }, list)
  expect([taken.statusCode, taken.json()]).toMatchObject([200, { came: 1 }])
  expect((await accounts())['svc']).toMatchObject({ shared: true, standing: 'orphan' })
  expect((await hand({ authorization: `Bearer ${token}` }, { ...list, accounts: [] })).statusCode).toBe(422)
})

it('reads its own accounts as it does those of any system', async () => {
  await app.inTx(test, (tx) =>
    tx.create(accessSystem, { code: 'touchstone', name: '本系统', owner: owner.id, accountsFrom: 'own' }),
  )
  await takeOwnAccounts(app.engine)
  const own = (await manager.get('/api/system-accounts?limit=200')).body.items
  const [me] = await app.sql<{ login: string }>('select login from account where person = $1', [li.id])
  expect(own.find((one: { login: string }) => one.login === me?.login)).toMatchObject({
    ...{ person: li.id, rights: ['operator'], standing: 'ghost', ghostOf: 'no-grant', secondFactor: false },
  })
})

it('freezes who has what, and gives it to nobody whom it concerns', async () => {
  const [no, mine] = [await numberOf(li), await numberOf(owner)]
  await grant(li, 'read')
  await grant(owner, 'admin')
  expect((await manager.post('/api/access-reviews', { title: '无系统', owner: boss.id })).status).toBe(422)
  const early = await manager.post('/api/access-reviews', { title: '早', system, owner: boss.id })
  const refused = await manager.post(`/api/access-reviews/${early.body.item.id}/open`)
  expect(refused.body.errors).toMatchObject([{ code: 'no-list' }])
  const { list } = await bring(`li,${no},read,是\nowner,${mine},admin,是`)
  const third = await app.person('auditor')
  await grant(third, 'read')
  const review = await open()
  expect((await manager.get(`/api/access-reviews/${review}`)).body.item).toMatchObject({
    state: 'running',
    dueOn: '2026-12-08',
  })
  const items = await itemsOf(review)
  expect(items).toHaveLength(3)
  const [frozen] = await app.sql<{ number: string; same: boolean }>(
    'select l.number, l.digest = r.digest as same from access_review r join account_list l on l.id = r.list where r.id = $1',
    [review],
  )
  expect(frozen).toEqual({ number: list, same: true })
  const of = (who: PersonActor) => items.find((one) => one['person'] === who.id)
  expect(of(li)).toMatchObject({ standing: 'matched', reviewer: owner.id, approvers: [boss.id], escalated: false })
  expect(of(third)).toMatchObject({ standing: 'not-there', reviewer: owner.id, account: null })
  // The owner does not judge their own, and the only manager approved it.
  expect(of(owner)).toMatchObject({ reviewer: null, escalated: true })
  const handed = await decide(manager, of(owner)?.['id'], 'hand-on', { reviewer: boss.id })
  expect(handed.body.code).toBe('same-person')
  expect((await decide(manager, of(owner)?.['id'], 'hand-on', { reviewer: third.id })).status).toBe(200)
  expect((await decide(manager, of(li)?.['id'], 'keep')).status).toBe(403)
  expect((await decide(engineer, of(third)?.['id'], 'keep')).body.errors).toMatchObject([{ path: 'reason' }])
})

it('carries a revoke out only when a later complete list lacks it, whoever says that it was done', async () => {
  const [no, mine] = [await numberOf(li), await numberOf(owner)]
  const held = await grant(li, 'trade')
  await bring(`li,${no},trade;read,是\nroot,,admin,是\nowner,${mine},read,`)
  const review = await open()
  const stateOf = async (id: unknown) => (await manager.get(`/api/access-review-items/${id}`)).body.item
  const byTitle = async (title: string) => (await itemsOf(review)).find((one) => one['title'] === title)?.['id']
  const [a, root, own] = [await byTitle('li'), await byTitle('root'), await byTitle('owner')]
  minutes(1)
  expect((await decide(engineer, a, 'revoke', { reason: '转岗', take: ['nothing'] })).body.errors[0].code).toBe(
    'not-there',
  )
  await decide(engineer, a, 'revoke', { reason: '转岗', take: ['trade'] })
  await decide(engineer, root, 'revoke', { reason: '无主' })
  expect((await manager.post(`/api/access-reviews/${review}/close`)).body.errors[0].code).toBe('undecided')
  await decide(manager, own, 'keep', { reason: '负责人' })
  expect((await manager.post(`/api/access-reviews/${review}/close`)).body.item).toMatchObject({ state: 'closed' })
  // The ticket says that it is done.
  await app.inTx(test, (tx) => tx.lock(accessGrant, held).then(({ state }) => expect(state).toBe('revoking')))
  const still = await bring(`li,${no},trade;read,否\nroot,,admin,是\nowner,${mine},read,`)
  expect(await stateOf(a)).toMatchObject({ state: 'revoking', doneAt: null })
  const [seen] = await app.sql<{ number: string }>('select number from account_list where id = $1', [
    (await stateOf(a)).stillIn,
  ])
  expect(seen?.number).toBe(still.list)
  // Of a part: it proves no absence, though root is not in it.
  await bring(`li,${no},read,否`, { complete: false })
  expect([(await stateOf(a)).state, (await stateOf(root)).state]).toEqual(['revoking', 'revoking'])
  const progress = (await manager.get(`/api/access-reviews/${review}/progress`)).body
  expect(progress).toMatchObject({ revoking: 2, open: 0, kept: 1 })
  expect(progress.waiting).toHaveLength(2)
  await bring(`li,${no},read,否\nowner,${mine},read,`)
  expect(await stateOf(a)).toMatchObject({ state: 'revoked' })
  expect(await stateOf(root)).toMatchObject({ state: 'revoked' })
  await app.inTx(test, (tx) => tx.lock(accessGrant, held).then(({ state }) => expect(state).toBe('revoked')))
})

it('has a tenth looked at again where somebody kept too quickly, by another', async () => {
  const lines = Array.from({ length: 25 }, (_, n) => `u${String(n).padStart(2, '0')},,read,`).join('\n')
  await bring(lines)
  const review = await open()
  for (const { id } of await itemsOf(review)) {
    app.clock.set(new Date(Date.parse(app.clock.now()) + 2_000).toISOString())
    expect((await decide(engineer, id, 'keep', { reason: '在用' })).status).toBe(200)
  }
  const second = (await itemsOf(review)).filter((one) => one['secondOf'] !== null)
  expect(second).toHaveLength(3)
  expect(new Set(second.map((one) => one['reviewer']))).toEqual(new Set([boss.id]))
  const row = (await manager.get(`/api/access-reviews/${review}`)).body.item
  expect(row).toMatchObject({ flagged: [owner.id], sampled: 3 })
  expect((await manager.post(`/api/access-reviews/${review}/close`)).status).toBe(422)
  expect((await decide(manager, second[0]?.['id'], 'hand-on', { reviewer: owner.id })).status).toBe(409)
  const third = await app.person('engineer', 'auditor')
  expect((await decide(manager, second[0]?.['id'], 'hand-on', { reviewer: third.id })).status).toBe(200)
  await decide(await app.as(third), second[0]?.['id'], 'revoke', { reason: '无主账号' })
  for (const { id } of second.slice(1)) await decide(manager, id, 'keep', { reason: '确在用' })
  expect((await manager.post(`/api/access-reviews/${review}/close`)).body.item).toMatchObject({ state: 'closed' })
  expect((await accounts())['u00']?.['reviewedAt']).toBe(
    (await manager.get(`/api/access-reviews/${review}`)).body.item.closedAt,
  )
})

it('asks everything of a leaver back and tells, and gives what they reviewed to another', async () => {
  const no = await numberOf(li)
  const held = await grant(li, 'read')
  await bring(`li,${no},read,是\nother,,read,`)
  const review = await open()
  await app.inTx(test, (tx) => tx.act(person, li.id, 'leave'))
  expect((await manager.get(`/api/access-grants/${held}`)).body.item).toMatchObject({ state: 'revoking' })
  await app.inTx(test, (tx) => tx.act(person, owner.id, 'leave'))
  const items = await itemsOf(review)
  expect(items.find((one) => one['title'] === 'other')).toMatchObject({ reviewer: boss.id, escalated: false })
})

it('has a mover’s access looked at by their new head within five working days, and proposes what a new post needs', async () => {
  const no = await numberOf(li)
  await grant(li, 'read')
  await bring(`li,${no},read,是`)
  const [settle, clerk] = await app.inTx(test, async (tx) => [
    await tx.create(department, { code: 'SET', name: '结算部', head: owner.id }),
    await tx.create(post, { code: 'clerk', name: '结算岗', duties: '结算' }),
  ])
  await app.inTx(test, (tx) => tx.update(accessRight, rights.trade, { posts: [clerk.id] }))
  await app.inTx(test, (tx) => tx.update(person, li.id, { department: settle.id, posts: [clerk.id] }))
  const [review] = (await manager.get('/api/access-reviews')).body.items
  expect(review).toMatchObject({ kind: 'mover', person: li.id, state: 'running', owner: owner.id, dueOn: '2026-12-01' })
  const asked = (await manager.get(`/api/access-grants?person=${li.id}&state=requested`)).body.items
  expect(asked).toMatchObject([{ accessRight: rights.trade, kind: 'standing', extra: false, createdBy: null }])
  const [item] = await itemsOf(review.id)
  expect(item).toMatchObject({ reviewer: owner.id, standing: 'matched' })
  await decide(engineer, item?.['id'], 'keep')
  expect((await manager.get(`/api/access-reviews/${review.id}`)).body.item).toMatchObject({ state: 'closed' })
})

it('reminds those who have not decided, and tells the owner who is late', async () => {
  await bring('a,,read,')
  const review = await open({ days: 7 })
  const morning = async (at: string) => {
    app.clock.set(at)
    await remindReviewers(app.engine, {} as never)
    const { body } = await manager.get(`/api/access-reviews/${review}/journal`)
    return body.items[0].verb
  }
  expect(await morning('2026-11-27T00:40:00.000Z')).toBe('open')
  expect(await morning('2026-11-28T00:40:00.000Z')).toBe('remind')
  expect(await morning('2026-12-02T00:40:00.000Z')).toBe('overdue')
  const cancelled = await manager.post(`/api/access-reviews/${review}/cancel`, { cancelReason: '重做' })
  expect(cancelled.body.item.state).toBe('cancelled')
  expect(await itemsOf(review)).toMatchObject([{ state: 'dropped' }])
  await app.inTx(test, async (tx) => {
    expect((await tx.lock(accessReview, review)).remindOn).not.toBeNull()
  })
})
