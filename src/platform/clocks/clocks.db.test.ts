import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clockTasks } from '../../areas/administration/server/clocks.ts'
import { clockSource } from '../../areas/administration/target/server/targets.store.ts'
import { target } from '../../areas/administration/target/target.record.ts'
import { ordinaryWeek } from '../../areas/administration/working-calendar/hours.rules.ts'
import { workingCalendar } from '../../areas/administration/working-calendar/working-calendar.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { turn } from './timer.ts'

/** Monday 2026-11-23, 09:00 in Shanghai. */
const monday = '2026-11-23T01:00:00.000Z'
/** An instant by the firm's clock. */
const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString()

let app: TestApp
let wang: PersonActor
let engineer: Client
/** The last journal entry that was looked at. */
let heard = '0'
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp({ now: monday })
  wang = await app.person('engineer')
  engineer = await app.as(wang)
  await app.inTx(asSystem('test'), async (tx) => {
    const office = {
      code: 'office',
      name: '办公',
      coversFrom: '2026-01-01',
      coversTo: '2026-12-31',
      week: ordinaryWeek,
      source: '制度',
    }
    for (const values of [office, { code: 'always', name: '全天', kind: 'always' as const, source: '制度' }]) {
      const { id } = await tx.create(workingCalendar, values)
      await tx.act(workingCalendar, id, 'approve')
      ids[values.code] = id
    }
    const common = { warnAt: 0.75, calendar: ids['office'] as string }
    const rule = (clock: string, priority?: string) => ({
      record: 'incident',
      clock,
      when: priority ? [{ field: 'priority', op: 'is' as const, value: priority }] : [],
    })
    await tx.create(target, { ...common, name: '响应', rule: rule('response'), minutes: 30 })
    const normal = await tx.create(target, { ...common, name: '解决', rule: rule('resolution'), minutes: 420 })
    ids['normal'] = normal.id
    await tx.create(target, {
      ...common,
      name: '解决 P1',
      rule: rule('resolution', 'p1'),
      minutes: 60,
      calendar: ids['always'] as string,
      escalation: [
        { at: 0.9, to: [{ is: 'role', code: 'manager' }] },
        { at: 2, to: [{ is: 'role', code: 'admin' }] },
      ],
    })
  })
})
afterAll(() => app?.close())

const look = () => turn(app.engine, clockSource)
/** What was told of clocks since this was last asked, as the journal has it. */
const told = async () => {
  const rows = await app.engine.db
    .selectFrom('journal')
    .select(['id', 'recordId', 'verb', 'changes'])
    .where('id', '>', heard)
    .where('verb', 'like', 'clock-%')
    .orderBy('id')
    .execute()
  heard = rows.at(-1)?.id ?? heard
  return rows.map(({ recordId, verb, changes }) => ({
    id: recordId,
    kind: verb.slice('clock-'.length),
    clock: changes['clock']?.[1],
    at: changes['at']?.[1],
  }))
}
const toldNow = async () => (await told()).map(({ kind, clock, at: when }) => `${clock} ${kind} ${when}`)

beforeEach(async () => {
  app.clock.set(monday)
  await app.sql('delete from clock')
  await told()
})

async function open(values: object = {}): Promise<string> {
  const made = await engineer.post('/api/incidents', { title: '报单网关无响应', ...values })
  expect(made.status).toBe(201)
  return `/api/incidents/${made.body.item.id}`
}
const urgent = { impact: 'high', urgency: 'high' }
const clocksAt = async (path: string) => {
  const { items } = (await engineer.get(`${path}/clocks`)).body
  return Object.fromEntries(items.map((one: { clock: string }) => [one.clock, one]))
}
const dueAt = async (path: string) => (await engineer.get(path)).body.item.dueAt
const entriesOf = async (path: string) =>
  (await engineer.get(`${path}/journal`)).body.items
    .filter(({ verb }: { verb: string }) => verb.startsWith('clock-'))
    .map(({ verb, actorName }: { verb: string; actorName: string }) => `${verb} ${actorName}`)

