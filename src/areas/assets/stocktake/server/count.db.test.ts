import { randomUUID } from 'node:crypto'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { textOfPdf } from '../../../../platform/transfer/pdf.testing.ts'
import { asSystem } from '../../../../record/actor.ts'
import { workingCalendar } from '../../../administration/working-calendar/working-calendar.record.ts'
import {
  app,
  approve,
  approver,
  begin,
  counter,
  decide,
  differences,
  ids,
  lead,
  ofTag,
  outcomes,
  people,
  places,
  plan,
  read,
  second,
  send,
  tags,
  useFirm,
} from './stocktake.testing.ts'

useFirm()

describe('what is counted', () => {
  it('is there once however often it is sent, at once or later', async () => {
    const id = await begin()
    const count = { tag: tags['found'] as string, key: randomUUID() }
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(counter, id, [count])))
    expect(answers.map((one) => outcomes(one)[0]).sort()).toEqual([
      'already found',
      'already found',
      'already found',
      'kept found',
    ])
    expect(outcomes(await send(counter, id, [count, count]))).toEqual(['already found', 'already found'])
    expect((await lead.get(`/api/stocktake-counts?stocktake=${id}`)).body.items).toHaveLength(1)
  })

  it('by the same person anew replaces the one before and both are kept', async () => {
    const id = await begin()
    await send(counter, id, [{ tag: tags['lent'] as string, place: places.room, holder: people.engineer.id }])
    app.clock.advance(60_000)
    const [now] = (
      await send(counter, id, [{ tag: tags['lent'] as string, place: places.room, holder: people.checker.id }])
    ).body.items
    expect(now).toMatchObject({ result: 'found', others: [] })
    expect((await lead.get(`/api/stocktakes/${id}/progress`)).body).toMatchObject({ counted: 1, again: [{}] })
    await lead.post(`/api/stocktakes/${id}/finish`)
    expect(await ofTag(id, tags['lent'])).toBeUndefined()
  })

  it('stands by when it was really counted: what was offline for long comes before', async () => {
    const id = await begin()
    const countedAt = new Date(Date.parse(app.clock.now()) - 600_000).toISOString()
    await send(counter, id, [{ tag: tags['found'] as string }])
    await send(second, id, [{ tag: tags['found'] as string, place: places.store, countedAt }])
    await lead.post(`/api/stocktakes/${id}/finish`)
    expect(await ofTag(id, tags['found'])).toMatchObject({ kind: 'twice', foundPlace: places.rack, counts: 2 })
  })

  it('that comes after the end is kept and told to be late; counting on takes it up', async () => {
    const id = await begin()
    await lead.post(`/api/stocktakes/${id}/finish`)
    app.clock.advance(1_000)
    expect(outcomes(await send(counter, id, [{ tag: tags['found'] as string }]))).toEqual(['late found'])
    expect((await lead.get(`/api/stocktakes/${id}/progress`)).body).toMatchObject({ counted: 0, late: [{}] })
    expect(await ofTag(id, tags['found'])).toMatchObject({ kind: 'missing' })

    await decide((await ofTag(id, tags['gone']))['id'] as string, { decision: 'leave', reason: '外出维修' })
    app.clock.advance(1_000)
    expect((await lead.post(`/api/stocktakes/${id}/resume`)).status).toBe(200)
    expect((await lead.get(`/api/stocktakes/${id}/progress`)).body).toMatchObject({ counted: 1, late: [] })
    app.clock.advance(1_000)
    await lead.post(`/api/stocktakes/${id}/finish`)
    expect(await ofTag(id, tags['found'])).toBeUndefined()
    expect(await ofTag(id, tags['gone'])).toMatchObject({ state: 'decided', decision: 'leave' })
  })

  it('is taken from its counters alone, once it has begun, until it is cancelled', async () => {
    const id = await plan()
    const count = [{ tag: tags['found'] as string }]
    expect((await send(counter, id, count)).body).toMatchObject({ code: 'wrong-state' })
    await lead.post(`/api/stocktakes/${id}/start`)
    expect((await send(lead, id, count)).status).toBe(404)
    expect((await send(counter, randomUUID(), count)).status).toBe(404)
    expect((await counter.get(`/api/stocktaking/${id}`)).body.places.length).toBeGreaterThan(1)
    expect((await lead.get(`/api/stocktaking/${id}`)).status).toBe(403)
    await lead.post(`/api/stocktakes/${id}/cancel`, { cancelReason: '改期' })
    const [refused] = (await send(counter, id, count)).body.items
    expect(refused).toMatchObject({ outcome: 'refused', why: ['盘点已取消。', expect.any(String)] })
  })

  it('is refused whole where what is sent is no count', async () => {
    const id = await begin()
    const answer = await counter.post('/api/stocktaking/counts', { stocktake: id, counts: [{ tag: '', key: 'x' }] })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'counts.0.countedAt',
      'counts.0.key',
      'counts.0.tag',
      'sentAt',
    ])
    expect((await lead.get(`/api/stocktake-counts?stocktake=${id}`)).body.items).toEqual([])
  })

  it('is known by the address on its label as by its tag', async () => {
    const id = await begin()
    const { number } = (await lead.get(`/api/assets/${ids['found']}`)).body.item
    expect(outcomes(await send(counter, id, [{ tag: `https://it.firm.example/assets/${number}` }]))).toEqual([
      'kept found',
    ])
  })
})

