import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { workingCalendar } from '../../../administration/working-calendar/working-calendar.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { post } from '../../../organisation/post/post.record.ts'
import { dutyTask } from '../../duty-task/duty-task.record.ts'
import { periodicDuty } from '../periodic-duty.record.ts'
import { tickDuties } from './keep.ts'

let app: TestApp
let li: PersonActor
let duties: { daily: string; signed: string }

/** A moment of a November day on the firm's clock. */
const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
const tickAt = async (day: number, time: string) => {
  app.clock.set(at(day, time))
  await tickDuties(app.engine)
}
const tasksOf = (duty: string) =>
  app.engine.db.selectFrom('dutyTask').selectAll().where('duty', '=', duty).orderBy('dueBy').execute()

beforeAll(async () => {
  app = await testApp({ now: at(23, '07:00') })
  const operator = await app.person('operator')
  const calendar = await app.inTx(asSystem('test'), async (tx) => {
    const on = await tx.create(post, { code: 'duty', name: '值班岗', duties: '值班' })
    await tx.update(person, operator.id, { posts: [on.id] })
    const trading = await tx.create(workingCalendar, { code: 'trading', name: '交易', kind: 'trading', source: '制度' })
    await tx.act(workingCalendar, trading.id, 'approve')
    return { post: on.id, calendar: trading.id }
  })
  li = (await app.engine.directory.actor(app.engine.db, operator.id, 'test')) as PersonActor
  const values = {
    ...{ ...calendar, instructions: '逐项查看', rule: { every: 'day' as const, closed: 'skip' as const } },
    ...{ at: '09:00', opensBefore: 60, closesAfter: 120, startsOn: '2026-11-23' },
  }
  duties = await app.inTx(await app.person('engineer'), async (tx) => ({
    daily: (await tx.create(periodicDuty, { ...values, name: '查看日志' })).id,
    signed: (
      await tx.create(periodicDuty, { ...values, name: '阅读公告', signed: true, statement: '今日公告均已阅读。' })
    ).id,
  }))
}, 60_000)
afterAll(() => app?.close())

test('it appears when its window opens, once, whatever copies look', async () => {
  await tickAt(23, '07:59')
  expect(await tasksOf(duties.daily)).toEqual([])
  app.clock.set(at(23, '08:00'))
  await Promise.all([tickDuties(app.engine), tickDuties(app.engine)])
  await tickDuties(app.engine)
  expect(await tasksOf(duties.daily)).toMatchObject([
    { state: 'due', dueOn: '2026-11-23', dueBy: at(23, '09:00'), closesAt: at(23, '11:00'), tradingDay: '2026-11-23' },
  ])
  const { body } = await (await app.as(li)).get('/api/duty/tasks')
  expect(body.items).toMatchObject([
    { title: '查看日志', state: 'due', mine: true },
    { title: '阅读公告', state: 'to-sign', mine: true },
  ])
})

test('it is done by its post alone, signed where that is wanted, and said in the log', async () => {
  const [[plain], [signed]] = [await tasksOf(duties.daily), await tasksOf(duties.signed)]
  const manager = await app.person('manager')
  await expect(app.inTx(manager, (tx) => tx.act(dutyTask, plain?.id as string, 'done'))).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await app.inTx(li, (tx) => tx.act(dutyTask, plain?.id as string, 'done', { note: '无异常' }))
  await expect(app.inTx(li, (tx) => tx.act(dutyTask, signed?.id as string, 'done'))).rejects.toMatchObject({
    code: 'wrong-state',
  })
  await expect(app.inTx(li, (tx) => tx.act(dutyTask, signed?.id as string, 'attest'))).rejects.toMatchObject({
    code: 'wrong-signature',
  })
  app.clock.set(at(23, '09:30'))
  await app.inTx(li, (tx) => tx.act(dutyTask, signed?.id as string, 'attest'), true)
  expect(await tasksOf(duties.signed)).toMatchObject([{ state: 'done', late: true, doneBy: li.id }])
  const lines = await app.engine.db
    .selectFrom('logEntry')
    .select('text')
    .where('kind', '=', 'duty')
    .orderBy('id')
    .execute()
  expect(lines.map(({ text }) => text.replace(/^\S+ /, ''))).toEqual([
    '办结例行工作:查看日志。',
    '逾期办结例行工作:阅读公告。',
  ])
})

test('what nobody did was missed once, with a line in the log and a notice, also while no server ran', async () => {
  await tickAt(24, '08:30')
  app.clock.set(at(24, '11:00'))
  await Promise.all([tickDuties(app.engine), tickDuties(app.engine)])
  // Nobody was there on Wednesday; on the weekend there is no trading.
  await tickAt(29, '12:00')
  expect((await tasksOf(duties.daily)).map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2026-11-23', 'done'],
    ['2026-11-24', 'missed'],
    ['2026-11-25', 'missed'],
    ['2026-11-26', 'missed'],
    ['2026-11-27', 'missed'],
  ])
  const missed = await app.engine.db
    .selectFrom('logEntry')
    .select('severity')
    .where('text', 'like', '例行工作错过:查看日志%')
    .execute()
  expect(missed).toEqual(Array.from({ length: 4 }, () => ({ severity: 'warning' })))
  const told = await app.sql(
    `select 1 from graphile_worker._private_jobs where payload #>> '{tellings,0,verb}' = 'miss'`,
  )
  expect(told).toHaveLength(8)
  const { body } = await (await app.as(li)).get(`/api/periodic-duties/${duties.daily}/history`)
  expect(body).toMatchObject({
    onTime: 1,
    late: 0,
    missed: 4,
    rate: 20,
    next: [{ date: '2026-11-30' }, {}, {}, {}, {}],
  })
})

test('a change of its time makes no second task of a day; while it is paused it has none', async () => {
  await tickAt(30, '08:10')
  const engineer = await app.person('engineer')
  await app.inTx(engineer, (tx) => tx.update(periodicDuty, duties.daily, { at: '10:00' }))
  await tickAt(30, '09:30')
  expect((await tasksOf(duties.daily)).filter(({ dueOn }) => dueOn === '2026-11-30')).toHaveLength(1)
  await app.inTx(engineer, (tx) => tx.act(periodicDuty, duties.signed, 'pause'))
  const before = (await tasksOf(duties.signed)).length
  app.clock.set('2026-12-02T04:00:00.000Z')
  await app.inTx(engineer, (tx) => tx.act(periodicDuty, duties.signed, 'resume'))
  await tickDuties(app.engine)
  expect(await tasksOf(duties.signed)).toHaveLength(before)
})
