import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { component } from '../../operations/component/component.record.ts'
import { findRecurrence } from '../problem/server/recurrence.ts'

let app: TestApp
let engineer: Client
let manager: Client
let checker: Client
let gateway: string

beforeAll(async () => {
  app = await testApp()
  engineer = await app.as(await app.person('engineer'))
  manager = await app.as(await app.person('manager'))
  checker = await app.as(await app.person('checker'))
  gateway = await app.inTx(
    asSystem('test'),
    async (tx) => (await tx.create(component, { code: 'gw-1', name: '报单网关', kind: 'service' })).id,
  )
})
afterAll(() => app?.close())

const report = async (title: string): Promise<string> =>
  (await engineer.post('/api/incidents', { title, component: gateway })).body.item.id
const read = async (id: string) => (await engineer.get(`/api/reviews/${id}`)).body.item
const look = (signature: string) => findRecurrence(app.engine, { component: gateway, signature } as never)

async function agreed(incident: string): Promise<string> {
  const told = { happened: '网关退出', causes: '内存', wentWell: '切换快', toImprove: '上限' }
  const made = await engineer.post('/api/reviews', { title: '网关复盘', incident, ...told })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { id } = made.body.item
  await engineer.post(`/api/reviews/${id}/submit`)
  for (const [who, verb] of [
    [manager, 'agree'],
    [checker, 'agree-too'],
  ] as const) {
    const { version } = await read(id)
    const answer = await who.post(`/api/reviews/${id}/${verb}`, { version, signature: { password: testPassword } })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  return id
}

describe('a review of an incident', () => {
  it('is of one thing', async () => {
    expect(faultsIn((await engineer.post('/api/reviews', { title: '复盘' })).body)).toEqual(['incident one-of-two'])
  })

  it('is open again when the same happens again, and only then', async () => {
    const id = await agreed(await report('报单超时 3 秒'))
    app.clock.advance(86_400_000)
    await report('证书将到期')
    await look('证书将到期')
    await look('报单超时')
    expect((await read(id)).state).toBe('agreed')
    await report('报单超时(09:31)')
    await look('报单超时')
    expect(await read(id)).toMatchObject({ state: 'draft', firstAgreedBy: null, agreedAt: null })
    expect((await read(id)).reopenReason).toContain('报单超时(09:31)')
  })

  it('that was agreed long ago stays so', async () => {
    const id = await agreed(await report('行情停滞'))
    app.clock.advance(31 * 86_400_000)
    await report('行情停滞')
    await look('行情停滞')
    expect((await read(id)).state).toBe('agreed')
  })
})
