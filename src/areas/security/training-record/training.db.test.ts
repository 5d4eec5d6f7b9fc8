import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { asset } from '../../assets/asset/asset.record.ts'
import { assetCategory } from '../../assets/asset-category/asset-category.record.ts'
import { securityServer } from '../security.server.ts'

let app: TestApp
let chen: PersonActor
let engineer: Client
let manager: Client
let admin: Client
const signature = { signature: { password: testPassword } }
const task = (name: string) => securityServer.tasks?.[name]?.(app.engine, {} as never)

beforeAll(async () => {
  app = await testApp()
  chen = await app.person('engineer')
  engineer = await app.as(chen)
  manager = await app.as(await app.person('manager'))
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

describe('training', () => {
  it('counts once somebody else has confirmed it by its proof; whether it was passed follows from the course', async () => {
    const given = { code: 'sec', name: '信息安全意识', hours: 4, passMark: 80, validDays: 365 }
    const { item: course } = (await manager.post('/api/training-courses', given)).body
    const entered = { course: course.id, person: chen.id, heldOn: '2026-11-20', score: 79 }
    const { item } = (await engineer.post('/api/training-records', entered)).body
    expect(item).toMatchObject({ state: 'entered', passed: false, hours: 4, validUntil: null, topic: 'security' })
    const at = `/api/training-records/${item.id}`
    const { item: better } = (await engineer.patch(at, { version: item.version, score: 80 })).body
    expect(better).toMatchObject({ passed: true, validUntil: '2027-11-20' })
    expect((await engineer.post(`${at}/confirm`)).body.code).toBe('same-person')
    expect((await manager.post(`${at}/confirm`)).body.errors[0].code).toBe('no-proof')
    await engineer.patch(at, { version: better.version, proof: '签到表 2026-11' })
    expect((await manager.post(`${at}/confirm`)).body.item.state).toBe('confirmed')
    const twice = await engineer.post('/api/training-records', entered)
    expect(twice.body.errors[0].code).toBe('duplicate')
    const ahead = await engineer.post('/api/training-records', { ...entered, heldOn: '2026-11-30' })
    expect(ahead.body.errors[0].code).toBe('in-future')
  })
})

describe('the classification of an asset that holds data', () => {
  it('is looked at once a year by whoever answers for it, agreed to by another, and tells how to handle it', async () => {
    const id = await app.inTx(asSystem('test'), async (tx) => {
      const disks = await tx.create(assetCategory, {
        code: 'disk',
        name: '存储',
        nameEn: 'Storage',
        kind: 'hardware',
        storage: true,
      })
      return (await tx.create(asset, { tag: 'D-1', name: '磁盘阵列', category: disks.id, owner: chen.id })).id
    })
    const rules = { store: '加密', send: '加密', print: '登记', destroy: '粉碎', who: '经批准', examples: '客户资料' }
    const made = { name: '敏感数据', level: 'sensitive', effectiveOn: '2026-11-24', ...rules }
    const { item: level } = (await manager.post('/api/data-classes', made)).body
    const approve = `/api/data-classes/${level.id}/approve`
    expect((await manager.post(approve, { version: 1, ...signature })).body.code).toBe('same-person')
    expect((await admin.post(approve, { version: 1, ...signature })).body.item.state).toBe('approved')
    await task('begin-class-reviews')
    expect((await engineer.get('/api/class-reviews')).body.items).toEqual([])
    await app.sql("update asset set created_at = created_at - interval '366 days'")
    await task('begin-class-reviews')
    await task('begin-class-reviews')
    const { items } = (await engineer.get('/api/class-reviews')).body
    expect(items).toMatchObject([{ state: 'due', asset: id, reviewer: chen.id, title: 'D-1 磁盘阵列' }])
    const at = `/api/class-reviews/${items[0].id}`
    const asked = await engineer.post(`${at}/propose`, { level: 'sensitive', reason: '存有客户资料。' })
    expect(asked.body.item).toMatchObject({ state: 'proposed', was: 'internal' })
    expect((await manager.post(`${at}/agree`, { version: asked.body.item.version, ...signature })).status).toBe(200)
    const handling = (await engineer.get(`/api/assets/${id}/handling`)).body
    expect(handling).toMatchObject({ level: 'sensitive', rules: { store: '加密' } })
    expect(handling.reviewedAt).not.toBeNull()
  })
})

describe('the journal', () => {
  it('is looked at, and what does not fit is written down', async () => {
    await task('check-logs')
    app.clock.advance(12 * 3_600_000)
    await app.sql('set session_replication_role = replica')
    await app.sql("update journal set actor_name = '别人' where record = 'training-course'")
    await task('check-logs')
    const { items } = (await admin.get('/api/log-checks?sort=-checkedAt')).body
    expect(items).toMatchObject([
      { state: 'broken', newest: true, gapHours: 12 },
      { state: 'sound', newest: false, gapHours: null, broken: null },
    ])
    expect(items[0].broken).toContain('training-course')
  })
})
