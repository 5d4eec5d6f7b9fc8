import ical from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { duty } from '../duty/duty.record.ts'
import { dutyPosition } from '../duty-position/duty-position.record.ts'
import { icalOf } from './ical.rules.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

/** As a calendar program reads it: an independent parser, and the zone as the file defines it. */
async function read(path: string) {
  const answer = await app.http.inject({ method: 'GET', url: path })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ical.Component(ical.parse(answer.body))
  const zone = new ical.Timezone(calendar.getFirstSubcomponent('vtimezone') as never)
  ical.TimezoneService.register(zone, zone.tzid)
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ical.Event(one)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      zone: event.startDate.zone.tzid,
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      status: one.getFirstPropertyValue('status'),
    }
  })
}

it('tells a person’s duties at the right hour, again with a higher sequence when they change, and nobody once it is revoked', async () => {
  const { operator, engineer } = world.people
  const night = { startsAt: '2026-11-28T11:15:00.000Z', endsAt: '2026-11-28T18:45:00.000Z' }
  const position = await app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(dutyPosition, { code: 'maker', name: '经办;一号,机房' })
    return id
  })
  const made = await app.inTx(asSystem('test'), async (tx) => {
    const row = await tx.create(duty, { roster: await world.link('roster'), person: operator.id, position, ...night })
    return tx.act(duty, row.id, 'publish')
  })
  const feed = (await world.clients.operator.post('/api/duty-feeds', { name: '我的值班', person: operator.id })).body
    .item
  const make = async () =>
    (await world.clients.operator.post(`/api/duty-feeds/${feed.id}/make-address`)).body.path as string
  const path = await make()
  const [event, ...others] = await read(path)
  expect(others).toEqual([])
  expect(event).toEqual({
    ...{ uid: `${made.id}@touchstone`, sequence: made.version, summary: '值班: 经办;一号,机房' },
    ...{ zone: 'Asia/Shanghai', from: night.startsAt, to: night.endsAt, status: 'CONFIRMED' },
  })

  // Somebody else's feed says nothing of it, and theirs is not to be made by others.
  expect((await world.clients.checker.post('/api/duty-feeds', { name: '别人的', person: operator.id })).status).toBe(
    403,
  )
  expect((await world.clients.engineer.get(`/api/duty-feeds/${feed.id}`)).status).toBe(404)

  await world.clients.manager.post(`/api/duties/${made.id}/cancel`, { cancelReason: '停电' })
  expect(await read(path)).toMatchObject([{ uid: event?.uid, status: 'CANCELLED', sequence: made.version + 1 }])

  // Given away by a swap: gone here, with a higher sequence; there with the other.
  await app.sql("update duty set state = 'published', cancel_reason = null where id = $1", [made.id])
  const swap = await world.clients.operator.post('/api/duty-swaps', { duty: made.id, to: engineer.id, reason: '就诊' })
  await world.clients.engineer.post(`/api/duty-swaps/${swap.body.item.id}/consent`)
  const done = await world.clients.manager.post(`/api/duty-swaps/${swap.body.item.id}/approve`)
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  const [given] = await read(path)
  expect(given).toMatchObject({ uid: event?.uid, status: 'CANCELLED' })
  expect(given?.sequence).toBeGreaterThan(made.version + 1)

  const renewed = await make()
  expect((await app.http.inject({ method: 'GET', url: path })).statusCode).toBe(404)
  expect(await read(renewed)).toHaveLength(1)
  await world.clients.operator.post(`/api/duty-feeds/${feed.id}/revoke`)
  expect((await app.http.inject({ method: 'GET', url: renewed })).statusCode).toBe(404)
})

it('folds long lines within no character, and gives them back whole', () => {
  const summary = '值班:'.repeat(60)
  const event = { uid: 'a@touchstone', sequence: 1, from: '2026-11-27T11:15:00Z', to: '2026-11-27T12:15:00Z' }
  const text = icalOf('名', 'Europe/Zurich', [
    { ...event, changedAt: '2026-11-20T01:00:00Z', summary, description: 'a\nb, c; d\\e', cancelled: false },
  ])
  const [found] = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((one) => new ical.Event(one))
  expect([found?.summary, found?.description]).toEqual([summary, 'a\nb, c; d\\e'])
  expect(found?.startDate.toJSDate().toISOString()).toBe('2026-11-27T11:15:00.000Z')
})