describe('the clocks of an incident', () => {
  it('begin with it, end as declared, and say when each is due and why', async () => {
    const path = await open()
    expect(await dueAt(path)).toBe(at('2026-11-23 09:30'))
    expect(await clocksAt(path)).toMatchObject({
      response: { state: 'running', dueAt: at('2026-11-23 09:30'), leftSeconds: 1_800 },
      resolution: {
        state: 'running',
        dueAt: at('2026-11-23 17:30'),
        calendar: { name: '办公' },
        target: { name: '解决', minutes: 420 },
        ahead: [
          { from: at('2026-11-23 09:00'), to: at('2026-11-23 12:00') },
          { from: at('2026-11-23 13:30'), to: at('2026-11-23 17:30') },
        ],
      },
    })
    app.clock.set(at('2026-11-23 09:20'))
    await engineer.post(`${path}/assign`, { assignee: wang.id })
    expect(await clocksAt(path)).toMatchObject({ response: { state: 'met', open: false, ranSeconds: 1_200 } })
    expect(await dueAt(path)).toBe(at('2026-11-23 17:30'))
  })

  it('C5: stand while it waits, and are never overdue then; then Monday 09:00 is due Tuesday 17:30', async () => {
    const path = await open()
    await engineer.post(`${path}/start`)
    app.clock.set(at('2026-11-23 10:00'))
    await engineer.post(`${path}/wait`, { waitingFor: '厂商' })
    expect(await dueAt(path)).toBeNull()
    app.clock.set(at('2026-11-24 09:59'))
    await look()
    expect(await toldNow()).toEqual([])
    expect(await clocksAt(path)).toMatchObject({ resolution: { state: 'paused', leftSeconds: 6 * 3_600 } })
    app.clock.set(at('2026-11-24 10:00'))
    await engineer.post(`${path}/resume`)
    expect(await dueAt(path)).toBe(at('2026-11-24 17:30'))
    expect(await clocksAt(path)).toMatchObject({ resolution: { pausedSeconds: 24 * 3_600, ranSeconds: 3_600 } })
    app.clock.set(at('2026-11-24 17:29'))
    await look()
    expect(await toldNow()).toEqual([`resolution warned ${at('2026-11-24 15:45')}`])
    app.clock.set(at('2026-11-24 17:30'))
    await look()
    expect(await toldNow()).toEqual([`resolution breached ${at('2026-11-24 17:30')}`])
  })

  it('keep what has run and what was paused when the priority changes', async () => {
    const path = await open()
    await engineer.post(`${path}/start`)
    app.clock.set(at('2026-11-23 09:20'))
    await engineer.post(`${path}/wait`, { waitingFor: '厂商' })
    app.clock.set(at('2026-11-23 11:00'))
    await engineer.post(`${path}/resume`)
    app.clock.set(at('2026-11-23 11:10'))
    const { version } = (await engineer.get(path)).body.item
    expect((await engineer.patch(path, { version, ...urgent })).body.item.priority).toBe('p1')
    expect(await clocksAt(path)).toMatchObject({
      resolution: {
        target: { name: '解决 P1' },
        ranSeconds: 1_800,
        pausedSeconds: 6_000,
        dueAt: at('2026-11-23 11:40'),
      },
    })
    expect(await dueAt(path)).toBe(at('2026-11-23 11:40'))
  })

  it('are not looked at when nothing of theirs has changed, and the version tells only of what people did', async () => {
    const path = await open()
    const { version } = (await engineer.get(path)).body.item
    expect(version).toBe(1)
    await app.sql(`update clock set due_at = '2030-01-01Z' where record = 'incident'`)
    await engineer.patch(path, { version, title: '另一个标题' })
    const [row] = await app.sql<{ due: Date }>(`select due_at as due from clock where name = 'response'`)
    expect(row?.due.toISOString()).toBe('2030-01-01T00:00:00.000Z')
  })
})

describe('what is told of a clock', () => {
  it('is each told once, in its order, and stands in the journal under the clock’s name', async () => {
    const path = await open(urgent)
    await engineer.post(`${path}/start`)
    const told: string[] = []
    for (const minute of ['09:44', '09:45', '09:53', '09:54', '10:00', '10:00', '11:00', '12:00']) {
      app.clock.set(at(`2026-11-23 ${minute}`))
      await look()
      told.push(...(await toldNow()))
    }
    expect(told).toEqual([
      `resolution warned ${at('2026-11-23 09:45')}`,
      `resolution escalated ${at('2026-11-23 09:54')}`,
      `resolution breached ${at('2026-11-23 10:00')}`,
      `resolution escalated ${at('2026-11-23 11:00')}`,
    ])
    expect(await entriesOf(path)).toEqual([
      'clock-escalated clock',
      'clock-breached clock',
      'clock-escalated clock',
      'clock-warned clock',
    ])
  })

  it('is told by one of several copies that look in the same second', async () => {
    const paths = await Promise.all([open(urgent), open(urgent), open(urgent)])
    app.clock.set(at('2026-11-23 10:00'))
    await Promise.all([look(), look(), look(), look()])
    const kinds = (await told()).map(({ id, kind, clock }) => `${id} ${clock} ${kind}`)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.filter((one) => one.endsWith('resolution breached'))).toHaveLength(3)
    for (const path of paths)
      expect((await entriesOf(path)).filter((one: string) => one.startsWith('clock-breached'))).toHaveLength(2)
  })

  it('is told late, and once, by a server that was down; a warning after the breach is left out', async () => {
    const path = await open(urgent)
    await engineer.post(`${path}/start`)
    app.clock.set(at('2026-11-24 09:00'))
    await look()
    await look()
    expect(await toldNow()).toEqual([
      `resolution escalated ${at('2026-11-23 09:54')}`,
      `resolution breached ${at('2026-11-23 10:00')}`,
      `resolution escalated ${at('2026-11-23 11:00')}`,
    ])
    expect((await clocksAt(path))['resolution']).toMatchObject({ state: 'breached', leftSeconds: -23 * 3_600 })
  })

  it('is nothing of what is resolved, though it was resolved late', async () => {
    const path = await open(urgent)
    await engineer.post(`${path}/start`)
    app.clock.set(at('2026-11-23 10:30'))
    await engineer.post(`${path}/resolve`, { resolution: '重启' })
    await look()
    expect(await toldNow()).toEqual([])
    expect(await dueAt(path)).toBeNull()
    expect(await clocksAt(path)).toMatchObject({
      resolution: { state: 'breached', open: false, breachedAt: at('2026-11-23 10:00') },
    })
    app.clock.set(at('2026-11-23 10:40'))
    await engineer.post(`${path}/reopen`)
    await look()
    expect((await toldNow()).at(-1)).toBe(`resolution breached ${at('2026-11-23 10:00')}`)
  })
})