describe('who counts blind', () => {
  it('is told nothing of what is expected', async () => {
    const id = await begin({ mode: 'blind' })
    expect((await counter.get(`/api/stocktaking/${id}/lines`)).body.items).toEqual([])
    expect((await counter.get(`/api/stocktaking/${id}`)).body.expected).toBe(0)
    const [told] = (await send(counter, id, [{ tag: tags['found'] as string, place: places.store }])).body.items
    expect(told).toMatchObject({ outcome: 'kept', result: null, others: [] })
    await send(second, id, [{ tag: tags['astray'] as string }])
    expect((await counter.get(`/api/stocktaking/${id}/seen`)).body.items).toHaveLength(1)
    const { figures } = (await counter.get(`/api/stocktakes/${id}/progress`)).body
    expect(figures).toMatchObject({ expected: 0, missing: 0 })
    expect((await lead.get(`/api/stocktakes/${id}/progress`)).body.figures.expected).toBe(5)
  })

  it('where counting is guided sees the list and what others have counted', async () => {
    const id = await begin()
    const { items, next } = (await counter.get(`/api/stocktaking/${id}/lines`)).body
    expect([items.length, next]).toEqual([5, null])
    await send(second, id, [{ tag: tags['found'] as string }])
    const { items: seen } = (await counter.get(`/api/stocktaking/${id}/seen`)).body
    expect(seen).toMatchObject([{ tag: tags['found'], counter: people.checker.id }])
  })
})

describe('who counts', () => {
  it('may be changed while it is counted, but not whoever has counted', async () => {
    const id = await begin()
    await send(counter, id, [{ tag: tags['found'] as string }])
    const change = (counters: string[], client = lead) => client.post(`/api/stocktakes/${id}/counters`, { counters })
    expect((await change([people.checker.id])).body.errors).toMatchObject([{ code: 'has-counted' }])
    expect((await change([people.operator.id, people.manager.id])).body).toEqual({ changed: true })
    expect((await change([people.operator.id], counter)).status).toBe(403)
    expect((await change([])).status).toBe(422)
    expect((await change([randomUUID(), people.operator.id])).status).toBe(422)
    expect((await send(second, id, [{ tag: tags['found'] as string }])).status).toBe(404)
  })
})

