import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../../platform/write/verify.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { makeSource } from '../testing/sources.ts'
import { alarmLines, alarmsOf, makeComponent } from '../testing/watching.ts'
import { eventLooks } from './server/looks.ts'

let app: TestApp
let engineer: Client
let source: string
let token: string

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  engineer = await app.as(await app.person('engineer'))
  const values = { name: '机房监控', settings: { is: 'alertmanager' }, componentFrom: 'component' }
  const made = await makeSource(engineer, values)
  source = made.id
  token = made.token
})

const never = '0001-01-01T00:00:00Z'
const start = '2026-11-24T01:00:00.123456789Z'
const alert = (values: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'DiskFull', instance: 'db01:9100', severity: 'critical' },
  annotations: { summary: 'db01 的数据盘将满' },
  startsAt: start,
  endsAt: never,
  generatorURL: 'http://prometheus/graph',
  fingerprint: 'b2f1',
  ...values,
})
const over = (values: object = {}) => alert({ status: 'resolved', endsAt: '2026-11-24T01:20:00Z', ...values })
const payload = (alerts: object[], values: object = {}) => ({
  version: '4',
  groupKey: '{}:{alertname="DiskFull"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'touchstone',
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager',
  alerts,
  ...values,
})
const send = (body: unknown, by = token) =>
  app.anyone.post('/api/intake/alertmanager', body, { authorization: `Bearer ${by}` })
const traffic = async () => (await engineer.get(`/api/event-sources/${source}/traffic`)).body

