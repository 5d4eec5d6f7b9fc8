import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { ordinaryWeek } from '../../working-calendar/hours.rules.ts'
import { mainlandHolidays } from '../../working-calendar/server/mainland.ts'
import { workingCalendar } from '../../working-calendar/working-calendar.record.ts'
import { tick } from './tick.ts'

const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString()

let app: TestApp
let manager: Client
const calendars: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp({ now: at('2026-09-01 08:00') })
  manager = await app.as(await app.person('manager'))
  await app.inTx(asSystem('test'), async (tx) => {
    const { closed = [], madeUp = [] } = mainlandHolidays(2026) ?? {}
    const office = {
      code: 'office',
      name: '办公',
      coversFrom: '2026-01-01',
      coversTo: '2026-12-31',
      week: ordinaryWeek,
      closed: closed.map((one) => ({ ...one })),
      madeUp: madeUp.map(({ date, reason, source }) => ({ date, reason, source })),
      source: '通知',
    }
    for (const values of [office, { code: 'always', name: '全天', kind: 'always' as const, source: '制度' }]) {
      const { id } = await tx.create(workingCalendar, values)
      await tx.act(workingCalendar, id, 'approve')
      calendars[values.code] = id
    }
  })
})
afterAll(() => app?.close())

beforeEach(async () => {
  app.clock.set(at('2026-09-01 08:00'))
  await app.sql(`update schedule set state = 'ended'`)
})

const daily = { every: 'day', closed: 'anyway' }

