import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { securityServer } from '../security.server.ts'

let app: TestApp
let chen: PersonActor
let engineer: Client
let manager: Client
let business: Client

const task = (name: string) => securityServer.tasks?.[name]?.(app.engine, {} as never)
const signature = { signature: { password: testPassword } }
const dayMs = 86_400_000

beforeAll(async () => {
  app = await testApp()
  chen = await app.person('engineer')
  engineer = await app.as(chen)
  manager = await app.as(await app.person('manager'))
  business = await app.as(await app.person('business'))
  await app.inTx(asSystem('test'), async (tx) => {
    const it = await tx.create(department, { code: 'IT', name: '信息技术部', technology: true })
    await tx.update(person, chen.id, { department: it.id })
  })
})
afterAll(() => app?.close())

const mine = async () => (await engineer.get('/api/undertakings?sort=-dueOn')).body.items
const states = async () => (await mine()).map(({ state }: { state: string }) => state).sort()

async function published(text: string) {
  const given = { code: 'secrecy', title: '保密承诺书', text, lasting: '离职后两年内继续保密。', validDays: 200 }
  const { item } = (await engineer.post('/api/undertaking-texts', given)).body
  const at = `/api/undertaking-texts/${item.id}`
  expect((await manager.post(`${at}/publish`, { version: item.version, ...signature })).status).toBe(200)
  await task('gather-undertakings')
  return at
}
async function sign() {
  const open = (await mine()).find(({ state }: { state: string }) => state === 'asked')
  return engineer.post(`/api/undertakings/${open.id}/undertake`, { version: open.version, ...signature })
}

describe('an undertaking', () => {
  it('is asked of IT staff once a text is in force, and signed over the digest of that text', async () => {
    const at = await published('本人保守客户资料秘密。')
    const { item: text } = (await engineer.get(at)).body
    const [one] = await mine()
    expect(one).toMatchObject({ state: 'asked', digest: text.digest, dueOn: '2026-12-08', person: chen.id })
    expect((await business.get('/api/undertakings')).body.items).toEqual([])
    expect((await business.get(`/api/undertakings/${one.id}`)).status).toBe(404)
    expect((await sign()).body.item).toMatchObject({ state: 'signed', validUntil: '2027-06-12' })
    await expect(app.sql("update undertaking_text set text = '别的'")).rejects.toThrow(/not changed/)
    await task('gather-undertakings')
    expect(await states()).toEqual(['signed'])
  })

  it('is asked again only where a new text says something else', async () => {
    await published('本人保守客户资料秘密。')
    expect(await states()).toEqual(['signed'])
    await published('本人保守客户资料和系统口令秘密。')
    expect(await states()).toEqual(['asked', 'signed'])
    await sign()
    expect(await states()).toEqual(['replaced', 'signed'])
  })

  it('is asked again a month before it is over, and reminded of', async () => {
    app.clock.advance(171 * dayMs)
    await task('remind-undertakings')
    const open = (await mine()).find(({ state }: { state: string }) => state === 'asked')
    expect(open).toMatchObject({ dueOn: '2027-06-12', remindOn: '2027-06-09' })
    app.clock.advance(30 * dayMs)
    await task('remind-undertakings')
    const { items } = (await engineer.get(`/api/undertakings/${open.id}/journal`)).body
    expect(items[0].verb).toBe('overdue')
  })

  it('lasts for who leaves, and says so once', async () => {
    await app.inTx(asSystem('test'), (tx) => tx.act(person, chen.id, 'leave'))
    await task('gather-undertakings')
    await task('gather-undertakings')
    const found = await app.sql<{ state: string; told: string | null }>(
      "select state, told_on::text as told from undertaking where state <> 'replaced' order by state",
    )
    expect(found).toEqual([
      { state: 'lapsed', told: null },
      { state: 'signed', told: '2027-06-13' },
    ])
  })
})