describe('a changed target or calendar', () => {
  const again = () => clockTasks['clocks-again']?.(app.engine, undefined as never)
  const queued = () => app.sql(`select 1 from graphile_worker.jobs where task_identifier = 'clocks-again'`)

  it('is asked for once and reads every open clock anew', async () => {
    const path = await open()
    const admin = await app.as(await app.person('admin'))
    const { item } = (await admin.get(`/api/targets/${ids['normal']}`)).body
    expect((await admin.patch(`/api/targets/${item.id}`, { version: item.version, minutes: 60 })).status).toBe(200)
    expect(await queued()).toHaveLength(1)
    await again()
    expect(await clocksAt(path)).toMatchObject({ resolution: { dueAt: at('2026-11-23 10:00') } })
    const [row] = await app.sql<{ due: Date }>(
      `select due_at as due from clock where name = 'resolution' and record_id = $1`,
      [path.split('/').at(-1)],
    )
    expect(row?.due.toISOString()).toBe(at('2026-11-23 10:00'))
    await admin.patch(`/api/targets/${item.id}`, { version: item.version + 1, minutes: 420 })
  })

  it('a calendar is drawn up anew by one person and approved by another; then what is open is due by it', async () => {
    app.clock.set(at('2026-11-23 16:30'))
    const path = await open()
    expect((await clocksAt(path))['resolution'].dueAt).toBe(at('2026-11-24 16:30'))
    const admin = await app.as(await app.person('admin'))
    const manager = await app.as(await app.person('manager'))
    const { body } = await admin.post(`/api/working-calendars/${ids['office']}/revise`)
    const draft = `/api/working-calendars/${body.id}`
    const csv = { from: 'text', text: '2026-11-24,休,停电检修', source: '通知' }
    expect((await admin.post(`${draft}/import-holidays`, { list: csv })).body).toEqual({ closed: 1, madeUp: 0 })
    expect((await admin.post(`${draft}/approve`)).body).toMatchObject({ code: 'same-person' })
    expect((await manager.post(`${draft}/approve`)).body.item.state).toBe('in-force')
    expect((await admin.get(`/api/working-calendars/${ids['office']}`)).body.item.state).toBe('retired')
    await again()
    expect((await clocksAt(path))['resolution']).toMatchObject({
      dueAt: at('2026-11-25 16:30'),
      calendar: { id: body.id },
    })
    expect(await dueAt(path)).toBe(at('2026-11-23 17:00'))
  })
})

it('lists are sorted and filtered by what is due, those that wait for nobody last', async () => {
  await app.sql(`update incident set due_at = null`)
  app.clock.set(at('2026-11-26 09:00'))
  const [late, early, waiting] = [await open(), await open(urgent), await open()]
  for (const path of [late, early, waiting]) await engineer.post(`${path}/start`)
  await engineer.post(`${waiting}/wait`, { waitingFor: '厂商' })
  const listed = async (query: string): Promise<string[]> =>
    (await engineer.get(`/api/incidents?${query}`)).body.items.map(({ id }: { id: string }) => `/api/incidents/${id}`)
  expect((await listed('sort=dueAt')).slice(0, 2)).toEqual([early, late])
  expect(await listed(`sort=dueAt&dueAt.to=${at('2026-11-26 12:00')}`)).toEqual([early])
  const first = await engineer.get('/api/incidents?sort=dueAt&limit=1')
  expect((await listed(`sort=dueAt&limit=1&after=${first.body.next}`))[0]).toBe(late)
})