async function plan(values: object = {}): Promise<string> {
  const made = await manager.post('/api/schedules', {
    name: '机房巡检',
    make: { record: 'log-entry', values: { text: '巡检 {date}', severity: 'info' } },
    rule: daily,
    at: '09:00',
    calendar: calendars['always'],
    startsOn: '2026-09-01',
    ...values,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return `/api/schedules/${made.body.item.id}`
}

const pass = async (...walls: string[]) => {
  for (const wall of walls) {
    app.clock.set(at(wall))
    await tick(app.engine)
  }
}
const occurrencesAt = async (path: string) => (await manager.get(`${path}/occurrences`)).body
const pastOf = async (path: string): Promise<string[]> =>
  (await occurrencesAt(path)).past
    .reverse()
    .map(({ key, state }: { key: string; state: string }) => `${key.replace(/ .*/, '')} ${state}`)
/** What was made, by what the schedule wrote into it. */
const madeBy = async (path: string): Promise<string[]> => {
  const { past, refs } = await occurrencesAt(path)
  return past.flatMap(({ recordId }: { recordId: string | null }) => (recordId ? [refs[recordId].label] : [])).reverse()
}

describe('C8: each occurrence of a schedule', () => {
  it('is made once at its time, under the schedule’s name, and says for which day', async () => {
    const path = await plan()
    await pass('2026-09-01 08:59', '2026-09-01 09:00', '2026-09-01 09:01', '2026-09-02 09:00')
    expect(await madeBy(path)).toEqual(['巡检 2026-09-01', '巡检 2026-09-02'])
    const [last] = (await manager.get('/api/log-entries')).body.items
    expect((await manager.get(`/api/log-entries/${last.id}/journal`)).body.items.at(-1)).toMatchObject({
      verb: 'create',
      actor: null,
      actorName: 'schedule',
    })
  })

  it('is one though two workers come in the same second', async () => {
    const path = await plan()
    app.clock.set(at('2026-09-01 09:00'))
    await Promise.all([tick(app.engine), tick(app.engine), tick(app.engine), tick(app.engine)])
    expect(await madeBy(path)).toEqual(['巡检 2026-09-01'])
  })

  it('monthly on the first working day, beginning on a holiday, is one on the first working day', async () => {
    const path = await plan({
      rule: { every: 'month-working', nth: 1, from: 'start' },
      calendar: calendars['office'],
      startsOn: '2026-10-01',
    })
    const days = Array.from({ length: 31 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')} 09:00`)
    await pass(...days)
    expect(await pastOf(path)).toEqual(['2026-10 made'])
    expect(await madeBy(path)).toEqual(['巡检 2026-10-08'])
    expect((await occurrencesAt(path)).next.map(({ date }: { date: string }) => date)).toEqual([
      '2026-11-02',
      '2026-12-01',
    ])
  })

  it('missed over three days is caught up once', async () => {
    const path = await plan({ missed: 'catch-up' })
    await pass('2026-09-01 09:00', '2026-09-04 15:00', '2026-09-04 15:05')
    expect(await pastOf(path)).toEqual([
      '2026-09-01 made',
      '2026-09-02 missed',
      '2026-09-03 missed',
      '2026-09-04 caught-up',
    ])
    expect(await madeBy(path)).toEqual(['巡检 2026-09-01', '巡检 2026-09-04'])
  })

  it('missed over three days is left out where the schedule says so, and is seen to be', async () => {
    const path = await plan({ missed: 'skip' })
    await pass('2026-09-01 09:00', '2026-09-04 15:00')
    expect(await pastOf(path)).toEqual([
      '2026-09-01 made',
      '2026-09-02 missed',
      '2026-09-03 missed',
      '2026-09-04 missed',
    ])
  })

  it('made by hand uses up none that is planned', async () => {
    const path = await plan()
    app.clock.set(at('2026-09-01 20:00'))
    expect((await manager.post(`${path}/make-now`)).body).toMatchObject({ record: 'log-entry' })
    expect((await manager.post(`${path}/make-now`)).status).toBe(200)
    await pass('2026-09-02 09:00')
    const past = await pastOf(path)
    expect(past.filter((one) => one === 'by-hand by-hand')).toHaveLength(2)
    expect(past.at(-1)).toBe('2026-09-02 made')
  })

  it('that fell while the schedule was paused is skipped, and is seen to be', async () => {
    const path = await plan()
    await manager.post(`${path}/pause`)
    await pass('2026-09-01 09:00', '2026-09-02 09:00')
    expect(await pastOf(path)).toEqual([])
    app.clock.set(at('2026-09-02 12:00'))
    await manager.post(`${path}/resume`)
    await pass('2026-09-03 09:00')
    expect(await pastOf(path)).toEqual(['2026-09-01 skipped', '2026-09-02 skipped', '2026-09-03 made'])
  })

  it('from before the schedule was made is none of it', async () => {
    app.clock.set(at('2026-09-01 10:00'))
    const path = await plan()
    await pass('2026-09-01 10:01', '2026-09-02 09:00')
    expect(await pastOf(path)).toEqual(['2026-09-02 made'])
  })

  it('that the record refuses is kept with the reason and not tried again, and holds up no other', async () => {
    const component = app.engine.newId()
    const broken = await plan({
      make: { record: 'log-entry', values: { text: '巡检', component } },
    })
    const path = await plan()
    await pass('2026-09-01 09:00', '2026-09-01 09:01')
    expect((await occurrencesAt(broken)).past).toMatchObject([{ state: 'refused', recordId: null }])
    expect((await occurrencesAt(broken)).past[0].text[1]).toMatch(/./)
    expect(await pastOf(path)).toEqual(['2026-09-01 made'])
  })
})

describe('a schedule is refused', () => {
  const faultsOf = async (values: object, client = manager) => {
    const body = { name: '计划', rule: daily, calendar: calendars['always'], startsOn: '2026-09-01', ...values }
    const answer = await client.post('/api/schedules', body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(422)
    return answer.body.errors.map(({ path }: { path: string }) => path)
  }
  const note = { record: 'log-entry', values: { text: '巡检' } }

  it('when the record would not take what it is to be made of', async () => {
    expect(await faultsOf({ make: { record: 'nothing', values: {} } })).toEqual(['make.record'])
    expect(await faultsOf({ make: { record: 'alarm', values: {} } })).toEqual(['make.record'])
    expect(await faultsOf({ make: { record: 'log-entry', values: { text: 1, nonsense: 2 } } })).toEqual([
      'make.values.text',
      'make.values',
    ])
  })

  it('when it has no such time, date or expression', async () => {
    expect(await faultsOf({ make: note, at: '25:00', endsOn: '2026-08-01' })).toEqual(['at', 'endsOn'])
    expect(await faultsOf({ make: note, rule: { every: 'cron', expression: '61 * * * *' } })).toEqual([
      'rule.expression',
    ])
    expect(await faultsOf({ make: note, rule: { every: 'cron', expression: '* * * * * *' } })).toEqual([
      'rule.expression',
    ])
  })

  it('when its author could not make such a record', async () => {
    const admin = await app.as(await app.person('admin'))
    expect(await faultsOf({ make: note }, admin)).toEqual(['make.record'])
  })
})
