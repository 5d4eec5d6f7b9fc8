import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { makeWorld, type World } from '../../../../testing/world.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { role } from '../../../organisation/role/role.record.ts'
import { request } from '../../request/request.record.ts'
import { expireSurveys, inviteAll } from './invite.ts'

let app: TestApp
let manager: Client
let engineer: Client
let business: Client
let solver: string
let world: World

beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  const one = await app.person('engineer')
  solver = one.id
  manager = await app.as(await app.person('manager'))
  engineer = await app.as(one)
  business = await app.as(await app.person('business'))
})
afterAll(() => app?.close())

const questions = [
  { kind: 'scale', zh: '总体是否满意', en: 'How satisfied are you' },
  { kind: 'yes-no', zh: '问题解决了吗', en: 'Is it solved' },
  { kind: 'text', zh: '还想说的', en: 'Anything else' },
]

async function opened(values: object): Promise<string> {
  const made = await manager.post('/api/surveys', { title: '故障处理满意度', questions, ...values })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  await manager.post(`/api/surveys/${made.body.item.id}/open`)
  return made.body.item.id
}

/** An incident of the business person, seen to by the engineer, up to closed. */
async function closed(title: string): Promise<string> {
  const { id } = (await business.post('/api/incidents', { title })).body.item
  const at = `/api/incidents/${id}`
  await engineer.post(`${at}/assign`, { assignee: solver })
  await engineer.post(`${at}/start`)
  await engineer.post(`${at}/resolve`, { resolution: '已恢复' })
  await business.post(`${at}/reopen`)
  await engineer.post(`${at}/resolve`, { resolution: '这次真的好了' })
  expect((await business.post(`${at}/close`)).body.item.state).toBe('closed')
  return id
}

/** A request for the business person, seen to by the engineer, up to fulfilled. */
async function fulfilled(): Promise<{ at: string; item: { id: string; number: string; title: string | null } }> {
  const { id: forPerson } = await app.person('business')
  const { item } = (await manager.post('/api/requests', { ...(await world.input(request)), forPerson })).body
  const at = `/api/requests/${item.id}`
  await manager.post(`${at}/submit`)
  await engineer.post(`${at}/start`)
  await engineer.post(`${at}/fulfil`, { outcome: '已开通' })
  return { at, item }
}

const mine = async (client: Client, incident: string) =>
  (await client.get('/api/survey-answers')).body.items.filter((one: { incident: string }) => one.incident === incident)

describe('after closing', () => {
  let survey: string
  beforeAll(async () => {
    survey = await opened({ openDays: 7 })
  })

  it('whoever reported it is asked once, answers once, and only in time', async () => {
    const incident = await closed('终端闪退')
    const [asked, ...more] = await mine(business, incident)
    expect(more).toEqual([])
    expect(asked).toMatchObject({ state: 'invited', title: '终端闪退', handler: solver })
    const at = `/api/survey-answers/${asked.id}/answer`
    expect((await business.post(at, { answers: [null, true, null] })).status).toBe(422)
    expect((await business.post(at, { answers: [5, true, '很快'] })).body.item).toMatchObject({
      state: 'answered',
      grade: 5,
    })
    expect((await business.post(at, { answers: [1, true, null] })).status).toBe(409)

    const late = await closed('打印机不动')
    const [second] = await mine(business, late)
    app.clock.set('2026-12-02T01:30:00.000Z')
    expect((await business.post(`/api/survey-answers/${second.id}/answer`, { answers: [5, true, null] })).status).toBe(
      422,
    )
    await expireSurveys(app.engine, {} as never)
    expect((await mine(business, late))[0].state).toBe('expired')
  })

  it('nobody else learns who said what where it is anonymous, not even that they were asked; the counts are there', async () => {
    for (const client of [engineer, manager])
      expect((await client.get('/api/survey-answers')).body).toMatchObject({ items: [], count: { value: 0 } })
    const results = (await manager.get(`/api/surveys/${survey}/results`)).body
    expect(results).toMatchObject({
      invited: 2,
      answered: 1,
      questions: [{ spread: { n: 1, mean: 5, counts: [0, 0, 0, 0, 1] } }, { yes: 1, no: 0 }, { words: ['很快'] }],
      by: { handler: [{ id: solver, n: 1, mean: 5 }] },
    })
    expect(JSON.stringify(results)).not.toContain((await app.person('business')).id)
    expect((await business.get(`/api/surveys/${survey}/results`)).status).toBe(404)
  })

  it('so is the person for whom a service was asked, of what was done for them', async () => {
    const { at, item } = await fulfilled()
    expect((await business.post(`${at}/reopen`, { reopenReason: '还不行' })).status).toBe(200)
    await engineer.post(`${at}/fulfil`, { outcome: '这次好了' })
    expect((await business.post(`${at}/close`)).status).toBe(200)
    const { items } = (await business.get(`/api/survey-answers?request=${item.id}`)).body
    expect(items).toMatchObject([{ state: 'invited', title: item.title ?? item.number, handler: solver }])
    await business.post(`/api/survey-answers/${items[0].id}/answer`, { answers: [4, true, null] })
    const { by } = (await manager.get(`/api/surveys/${survey}/results`)).body
    expect(by.handler).toContainEqual(expect.objectContaining({ id: solver, counts: [0, 0, 0, 1, 1] }))
    expect(by.service).toContainEqual(expect.objectContaining({ id: items[0].service, n: 1, mean: 4 }))
  })

  it('so are they of the next, too', async () => {
    const { at, item } = await fulfilled()
    expect((await business.post(`${at}/close`)).status).toBe(200)
    const { items } = (await business.get(`/api/survey-answers?request=${item.id}`)).body
    expect(items).toMatchObject([{ state: 'invited' }])
  })

  it('a low grade is followed up by those who know whose it is, and by nobody where it is anonymous', async () => {
    await opened({ title: '记名', naming: 'named' })
    const incident = await closed('行情卡顿')
    for (const asked of await mine(business, incident))
      await business.post(`/api/survey-answers/${asked.id}/answer`, { answers: [2, false, null] })
    const given = await mine(business, incident)
    const at = (naming: string) =>
      `/api/survey-answers/${given.find((one: { naming: string }) => one.naming === naming).id}/follow-up`
    const followUp = '已电话说明原因。'
    expect((await business.post(at('named'), { followUp })).status).toBe(403)
    expect((await manager.post(at('anonymous'), { followUp })).status).toBe(404)
    expect((await manager.post(at('named'), { followUp })).body.item).toMatchObject({
      ...{ state: 'answered', grade: 2, followUp, followedUpAt: app.clock.now() },
    })
  })
})

describe('of everybody at once', () => {
  it('asks those it means, once, whatever is done again', async () => {
    const survey = await opened({ kind: 'periodic', naming: 'named', to: [{ is: 'role', code: 'quarter' }] })
    await app.inTx(asSystem('test'), async (tx) => {
      const { id } = await tx.create(role, { code: 'quarter', name: '受访者' })
      for (const code of ['business', 'operator'])
        await tx.update(person, (await app.person(code)).id, { roles: [id, ...(await rolesOf(code))] })
    })
    await inviteAll(app.engine, { survey } as never)
    await inviteAll(app.engine, { survey } as never)
    const { items } = (await manager.get(`/api/survey-answers?survey=${survey}`)).body
    expect(items).toHaveLength(2)
  })
})

const rolesOf = async (code: string) =>
  (await app.engine.db.selectFrom('role').select('id').where('code', '=', code).execute()).map(({ id }) => id)
