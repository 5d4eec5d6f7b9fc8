import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { turn } from '../../../platform/clocks/timer.ts'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { clockSource } from '../../administration/target/server/targets.store.ts'
import { target } from '../../administration/target/target.record.ts'
import { workingCalendar } from '../../administration/working-calendar/working-calendar.record.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { team } from '../../organisation/team/team.record.ts'
import { agreement } from '../agreement/agreement.record.ts'
import { agreementTasks } from '../agreement/server/course.ts'
import { incident } from '../incident/incident.record.ts'
import { service } from '../service/service.record.ts'
import { levelReport } from './level-report.record.ts'
import { makeReports } from './server/make.task.ts'

let app: TestApp
let engineer: PersonActor
let manager: PersonActor
let business: PersonActor
const clients = {} as Record<'engineer' | 'manager' | 'business' | 'operator', Client>
let given: Record<string, unknown>
let id: string

beforeAll(async () => {
  app = await testApp({ now: '2026-09-28T01:00:00.000Z' })
  ;[engineer, manager, business] = await Promise.all(
    ['engineer', 'manager', 'business'].map((one) => app.person(one)) as [
      Promise<PersonActor>,
      Promise<PersonActor>,
      Promise<PersonActor>,
    ],
  )
  for (const code of ['engineer', 'manager', 'business', 'operator'] as const)
    clients[code] = await app.as(await app.person(code))
  given = await app.inTx(asSystem('test'), async (tx) => {
    const customer = (await tx.create(department, { code: 'DLR', name: '交易业务部' })).id
    await tx.update(person, business.id, { department: customer })
    const crew = await tx.create(team, { code: 'desk', name: '服务台', department: customer, purpose: '受理' })
    const hours = await tx.create(workingCalendar, { code: 'always', name: '全天候', kind: 'always', source: '试' })
    await tx.act(workingCalendar, hours.id, 'approve')
    const offered = await tx.create(service, { code: 'trade', name: '交易系统', owner: manager.id, team: crew.id })
    await tx.create(target, {
      name: '一般响应',
      minutes: 500,
      calendar: hours.id,
      rule: { record: 'incident', clock: 'response', when: [] },
    })
    return {
      ...{ name: '交易系统 · 交易业务部', service: offered.id, customer, contact: business.id, owner: manager.id },
      ...{ hours: hours.id, share: 90, validFrom: '2026-09-01', validTo: '2026-12-31' },
      pledges: [{ priority: 'p3', response: 30, resolution: 240 }],
    }
  })
}, 60_000)
afterAll(() => app?.close())

const signature = { password: testPassword }
const act = (who: keyof typeof clients, path: string, body: object = {}) => clients[who].post(`/api/${path}`, body)

describe('an agreement', () => {
  it('says every fault of what is promised', async () => {
    const pledges = [
      { priority: 'p3', response: 30, resolution: 10 },
      { priority: 'p3', response: null, resolution: null },
    ]
    const { status, body } = await act('engineer', 'agreements', { ...given, pledges, validTo: '2026-08-01' })
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'pledges.0.resolution',
      'pledges.1',
      'pledges.1.priority',
      'validTo',
    ])
  })

  it('is drawn up by one, signed for IT by a second and for the customer by a third', async () => {
    const made = await act('engineer', 'agreements', given)
    expect(made.status).toBe(201)
    id = made.body.item.id
    const at = `agreements/${id}`
    expect((await act('business', 'agreements', given)).status).toBe(403)
    expect((await clients.business.get(`/api/${at}`)).status).toBe(200)
    expect((await act('engineer', `${at}/submit`)).status).toBe(200)
    const early = await act('business', `${at}/accept`, { version: 2, signature })
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('not-signed')])
    await app.inTx(manager, (tx) => tx.act(agreement, id, 'sign'), true)
    await app.inTx(business, (tx) => tx.act(agreement, id, 'accept'), true)
    const { body } = await clients.manager.get(`/api/${at}`)
    expect(body.item).toMatchObject({ state: 'in-force', signedForIt: manager.id, signedForCustomer: business.id })
    expect(body.item.targets).toHaveLength(2)
  })

  it('drives the clocks of its customer’s tickets of its service, and of no others', async () => {
    const clocks = async (values: object) => {
      const { body } = await act('business', 'incidents', { title: '下单慢', ...values })
      const { body: found } = await clients.manager.get(`/api/incidents/${body.item.id}/clocks`)
      return found.items.map((one: { clock: string; target: { minutes: number } }) => [one.clock, one.target.minutes])
    }
    expect(await clocks({ service: given['service'] })).toEqual([
      ['response', 30],
      ['resolution', 240],
    ])
    expect(await clocks({})).toEqual([['response', 500]])
    await app.sql('delete from incident')
    await app.sql('delete from clock')
  })
})

/** An incident of the customer: reported, begun and resolved so many minutes later. */
async function lived(at: string, begun: number, resolved: number | null): Promise<string> {
  app.clock.set(at)
  const later = (minutes: number) => app.clock.set(new Date(Date.parse(at) + minutes * 60_000).toISOString())
  const made = await app.inTx(business, (tx) =>
    tx.create(incident, { title: `成交回报迟到 ${at}`, service: given['service'] as string }),
  )
  later(begun)
  await app.inTx(engineer, (tx) => tx.act(incident, made.id, 'start'))
  if (resolved === null) return made.id
  later(resolved)
  await app.inTx(engineer, (tx) => tx.act(incident, made.id, 'resolve', { resolution: '重启网关' }))
  return made.id
}

