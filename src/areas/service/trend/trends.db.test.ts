import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { turn } from '../../../platform/clocks/timer.ts'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { clockSource } from '../../administration/target/server/targets.store.ts'
import { target } from '../../administration/target/target.record.ts'
import { workingCalendar } from '../../administration/working-calendar/working-calendar.record.ts'
import { team } from '../../organisation/team/team.record.ts'
import { incident } from '../incident/incident.record.ts'
import { offering } from '../offering/offering.record.ts'
import { request } from '../request/request.record.ts'
import { service } from '../service/service.record.ts'
import { survey } from '../survey/survey.record.ts'
import { surveyAnswer } from '../survey-answer/survey-answer.record.ts'
import { kinds } from './kinds.rules.ts'
import { type Address, addressOf, answersOf, type Figure, type Stretch } from './trend.rules.ts'

let app: TestApp
let reader: Client
const minute = 60_000
/** Monday 2026-11-02, 08:00 in Shanghai. */
const begin = Date.parse('2026-11-02T00:00:00Z')
const now = '2026-11-27T08:00:00.000Z'

beforeAll(async () => {
  app = await testApp({ now })
  reader = await app.as(await app.person('manager'))
  await timed()
  await live(90)
  app.clock.set(now)
  await turn(app.engine, clockSource)
}, 120_000)
afterAll(() => app?.close())

const timed = () =>
  app.inTx(asSystem('test'), async (tx) => {
    const calendar = await tx.create(workingCalendar, { code: 'always', name: '全天候', kind: 'always', source: '试' })
    await tx.act(workingCalendar, calendar.id, 'approve')
    for (const [clock, minutes] of [
      ['response', 30],
      ['resolution', 600],
    ] as const)
      await tx.create(target, {
        name: clock,
        minutes,
        calendar: calendar.id,
        rule: { record: 'incident', clock, when: [] },
      })
  })

/** Incidents over four weeks, each as far along as chance would have it; some come back. */
async function live(count: number): Promise<void> {
  const engineer = await app.person('engineer')
  const lives = fc.record({
    at: fc.integer({ min: 0, max: 25 * 1_440 }),
    level: fc.constantFrom('high', 'medium', 'low'),
    owned: fc.boolean(),
    waits: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 5 }),
    verbs: fc.constantFrom<('start' | 'resolve' | 'reopen' | 'close')[]>(
      [],
      ['start'],
      ['start', 'resolve'],
      ['start', 'resolve', 'reopen'],
      ['start', 'resolve', 'reopen', 'resolve', 'close'],
      ['start', 'resolve', 'close'],
    ),
  })
  for (const one of fc.sample(lives, { numRuns: count, seed: 7 })) {
    let at = begin + one.at * minute
    app.clock.set(new Date(at).toISOString())
    const { id } = await app.inTx(engineer, (tx) =>
      tx.create(incident, {
        title: '终端无法登录',
        impact: one.level as 'high',
        urgency: 'medium',
        assignee: one.owned ? engineer.id : null,
      }),
    )
    for (const [n, verb] of one.verbs.entries()) {
      at += (one.waits[n] as number) * minute
      app.clock.set(new Date(at).toISOString())
      await app.inTx(asSystem('test'), (tx) =>
        tx.act(incident, id, verb, verb === 'resolve' ? { resolution: '重装客户端' } : {}),
      )
    }
  }
}

const counted = async (address: Address): Promise<number> =>
  (await reader.get(`/api/incidents?limit=1&${new URLSearchParams(address)}`)).body.count.value

const barFigures = [
  'in',
  'out',
  'backlog',
  'reopened',
  'responseJudged',
  'responseKept',
  'resolutionJudged',
  'resolutionKept',
] as const

