import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { workingCalendar } from '../../../administration/working-calendar/working-calendar.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { post } from '../../../organisation/post/post.record.ts'
import { checkpoint } from '../../checkpoint/checkpoint.record.ts'
import { readingsSchema } from '../../checkpoint/reading.settings.ts'
import { patrolRoute } from '../../patrol-route/patrol-route.record.ts'
import { periodicDuty } from '../../periodic-duty/periodic-duty.record.ts'
import { tickDuties } from '../../periodic-duty/server/keep.ts'

let app: TestApp
let li: Client
let route: string
let points: string[]
let duty: string

const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
const tickAt = async (day: number, time: string) => {
  app.clock.set(at(day, time))
  await tickDuties(app.engine)
}
const roundOn = async (day: number) =>
  app.engine.db
    .selectFrom('dutyTask')
    .selectAll()
    .where('duty', '=', duty)
    .where('dueOn', '=', `2026-11-${day}`)
    .executeTakeFirstOrThrow()
const alarms = () =>
  app.engine.db.selectFrom('alarm').select(['key', 'state', 'title', 'severity']).orderBy('id').execute()

function visit(n: number, values: object, day: number, time: string, key: string = crypto.randomUUID()) {
  return { key, checkpoint: points[n], values, note: null, how: 'scanned', visitedAt: at(day, time) }
}
const send = async (day: number, ...visits: object[]) => {
  const { id: task } = await roundOn(day)
  return li.post('/api/patrols/visits', { task, device: 'test', sentAt: app.clock.now(), visits })
}

beforeAll(async () => {
  app = await testApp({ now: at(23, '07:00') })
  const operator = await app.person('operator')
  const made = await app.inTx(asSystem('test'), async (tx) => {
    const on = await tx.create(post, { code: 'duty', name: '值班岗', duties: '值班' })
    await tx.update(person, operator.id, { posts: [on.id] })
    const always = await tx.create(workingCalendar, { code: 'always', name: '每天', kind: 'always', source: '制度' })
    await tx.act(workingCalendar, always.id, 'approve')
    return { post: on.id, calendar: always.id }
  })
  li = await app.as((await app.engine.directory.actor(app.engine.db, operator.id, 'test')) as PersonActor)
  const engineer = await app.person('engineer')
  await app.inTx(engineer, async (tx) => {
    route = (await tx.create(patrolRoute, { name: '机房巡检' })).id
    const readings = readingsSchema.parse([
      { is: 'number', name: '温度', unit: '°C', low: 18, high: 27, severity: 'critical' },
    ])
    const first = await tx.create(checkpoint, { route, position: 1, name: '冷通道', readings })
    const second = await tx.create(checkpoint, { route, position: 2, name: '配电柜' })
    points = [first.id, second.id]
    duty = (
      await tx.create(periodicDuty, {
        ...{ ...made, route, name: '机房巡检', instructions: '沿路线逐点检查' },
        ...{ rule: { every: 'day', closed: 'anyway' }, at: '09:00', opensBefore: 60, closesAfter: 60 },
        startsOn: '2026-11-23',
      })
    ).id
  })
}, 60_000)
afterAll(() => app?.close())

test('a round is done with its last checkpoint; what is sent twice is there once', async () => {
  await tickAt(23, '08:30')
  const one = visit(0, { 温度: 23 }, 23, '08:31')
  expect((await send(23, one)).body).toMatchObject({ state: 'due', items: [{ outcome: 'kept' }] })
  expect((await send(23, one, visit(1, {}, 23, '08:33'))).body).toMatchObject({
    state: 'done',
    items: [{ outcome: 'already' }, { outcome: 'kept' }],
  })
  const { body } = await li.get(`/api/patrols/${(await roundOn(23)).number}`)
  expect(body.visits).toHaveLength(2)
})

test('what cannot be is refused by itself, and the rest is kept', async () => {
  await tickAt(24, '08:30')
  const { body } = await send(24, visit(0, {}, 24, '08:31'), visit(1, {}, 24, '08:32'))
  expect(body.items).toMatchObject([
    { outcome: 'refused', why: ['「温度」没有读数,或不是有效值。', expect.any(String)] },
    { outcome: 'kept' },
  ])
  const checker = await app.as(await app.person('checker'))
  const { id: task } = await roundOn(24)
  const others = await checker.post('/api/patrols/visits', {
    ...{ task, sentAt: app.clock.now(), visits: [visit(1, {}, 24, '08:33')] },
  })
  expect(others.body.items).toMatchObject([{ outcome: 'refused' }])
})

test('out of range is an alarm until it reads well again; an older visit that comes late changes nothing', async () => {
  await send(24, visit(0, { 温度: 31.5 }, 24, '08:35'))
  expect(await alarms()).toMatchObject([
    { state: 'firing', severity: 'critical', title: '冷通道:温度 31.5 °C,正常 18–27 °C' },
  ])
  await send(24, visit(0, { 温度: 22 }, 24, '08:20'))
  expect(await alarms()).toMatchObject([{ state: 'firing' }])
  await tickAt(25, '08:30')
  await send(25, visit(0, { 温度: 24 }, 25, '08:31'))
  expect(await alarms()).toMatchObject([{ state: 'resolved' }])
})

test('a checkpoint that was missed is an alarm; walked in time and sent late it was not missed after all', async () => {
  await tickAt(25, '10:01')
  expect((await alarms()).slice(1)).toMatchObject([{ state: 'firing', title: '机房巡检漏检 1 个巡检点(2026-11-25)' }])
  expect((await send(25, visit(1, {}, 25, '08:40'))).body).toMatchObject({ state: 'done' })
  expect((await alarms()).slice(1)).toMatchObject([{ state: 'resolved' }])
  expect(await roundOn(25)).toMatchObject({ late: false, doneAt: at(25, '08:40') })
  await tickAt(26, '08:30')
  await tickAt(26, '10:30')
  expect((await alarms()).at(-1)).toMatchObject({ state: 'firing', title: '机房巡检未进行(2026-11-26)' })
})

test('the month of a checkpoint and the last rounds of a route are told', async () => {
  const { body } = await li.get(`/api/checkpoints/${points[0]}/series?month=2026-11`)
  expect(body.visits.map(({ values }: { values: Record<string, number> }) => values['温度'])).toEqual([
    23, 22, 31.5, 24,
  ])
  const rounds = await li.get(`/api/patrol-routes/${route}/rounds`)
  expect(rounds.body.rounds.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'done', 'missed'])
  expect(rounds.body.rounds[1].found).toEqual({ [points[0] as string]: 'out', [points[1] as string]: 'well' })
  const labels = await li.get(`/api/patrol-routes/${route}/labels`)
  expect(labels.status).toBe(200)
})