describe('the calendar of stocktakes', () => {
  it('tells those of its months, what is overdue whenever it was, and what is foreseen', async () => {
    const late = await read(await plan({ title: '逾期', plannedOn: '2026-05-01', dueOn: '2026-05-10' }))
    const soon = await read(await plan({ title: '将至', plannedOn: '2026-12-20' }))
    const { body } = await lead.get('/api/stocktake-calendar?from=2026-11-01&to=2026-12-31')
    const numbers = (all: { number: string }[]) => all.map(({ number }) => number)
    expect([numbers(body.overdue).includes(late.number), numbers(body.overdue).includes(soon.number)]).toEqual([
      true,
      false,
    ])
    expect([numbers(body.items).includes(late.number), numbers(body.items).includes(soon.number)]).toEqual([
      false,
      true,
    ])
    expect((await lead.get('/api/stocktake-calendar?from=2026-11-01&to=2029-12-31')).status).toBe(422)
    expect((await lead.get('/api/stocktake-calendar?from=x')).status).toBe(422)
    const business = await app.as(await app.person('business'))
    expect((await business.get('/api/stocktake-calendar?from=2026-01-01&to=2026-12-31')).body).toMatchObject({
      ...{ items: [], overdue: [] },
    })
  })

  it('foresees what a schedule is going to make, and the schedule makes it', async () => {
    const calendar = await app.inTx(asSystem('test'), async (tx) => {
      const made = await tx.create(workingCalendar, { code: 'always', name: '全天', kind: 'always', source: '制度' })
      return (await tx.act(workingCalendar, made.id, 'approve')).id
    })
    const values = { title: '月度盘点 {date}', plannedOn: '{date}', leader: people.engineer.id }
    const made = await approver.post('/api/schedules', {
      ...{ name: '月度盘点', calendar, startsOn: '2026-11-01', at: '09:00' },
      make: { record: 'stocktake', values },
      rule: { every: 'month-date', date: 15, closed: 'anyway' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { body } = await lead.get('/api/stocktake-calendar?from=2026-11-01&to=2026-12-31')
    expect(body.foreseen).toEqual([{ schedule: made.body.item.number, name: '月度盘点', date: '2026-12-15' }])
    const { id } = (await approver.post(`/api/schedules/${made.body.item.id}/make-now`)).body
    expect(await read(id)).toMatchObject({ title: '月度盘点 2026-11-24', plannedOn: '2026-11-24', dueOn: '2026-12-08' })
  })

  it('is due a fortnight after it is planned, where nobody says, and never before', async () => {
    expect(await read(await plan({ plannedOn: '2026-12-20' }))).toMatchObject({ dueOn: '2027-01-03' })
    const wrong = { title: 'x', plannedOn: '2026-12-20', dueOn: '2026-12-01', leader: people.engineer.id }
    expect((await lead.post('/api/stocktakes', wrong)).body.errors).toMatchObject([{ path: 'dueOn', code: 'order' }])
  })
})

describe('the report', () => {
  it('comes as PDF and workbook, in both languages, with what was approved', async () => {
    const id = await begin()
    await send(counter, id, [{ tag: tags['found'] as string }])
    await lead.post(`/api/stocktakes/${id}/finish`)
    for (const { id: one } of await differences(id)) await decide(one as string, { decision: 'leave', reason: '另查' })
    await lead.post(`/api/stocktakes/${id}/submit`)
    await approve(approver, id, (await read(id)).version)
    const { reportDigest, frozenDigest } = await read(id)
    const headers = { authorization: `Bearer ${await app.token(people.engineer)}` }
    const file = async (format: string, lang: string) =>
      (await app.http.inject({ method: 'GET', url: `/api/stocktakes/${id}/${format}?lang=${lang}`, headers }))
        .rawPayload
    for (const [lang, words] of [
      ['zh', ['盘点结果', '账实相符', '盘亏', '不作更改', people.manager.name]],
      ['en', ['What came of it', 'As registered', 'Missing', 'Leave as', people.manager.name]],
    ] as const) {
      const text = textOfPdf(await file('pdf', lang)).replaceAll('\n', '')
      for (const one of [...words, reportDigest, frozenDigest]) expect(text).toContain(one)
    }
    for (const [lang, sheets] of [
      ['zh', ['盘点结果', '差异与处理', '分位置', '分清点人', '盘点明细']],
      ['en', ['What came of it', 'Differences and what was do', 'By place', 'By counter', 'The whole list']],
    ] as const) {
      const book = new Excel.Workbook()
      await book.xlsx.load((await file('xlsx', lang)) as never)
      expect(book.worksheets.map(({ name }) => name.slice(0, 27))).toEqual(sheets)
      expect(Object.values(tags)).toContain(book.worksheets[4]?.getRow(2).getCell(1).text)
    }
  })
})

it('many may count at once, and none is lost', async () => {
  const id = await begin()
  const all = Array.from({ length: 60 }, (_, i) => ({ tag: `N-${i}` }))
  await Promise.all(
    [0, 1, 2].flatMap((k) => [counter, second].map((client) => send(client, id, all.slice(k * 20, k * 20 + 20)))),
  )
  const { figures } = (await lead.get(`/api/stocktakes/${id}/progress`)).body
  expect(figures.counters.map(({ counts }: { counts: number }) => counts)).toEqual([60, 60])
})