describe('trends', () => {
  it.each([
    ['by trading day', 'step=day&from=2026-11-09&to=2026-11-27', {}],
    ['by week, of one priority', 'step=week&from=2026-11-02&to=2026-11-27&priority=p2', { priority: 'p2' }],
    ['by month, of those that nobody has in hand', 'step=month&from=2026-11-02&to=2026-11-27', {}],
  ])('tell in each figure of each bar what the list behind it holds: %s', async (_name, query, filters) => {
    const { body } = await reader.get(`/api/trends?${query}`)
    expect(body.bars.length).toBeGreaterThan(0)
    for (const bar of body.bars)
      for (const figure of barFigures) {
        const span = { from: Date.parse(bar.from), to: Date.parse(bar.to) }
        expect([bar.name, figure, await counted(addressOf(kinds.incident, figure, span, filters))]).toEqual([
          bar.name,
          figure,
          bar[figure],
        ])
      }
  })

  it('part by assignee, priority and team into figures that their lists hold, those of nobody too', async () => {
    for (const of of ['assignee', 'priority', 'team']) {
      const { body } = await reader.get(`/api/trends?step=week&from=2026-11-02&to=2026-11-27&of=${of}`)
      const span: Stretch = { from: Date.parse(body.bars[0].from), to: Date.parse(body.bars.at(-1).to) }
      const figures: Figure[] = ['in', 'out', 'reopened', 'responseJudged', 'resolutionKept']
      for (const part of body.parts) {
        const filters = { [of]: part.value ?? '' }
        for (const figure of figures)
          expect(await counted(addressOf(kinds.incident, figure, span, filters))).toBe(part[figure])
        expect(await counted(addressOf(kinds.incident, 'open', { from: null, to: null }, filters))).toBe(part.open)
      }
      const sum = body.parts.reduce((all: number, part: { in: number }) => all + part.in, 0)
      expect(sum).toBe(body.whole.in)
    }
  })

  it('tell the same of requests, of which those refused and withdrawn are settled too', async () => {
    const engineer = await app.person('engineer')
    const business = await app.person('business')
    const offered = await app.inTx(asSystem('test'), async (tx) => {
      const crew = await tx.create(team, { code: 'desk', name: '服务台', purpose: '受理' })
      const kept = await tx.create(service, { code: 'desk', name: '办公终端', owner: engineer.id, team: crew.id })
      const values = { code: 'mouse', title: '换鼠标', summary: '换鼠标', service: kept.id }
      const made = await tx.create(offering, values)
      await tx.act(offering, made.id, 'submit')
      return tx.act(offering, made.id, 'publish')
    })
    const ends = [null, 'fulfil', 'cancel', 'reject'] as const
    for (const verb of ends) {
      const { id } = await app.inTx(business, (tx) => tx.create(request, { offering: offered.id }))
      const said = { cancel: { cancelReason: '不用了' }, reject: { rejectReason: '没有' }, fulfil: {} }
      await app.inTx(business, (tx) => tx.act(request, id, 'submit'))
      if (verb) await app.inTx(asSystem('test'), (tx) => tx.act(request, id, verb, said[verb]))
    }
    const { body } = await reader.get('/api/trends?kind=request&of=service')
    expect(body.whole).toMatchObject({ in: 4, out: 3, open: 1 })
    expect(body.parts).toHaveLength(1)
    const last = body.bars.at(-1)
    for (const figure of ['in', 'out', 'backlog'] as const) {
      const address = addressOf(kinds.request, figure, { from: Date.parse(last.from), to: Date.parse(last.to) })
      const { count } = (await reader.get(`/api/requests?limit=1&${new URLSearchParams(address)}`)).body
      expect([figure, count.value]).toEqual([figure, last[figure]])
    }
  })

  it('tell how old what is open is', async () => {
    const { body } = await reader.get('/api/trends')
    for (const { from, to, open } of body.ages) {
      const span = { from: from && Date.parse(from), to: to && Date.parse(to) }
      expect(await counted(addressOf(kinds.incident, 'open', span))).toBe(open)
    }
    const sum = body.ages.reduce((all: number, one: { open: number }) => all + one.open, 0)
    expect(sum).toBe(body.whole.open)
    expect(sum).toBeGreaterThan(0)
  })

  it('take how long it took from the clocks as they are kept', async () => {
    const { body } = await reader.get('/api/trends?from=2026-11-02&to=2026-11-27')
    const [{ half }] = (await app.sql(
      `select percentile_cont(0.5) within group (order by took) as half from clock where name = 'response'`,
    )) as [{ half: number }]
    expect(body.whole.responseTook).toBe(half)
  })

  it('tell how what was closed was rated, and by whom it was seen to', async () => {
    const engineer = await app.person('engineer')
    const tickets = await app.sql<{ id: string; assignee: string | null }>(
      `select id, assignee from incident where priority = 'p3' order by id limit 3`,
    )
    await app.inTx(asSystem('test'), async (tx) => {
      const questions = [{ kind: 'scale' as const, zh: '满意吗', en: 'Satisfied?' }]
      const asks = await tx.create(survey, { title: '满意度', questions, naming: 'anonymous' })
      for (const [n, ticket] of tickets.entries()) {
        const { id } = await tx.create(surveyAnswer, {
          ...{
            title: '评价',
            survey: asks.id,
            person: engineer.id,
            naming: n === 0 ? 'anonymous' : 'named',
            questions,
          },
          ...{ incident: ticket.id, expiresAt: '2027-01-01T00:00:00.000Z' },
        })
        await tx.act(surveyAnswer, id, 'answer', { answers: [3 + n] })
      }
    })
    const { body } = await reader.get('/api/trends?step=week&from=2026-11-02&to=2026-11-27&priority=p3&of=assignee')
    expect(body.whole).toMatchObject({ rated: 3, grade: 4 })
    expect(body.bars.map((bar: { rated: number }) => bar.rated)).toEqual([0, 0, 0, 3])
    for (const { value, rated } of body.parts)
      expect(rated).toBe(tickets.filter(({ assignee }) => assignee === value).length)
    const span = { from: Date.parse(body.bars[3].from), to: Date.parse(body.bars[3].to) }
    const answers = await reader.get(`/api/survey-answers?${new URLSearchParams(answersOf('incident', span))}`)
    expect(answers.body.items.map(({ grade }: { grade: number }) => grade).sort()).toEqual([4, 5])
    expect(answersOf('incident', span, { priority: 'p3' })).toBeUndefined()
    const other = await reader.get('/api/trends?step=week&from=2026-11-02&to=2026-11-27&priority=p1')
    expect(other.body.whole).toMatchObject({ rated: 0, grade: null })
  })

  it('begin with the first ticket there is: before it there is nothing, not nought', async () => {
    const { body } = await reader.get('/api/trends?step=month&from=2026-06-01&to=2026-11-27')
    expect(body.bars.map(({ name }: { name: string }) => name)).toEqual(['2026-11-01'])
    expect(body.from).toBe('2026-06-01')
  })

  it('hold their bars together without a trading calendar for that time', async () => {
    const { body } = await reader.get('/api/trends?from=2024-03-01&to=2024-03-31&step=week')
    expect(body.trading).toBe(false)
    expect(body.whole.in).toBe(0)
  })

  it('are not for whoever does not work with the systems, and refuse a span that ends before it begins', async () => {
    const business = await app.as(await app.person('business'))
    expect((await business.get('/api/trends')).status).toBe(403)
    expect((await reader.get('/api/trends?from=2026-11-02&to=2026-11-01')).status).toBe(422)
  })
})