describe('Alertmanager', () => {
  it('raises one alarm for a fingerprint and start however often it resends, and resolves it once', async () => {
    expect((await send(payload([alert()]))).body).toEqual({ raised: 1, resolved: 0, known: 0 })
    for (let n = 0; n < 3; n++) {
      app.clock.advance(300_000)
      expect((await send(payload([alert()]))).body).toEqual({ raised: 0, resolved: 0, known: 1 })
    }
    expect(await alarmsOf(app)).toMatchObject([
      { title: 'db01 的数据盘将满', severity: 'critical', state: 'firing', events: 1 },
    ])
    expect((await send(payload([over()]))).body).toMatchObject({ resolved: 1 })
    expect((await send(payload([over()]))).body).toMatchObject({ resolved: 0 })
    expect((await send(payload([alert()]))).body).toMatchObject({ raised: 0 })
    expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved', resolution: '「机房监控」报告已恢复。' }])
    expect(await alarmLines(app)).toEqual([
      '告警:db01 的数据盘将满',
      '告警解除:db01 的数据盘将满。「机房监控」报告已恢复。',
    ])
    const events = await app.engine.db
      .selectFrom('event')
      .select(['title', 'to', 'source', 'at'])
      .orderBy('id')
      .execute()
    expect(events).toMatchObject([
      { title: 'db01 的数据盘将满', to: 'down', source, at: '2026-11-24T01:00:00.123Z' },
      { title: '已恢复:db01 的数据盘将满', to: 'up', source, at: '2026-11-24T01:20:00.000Z' },
    ])
    expect(await verify(app.engine.db, app.engine.registry)).toMatchObject({ broken: null })
  })

  it('takes each alert of a group by its own status, and leaves alone what is not in it', async () => {
    await send(payload([alert(), alert({ fingerprint: 'c3' }), alert({ fingerprint: 'd4' })]))
    await send(payload([over(), alert({ fingerprint: 'c3' })]))
    expect((await alarmsOf(app)).map(({ state }) => state)).toEqual(['resolved', 'firing', 'firing'])
  })

  it('raises another alarm when it begins anew, also where the end was lost on the way', async () => {
    await send(payload([alert()]))
    await send(payload([alert({ startsAt: '2026-11-24T01:25:00Z' })]))
    expect((await alarmsOf(app)).map(({ state }) => state)).toEqual(['resolved', 'firing'])
    // What was still under way says nothing about the one that stands now.
    await send(payload([over()]))
    expect((await alarmsOf(app)).map(({ state }) => state)).toEqual(['resolved', 'firing'])
  })

  it('raises no second alarm for what a person has resolved and the sender still sends', async () => {
    await send(payload([alert()]))
    const [{ id, version } = { id: '', version: 0 }] = await alarmsOf(app)
    expect((await engineer.post(`/api/alarms/${id}/resolve`, { version, resolution: '已扩容。' })).status).toBe(200)
    await send(payload([alert()]))
    expect(await alarmsOf(app)).toHaveLength(1)
  })

  it('says that alerts were left out until the group comes whole', async () => {
    await send(payload([alert()], { truncatedAlerts: 7 }))
    await send(payload([alert()], { truncatedAlerts: 7 }))
    const open = (await alarmsOf(app)).filter(({ state }) => state === 'firing')
    expect(open.map(({ title }) => title)).toEqual([
      'db01 的数据盘将满',
      'Alertmanager 一组告警省略了 7 条(max_alerts),内容未知',
    ])
    await send(payload([alert()]))
    expect((await alarmsOf(app)).map(({ state }) => state)).toEqual(['firing', 'resolved'])
  })

  it('is about the component that a label names, else about the source’s own', async () => {
    const database = await makeComponent(app, '数据库', { code: 'db-main' })
    const room = await makeComponent(app, '机房')
    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    await engineer.patch(`/api/event-sources/${source}`, { version, component: room.id })
    const labels = { alertname: 'Down', component: 'db-main' }
    await send(payload([alert({ labels }), alert({ fingerprint: 'c3' })]))
    expect((await alarmsOf(app)).map(({ component }) => component)).toEqual([database.id, room.id])
  })

  it('takes more than a handful as one delivery', async () => {
    const many = Array.from({ length: 120 }, (_one, n) => alert({ fingerprint: `f${n}` }))
    expect((await send(payload(many))).body).toEqual({ raised: 120, resolved: 0, known: 0 })
    expect((await send(payload([...many.slice(0, 60), over({ fingerprint: 'f119' })]))).body).toEqual({
      raised: 0,
      resolved: 1,
      known: 60,
    })
    expect(await traffic()).toMatchObject({ accepted: 2, deliveries: [{ known: 60 }, { raised: 120 }] })
  })

  it('raises nothing for what needs no hand', async () => {
    const labels = { alertname: 'Watchdog', severity: 'none' }
    expect((await send(payload([alert({ labels })]))).body).toMatchObject({ raised: 0 })
    expect(await alarmsOf(app)).toEqual([])
  })

  it('takes two deliveries of the same at once as one', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(payload([alert()]))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await alarmsOf(app)).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it('says every fault, writes nothing else, and is seen on the source', async () => {
    const bad = payload([alert(), alert({ status: 'maybe', startsAt: 'yesterday' })], { version: '3' })
    const answer = await app.anyone.post('/api/intake/alertmanager', bad, {
      authorization: `Bearer ${token}`,
      'accept-language': 'en',
    })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'alerts.1.startsAt',
      'alerts.1.status',
      'version',
    ])
    expect(await alarmsOf(app)).toEqual([])
    await send(payload([alert()]))
    const seen = await traffic()
    expect(seen).toMatchObject({ accepted: 1, refused: 1, lastAt: app.clock.now() })
    expect(seen.deliveries).toMatchObject([
      { accepted: true, raised: 1 },
      { accepted: false, raised: 0 },
    ])
    expect(seen.deliveries[1].reasons).toHaveLength(4)
    const finding = await eventLooks['event-sources']?.(app.engine, '')
    expect(finding).toMatchObject({ level: 'warning', text: [expect.stringContaining('机房监控'), expect.anything()] })
  })

  it('is kept also where it is no JSON at all', async () => {
    const answer = await app.http.inject({
      method: 'POST',
      url: `/api/intake/alertmanager/${token}`,
      headers: { 'content-type': 'text/plain' },
      payload: '{"version": "4", ',
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-json'])
    expect((await traffic()).deliveries).toMatchObject([{ accepted: false, body: '{"version": "4", ' }])
  })

  it('is all that comes without a token that is in force', async () => {
    const person = await app.token(await app.person('admin'))
    for (const by of ['', 'tse_wrong', person]) expect((await send(payload([alert()]), by)).status).toBe(401)
    const before = token
    token = (await engineer.post(`/api/event-sources/${source}/make-token`)).body.token
    expect((await send(payload([alert()]), before)).status).toBe(401)
    expect((await app.anyone.post(`/api/intake/alertmanager/${token}`, payload([alert()]))).status).toBe(200)
    const journal = await app.sql(`select changes::text from journal union all select value from secret`)
    expect(JSON.stringify(journal)).not.toContain(token)
  })

  it('is what comes while the source is paused', async () => {
    const { version } = (await engineer.get(`/api/event-sources/${source}`)).body.item
    await engineer.post(`/api/event-sources/${source}/pause`, { version })
    expect((await send(payload([alert()]))).status).toBe(409)
    expect(await alarmsOf(app)).toEqual([])
  })
})

it('says beforehand what a content would become, and writes nothing', async () => {
  const { body } = await engineer.post(`/api/event-sources/${source}/preview`, {
    content: JSON.stringify(payload([alert()])),
  })
  expect(body.events[0]).toMatchObject({ key: 'b2f1', over: false, severity: 'critical', component: null })
  expect(await alarmsOf(app)).toEqual([])
  expect((await traffic()).deliveries).toEqual([])
  const bad = await engineer.post(`/api/event-sources/${source}/preview`, { content: '{}' })
  expect(bad.status).toBe(422)
  const business = await app.as(await app.person('business'))
  expect((await business.post(`/api/event-sources/${source}/preview`, { content: '{}' })).status).toBe(403)
})
