import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upload } from '../../../platform/sides/upload.testing.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { watchBulletins } from '../vendor-bulletin/server/unread.task.ts'

const signature = { password: testPassword }
const bytes = Buffer.from('upgrade 6.3.10')
const sha256 = createHash('sha256').update(bytes).digest('hex')

let app: TestApp
let engineer: Client
let checker: Client
let front: string

beforeAll(async () => {
  app = await testApp()
  engineer = await app.as(await app.person('engineer'))
  checker = await app.as(await app.person('checker'))
  const made = await engineer.post('/api/components', {
    ...{ code: 'front', name: '前置', kind: 'process', product: '交易平台', installedVersion: '6.3.7' },
  })
  front = made.body.item.id
})
afterAll(() => app?.close())

const delivered = { title: '6.3.10', product: '交易平台', fits: '>=6.3 <6.3.10', toVersion: '6.3.10', contents: '程序' }

describe('a package', () => {
  let id: string
  const at = (verb: string) => `/api/upgrade-packages/${id}/${verb}`
  const version = async () => (await engineer.get(`/api/upgrade-packages/${id}`)).body.item.version

  it('is checked once each file is attached and is what the vendor sent', async () => {
    const wrong = await engineer.post('/api/upgrade-packages', { ...delivered, fits: '新的' })
    expect(faultsIn(wrong.body)).toEqual(['fits not-a-range'])
    const files = [{ name: 'front.tar', sha256 }]
    id = (await engineer.post('/api/upgrade-packages', { ...delivered, files })).body.item.id
    expect(faultsIn((await engineer.post(at('check'))).body)).toEqual(['files.0 missing'])
    const token = await app.token(await app.person('engineer'))
    const sent = (content: Buffer) => upload(app, token, at('attachments'), [{ name: 'front.tar', bytes: content }])
    await sent(Buffer.from('flipped'))
    expect(faultsIn((await engineer.post(at('check'))).body)).toEqual(['files.0 differs'])
    await sent(bytes)
    expect((await engineer.get(at('fitting'))).body).toMatchObject({
      files: [{ name: 'front.tar', is: 'here' }],
      components: [{ id: front, version: '6.3.7', fits: true }],
    })
    expect((await engineer.post(at('check'))).status).toBe(200)
  })

  it('goes live only once another has said that it passed, and gives a change its versions', async () => {
    const change = (
      await engineer.post('/api/changes', { title: '升级', reason: '修复', components: [front], package: id })
    ).body.item
    expect(change.versions).toEqual([{ component: front, to: '6.3.10' }])
    const lacking = async () => faultsIn((await engineer.post(`/api/changes/${change.id}/assess`)).body)
    expect(await lacking()).toContain('package gate-package')
    const own = await engineer.post(at('pass-test'), { version: await version(), testResult: '通过', signature })
    expect(faultsIn(own.body)).toEqual([' same-person'])
    expect(
      (await checker.post(at('pass-test'), { version: await version(), testResult: '通过', signature })).status,
    ).toBe(200)
    expect(await lacking()).not.toContain('package gate-package')
    for (let n = 0; n < 2; n++)
      expect((await checker.post(at('acknowledge'), { version: await version(), signature })).status).toBe(200)
    const { item } = (await engineer.post(at('acknowledge'), { version: await version(), signature })).body
    expect([item.state, item.readBy.length]).toEqual(['tested', 2])
  })
})

describe('a bulletin', () => {
  it('finds what it concerns, is an alarm while it lies unread, and is answered with a decision', async () => {
    const values = { title: '内存泄漏', publishedAt: app.clock.now(), product: '交易平台', versions: '<6.3.10' }
    const { id, affected } = (await engineer.post('/api/vendor-bulletins', values)).body.item
    expect(affected).toEqual([front])
    app.clock.advance(25 * 3_600_000)
    for (let n = 0; n < 2; n++) await watchBulletins(app.engine, {} as never)
    const alarms = () => app.sql('select state, events from alarm where key = $1', [`unread-bulletin:${id}`])
    expect(await alarms()).toEqual([{ state: 'firing', events: 1 }])
    expect((await checker.post(`/api/vendor-bulletins/${id}/read`, { versions: '6.2.*' })).body.item.affected).toEqual(
      [],
    )
    expect(await alarms()).toMatchObject([{ state: 'resolved' }])
    const bare = await engineer.post(`/api/vendor-bulletins/${id}/decide`, {})
    expect(faultsIn(bare.body)).toEqual(['decision required', 'decisionReason required'])
    const decided = await engineer.post(`/api/vendor-bulletins/${id}/decide`, {
      decision: 'nothing',
      decisionReason: '版本不符',
    })
    expect(decided.body.item.state).toBe('decided')
  })
})