const reports = async () => (await clients.manager.get('/api/level-reports?sort=month')).body.items

describe('a monthly report', () => {
  it('is drawn up once, by itself, on the first working day of the next month, with what the month came to', async () => {
    await lived('2026-10-05T02:00:00.000Z', 10, 100)
    await lived('2026-10-12T02:00:00.000Z', 50, 100)
    await lived('2026-10-20T02:00:00.000Z', 10, 600)
    await lived('2026-10-31T15:59:59.000Z', 10, 100)
    await lived('2026-10-31T16:00:00.000Z', 10, null)
    app.clock.set('2026-11-02T01:00:00.000Z')
    await turn(app.engine, clockSource)
    await Promise.all([makeReports(app.engine, {} as never), makeReports(app.engine, {} as never)])
    await makeReports(app.engine, {} as never)
    const [october, ...others] = await reports()
    expect(others).toEqual([])
    expect(october).toMatchObject({
      state: 'draft',
      month: '2026-10-01',
      customer: given['customer'],
      contact: business.id,
    })
    expect(october.figures.kept).toEqual([
      { priority: 'p3', clock: 'response', minutes: 30, judged: 3, kept: 2 },
      { priority: 'p3', clock: 'resolution', minutes: 240, judged: 3, kept: 2 },
    ])
    expect(october.figures.missed.map(({ clocks }: { clocks: string[] }) => clocks).sort()).toEqual([
      ['resolution'],
      ['response'],
    ])
    expect(october.figures.months.at(-1)).toMatchObject({
      month: '2026-10',
      in: 4,
      out: 3,
      backlog: 1,
      judged: 6,
      kept: 4,
    })
    expect(october.figures.months).toHaveLength(6)
  })

  it('may be made again while it is a draft, and is the customer’s to read once it is issued', async () => {
    const [{ id: report }] = await reports()
    const at = `level-reports/${report}`
    expect((await clients.business.get(`/api/${at}`)).status).toBe(404)
    expect((await act('manager', `${at}/make-again`)).body).toEqual({ changed: false })
    const twice = await act('manager', 'level-reports', { agreement: id, month: '2026-10-01' })
    expect(twice.status).toBe(422)
    const { status } = await act('manager', `${at}/improve`, {
      title: '网关扩容',
      owner: engineer.id,
      due: '2026-12-01',
    })
    expect(status).toBe(200)
    expect((await act('manager', `${at}/issue`, { comment: '十月两次超时均因网关内存。' })).status).toBe(200)
    expect((await act('manager', `${at}/make-again`)).status).toBe(409)
    const { body } = await clients.business.get(`/api/${at}`)
    expect(body.item.comment).toContain('网关')
    expect(body.item.actions).toHaveLength(1)
  })

  it('is acknowledged by the customer’s own person, signed, with what they say', async () => {
    const [{ id: report }] = await reports()
    const byManager = await act('manager', `level-reports/${report}/acknowledge`, { version: 3, signature })
    expect(byManager.status).toBe(403)
    await app.inTx(business, (tx) => tx.act(levelReport, report, 'acknowledge', { remarks: '请继续跟进。' }), true)
    const { body } = await clients.manager.get(`/api/level-reports/${report}`)
    expect(body.item).toMatchObject({ state: 'acknowledged', remarks: '请继续跟进。', acknowledgedBy: business.id })
    expect((await clients.manager.get(`/api/level-reports/${report}/signatures`)).body.items).toHaveLength(1)
  })

  it.each([
    ['zh', ['服务月报', '时限达成率', '66.6 %', '超时的故障', '成交回报迟到', '网关扩容', '请继续跟进。', '2026-10']],
    ['en', ['Service level report', 'Within target', '66.6 %', 'What missed its time', 'Improvement actions']],
  ])('is a paper in its own words, with drawings as vectors: %s', async (lang, wanted) => {
    const [{ id: report }] = await reports()
    const token = await app.token(business)
    const answer = await app.http.inject({
      url: `/api/level-reports/${report}/pdf?lang=${lang}`,
      headers: { authorization: `Bearer ${token}` },
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    const text = textOfPdf(answer.rawPayload).replaceAll('\n', '')
    for (const words of wanted) expect(text).toContain(words)
    expect(answer.rawPayload.includes('/Subtype /Image')).toBe(false)
  })

  it('is a workbook too', async () => {
    const [{ id: report }] = await reports()
    const token = await app.token(business)
    const answer = await app.http.inject({
      url: `/api/level-reports/${report}/xlsx?lang=zh`,
      headers: { authorization: `Bearer ${token}` },
    })
    const book = new Excel.Workbook()
    await book.xlsx.load(answer.rawPayload as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['概要', '各优先级时限', '超时的故障', '近六个月'])
    expect(book.worksheets[3]?.getRow(7).getCell(2).value).toBe(4)
  })
})

it('ends by itself after its last day, and its targets with it', async () => {
  app.clock.set('2026-12-31T16:00:00.000Z')
  await agreementTasks['end-agreement']?.(app.engine, { id } as never)
  const { body } = await clients.manager.get(`/api/agreements/${id}`)
  expect(body.item.state).toBe('ended')
  const [{ left }] = (await app.sql(
    `select count(*)::int as left from target where state = 'in-force' and id = any($1)`,
    [body.item.targets],
  )) as [{ left: number }]
  expect(left).toBe(0)
})
