import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'

const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString()

let app: TestApp
let admin: Client
let count = 0
beforeAll(async () => {
  app = await testApp({ now: at('2026-09-30 17:00') })
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

const draw = (values: object = {}) =>
  admin.post('/api/working-calendars', {
    code: `cal-${++count}`,
    name: '办公日历',
    coversFrom: '2026-01-01',
    coversTo: '2026-12-31',
    source: '考勤制度',
    ...values,
  })
const made = async (values: object = {}): Promise<string> => {
  const answer = await draw(values)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return `/api/working-calendars/${answer.body.item.id}`
}
const dueOn = async (path: string, minutes: number, from?: string) =>
  (await admin.get(`${path}/due?minutes=${minutes}${from ? `&at=${from}` : ''}`)).body

describe('a working calendar', () => {
  it('C7: without a working minute is refused when it is made, and when it is changed', async () => {
    const none = [[], [], [], [], [], [], []]
    const refused = await draw({ week: none })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'week', code: 'never-worked' }] } })
    const path = await made()
    const { item } = (await admin.get(path)).body
    const year = { from: '2026-01-01', to: '2026-12-31', reason: ['闭', 'Shut'], source: '通知' }
    expect(await admin.patch(path, { version: item.version, closed: [year] })).toMatchObject({ status: 422 })
    expect((await admin.get(path)).body.item.closed).toEqual([])
  })

  it('takes the holidays of a year from what is built in, and says which years it does not know', async () => {
    const path = await made()
    expect((await dueOn(path, 240)).dueAt).toBe(at('2026-10-01 14:00'))
    const of = (year: number) => admin.post(`${path}/import-holidays`, { list: { from: 'mainland', year } })
    expect((await of(2026)).body).toEqual({ closed: 7, madeUp: 6 })
    expect((await admin.get(path)).body.item.closed[0].source).toContain('国务院办公厅')
    expect(await of(2035)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'list.year', code: 'unknown-year' }] },
    })
    // C6, by the calendar as it was imported.
    expect((await dueOn(path, 240)).dueAt).toBe(at('2026-10-08 14:00'))
    expect((await dueOn(path, 240, at('2026-10-09 17:00'))).dueAt).toBe(at('2026-10-10 14:00'))
  })

  it('previews what is due with the stretches that lead there, and nothing beyond what it covers', async () => {
    const path = await made()
    expect(await dueOn(path, 240, at('2026-11-23 16:30'))).toMatchObject({
      dueAt: at('2026-11-24 12:00'),
      spans: [
        { from: at('2026-11-23 16:30'), to: at('2026-11-23 17:30') },
        { from: at('2026-11-24 09:00'), to: at('2026-11-24 12:00') },
      ],
      more: false,
    })
    expect(await dueOn(path, 10_000, at('2026-12-31 16:30'))).toMatchObject({ dueAt: null, spans: [] })
    expect(await dueOn(path, 60, at('2027-01-04 09:00'))).toMatchObject({ dueAt: null })
  })

  it('of the exchange follows the trading calendar in force', async () => {
    const path = await made({ kind: 'trading', coversFrom: null, coversTo: null })
    expect((await dueOn(path, 60, at('2026-11-20 21:00'))).dueAt).toBe(at('2026-11-20 22:00'))
    // National Day's eve has no night session: the next hour is worked on the morning of 8 October.
    expect((await dueOn(path, 60, at('2026-09-30 20:30'))).dueAt).toBe(at('2026-10-08 10:00'))
  })

  it('names every line of a list that it cannot read, and then takes nothing of it', async () => {
    const path = await made()
    const list = { from: 'text', source: '通知', text: '2026-05-01,休,劳动节\n五月二日,休,劳动节' }
    expect(await admin.post(`${path}/import-holidays`, { list })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text', code: 'unread' }] },
    })
    expect((await admin.get(path)).body.item.closed).toEqual([])
  })
})
