import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import { sweep } from '../../probe/server/watch.ts'
import { makeComponent, makeProbe, readingsByHand } from '../../testing/watching.ts'

let app: TestApp
let engineer: Client
let operator: Client

beforeAll(async () => {
  app = await testApp()
  engineer = await app.as(await app.person('engineer'))
  operator = await app.as(await app.person('operator'))
})
afterAll(() => app.close())

describe('dependencies', () => {
  it('refuse a ring, naming it, and what is retired', async () => {
    const a = await makeComponent(app, '甲')
    const b = await makeComponent(app, '乙', { dependsOn: [a.id] })
    const c = await makeComponent(app, '丙', { dependsOn: [b.id] })
    const ring = await engineer.patch(`/api/components/${a.id}`, { version: a.version, dependsOn: [c.id] })
    expect(ring).toMatchObject({ status: 422, body: { code: 'guarded' } })
    expect(JSON.stringify(ring.body)).toContain('甲 → 丙 → 乙 → 甲')

    expect(await engineer.post(`/api/components/${a.id}/retire`)).toMatchObject({ status: 422 })
    expect(await engineer.post(`/api/components/${c.id}/retire`)).toMatchObject({ status: 200 })
    const onRetired = { code: 'NEW', name: '丁', kind: 'service', dependsOn: [c.id] }
    const refused = await engineer.post('/api/components', onRetired)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('丙')
  })

  it('keep out a ring that two persons would close at once', async () => {
    const a = await makeComponent(app, '左')
    const b = await makeComponent(app, '右')
    const answers = await Promise.all([
      engineer.patch(`/api/components/${a.id}`, { version: a.version, dependsOn: [b.id] }),
      engineer.patch(`/api/components/${b.id}`, { version: b.version, dependsOn: [a.id] }),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 422])
  })

  it('are not an operator’s to change', async () => {
    expect(await operator.post('/api/components', { code: 'X', name: 'X', kind: 'service' })).toMatchObject({
      status: 403,
    })
  })
})

it('shows the map, what a failure affects, and what is wrong, most urgent first', async () => {
  const core = await makeComponent(app, '核心库', { kind: 'database', criticality: 'important' })
  const gate = await makeComponent(app, '交易前置', { criticality: 'trading', dependsOn: [core.id] })
  const rows = [await makeProbe(app, core), await makeProbe(app, gate)]
  const { read } = readingsByHand(app, rows)
  await read('up')
  await sweep(app.engine)
  app.clock.advance(10_000)
  await read('up', undefined, rows.slice(1))
  for (let i = 0; i < 2; i++) {
    app.clock.advance(1_000)
    await read('down', 'ECONNREFUSED', rows.slice(0, 1))
  }
  await app.inTx(asSystem('test'), (tx) =>
    raiseAlarm(tx, { key: 'test', severity: 'warning', title: ['磁盘将满', 'Disk nearly full'] }),
  )

  const map = await operator.get('/api/components/map')
  expect(map.status).toBe(200)
  const node = (id: string) => map.body.nodes.find((one: { id: string }) => one.id === id)
  expect(node(core.id)).toMatchObject({ health: 'down', alarm: { state: 'firing', severity: 'critical' } })
  expect(node(gate.id)).toMatchObject({ health: 'up', alarm: null })
  expect(map.body.edges).toContainEqual({ from: gate.id, to: core.id })
  expect(map.body.nodes.map((one: { name: string }) => one.name)).not.toContain('丙')

  const impact = await operator.get(`/api/components/${core.id}/impact`)
  expect(impact.body).toMatchObject({ standsOn: [], affects: [{ id: gate.id, distance: 1 }], affectsTrading: true })
  expect((await operator.get(`/api/components/${app.engine.newId()}/impact`)).status).toBe(404)

  const open = await operator.get('/api/alarms/open')
  expect(open.body).toMatchObject({
    count: 2,
    items: [
      { component: { name: '核心库' }, affects: { count: 1, names: ['交易前置'], trading: true } },
      { title: '磁盘将满', component: null },
    ],
  })

  app.clock.advance(3_600_000)
  const wrong = await operator.get('/api/duty/wrong')
  expect(wrong.body).toMatchObject({
    alarms: [{ ageSeconds: 3600 }, {}],
    components: [{ id: gate.id, health: 'unknown', behind: null }],
    count: { alarms: 2, firing: 2, components: 1 },
  })

  const [first] = open.body.items
  const opened = await operator.post(`/api/alarms/${first.id}/open-incident`, {})
  expect(opened).toMatchObject({ status: 200, body: { joined: false } })
  const incident = await operator.get(`/api/incidents/${opened.body.incident}`)
  expect(JSON.stringify(incident.body)).toContain('核心库')
  expect((await operator.get('/api/alarms/open')).body.items[0].incident.id).toBe(opened.body.incident)
  expect((await operator.post(`/api/alarms/${first.id}/open-incident`, {})).body).toEqual({
    incident: opened.body.incident,
    joined: true,
  })
  const second = await app.inTx(asSystem('test'), (tx) =>
    raiseAlarm(tx, { key: 'test2', severity: 'warning', title: ['慢', 'Slow'], component: core.id }),
  )
  expect((await operator.post(`/api/alarms/${second?.id}/open-incident`, { join: true })).body).toEqual({
    incident: opened.body.incident,
    joined: true,
  })
  const lines = await app.engine.db.selectFrom('logEntry').select('subjectId').where('kind', '=', 'incident').execute()
  expect(lines).toEqual([{ subjectId: opened.body.incident }, { subjectId: opened.body.incident }])
})

it('marks on the map what is worked on and, where the window says so, what stands on it', async () => {
  const low = await makeComponent(app, '机柜电源')
  const high = await makeComponent(app, '应用', { dependsOn: [low.id] })
  const maintenance = async () => {
    const { nodes } = (await operator.get('/api/components/map')).body
    return [low, high].map(({ id }) => nodes.find((one: { id: string }) => one.id === id).maintenance?.number ?? null)
  }
  const window = async (dependents: boolean, minutes: number) => {
    const now = Date.parse(app.clock.now())
    const { body } = await engineer.post('/api/maintenance-windows', {
      ...{
        title: '换电源',
        components: [low.id],
        dependents,
        reason: '老化',
        owner: (await app.person('engineer')).id,
      },
      ...{ startsAt: app.clock.now(), endsAt: new Date(now + minutes * 60_000).toISOString() },
    })
    return body.item.number
  }
  expect(await maintenance()).toEqual([null, null])
  const long = await window(false, 60)
  expect(await maintenance()).toEqual([long, null])
  const short = await window(true, 30)
  expect(await maintenance()).toEqual([long, short])
  app.clock.advance(45 * 60_000)
  expect(await maintenance()).toEqual([long, null])
})
