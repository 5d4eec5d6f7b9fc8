import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../../testing/app.ts'
import { asset } from '../../asset/asset.record.ts'
import { assetCategory } from '../../asset-category/asset-category.record.ts'
import { location } from '../../location/location.record.ts'
import { digestOf } from './freeze.ts'

let app: TestApp
let lead: Client
let counter: Client
let second: Client
let approver: Client
let people: Record<'engineer' | 'operator' | 'checker' | 'manager', PersonActor>
const places: Record<'site' | 'room' | 'rack' | 'store', string> = { site: '', room: '', rack: '', store: '' }
let category = ''
let software = ''

beforeAll(async () => {
  app = await testApp()
  people = {
    engineer: await app.person('engineer'),
    operator: await app.person('operator'),
    checker: await app.person('checker'),
    manager: await app.person('manager'),
  }
  ;[lead, counter, second, approver] = (await Promise.all(
    (['engineer', 'operator', 'checker', 'manager'] as const).map((code) => app.as(people[code])),
  )) as [Client, Client, Client, Client]
  await app.inTx(asSystem('test'), async (tx) => {
    const place = async (code: string, kind: 'site' | 'room' | 'rack', parent: string | null) =>
      (await tx.create(location, { code, name: code, kind, parent })).id
    places.site = await place('BJ', 'site', null)
    places.room = await place('BJ-ROOM', 'room', places.site)
    places.rack = await place('BJ-A01', 'rack', places.room)
    places.store = await place('BJ-STORE', 'room', places.site)
    category = (await tx.create(assetCategory, { code: 'SRV', name: '服务器', nameEn: 'Server', kind: 'hardware' })).id
    software = (await tx.create(assetCategory, { code: 'SW', name: '软件', nameEn: 'Software', kind: 'software' })).id
  })
})
afterAll(() => app?.close())

let n = 0
/** Assets of one test, by short names; their tags. */
let tags: Record<string, string> = {}
const ids: Record<string, string> = {}
beforeEach(async () => {
  await app.sql(`update asset set state = 'disposed'`)
  tags = {}
  await make('found', { location: places.rack })
  await make('astray', { location: places.rack })
  await make('lent', { location: places.room, custodian: people.checker.id })
  await make('gone', { location: places.room })
  await make('double', { location: places.rack })
})

async function make(name: string, values: object): Promise<void> {
  tags[name] = `T-${++n}`
  const row = { tag: tags[name], name, category, registeredAs: 'in-use', ...values } as never
  ids[name] = await app.inTx(asSystem('test'), async (tx) => (await tx.create(asset, row)).id)
}

async function plan(values: object = {}): Promise<string> {
  const made = await lead.post('/api/stocktakes', {
    ...{ title: '年终盘点', plannedOn: '2026-11-24', leader: people.engineer.id, places: [places.room] },
    ...{ counters: [people.operator.id, people.checker.id], approver: people.manager.id },
    ...values,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.item.id
}

async function begin(values: object = {}): Promise<string> {
  const id = await plan(values)
  expect((await lead.post(`/api/stocktakes/${id}/start`)).status).toBe(200)
  return id
}

interface Told {
  readonly tag: string
  readonly place?: string | null
  readonly holder?: string
  readonly key?: string
  readonly countedAt?: string
}

const send = (client: Client, stocktake: string, counts: readonly Told[]) =>
  client.post('/api/stocktaking/counts', {
    ...{ stocktake, device: 'phone', sentAt: app.clock.now() },
    counts: counts.map((one) => ({ key: randomUUID(), countedAt: app.clock.now(), place: places.rack, ...one })),
  })
const outcomes = ({ body }: { body: { items: { outcome: string; result: string }[] } }) =>
  body.items.map(({ outcome, result }) => `${outcome} ${result}`)

const differences = async (id: string, state?: string) =>
  (await lead.get(`/api/stocktake-differences?stocktake=${id}&limit=200${state ? `&state=${state}` : ''}`)).body
    .items as Record<string, string | null>[]
const ofTag = async (id: string, tag: string | undefined) =>
  (await differences(id)).find((one) => one['tag'] === tag && one['state'] !== 'withdrawn') as Record<string, string>
const decide = (difference: string, values: object) =>
  lead.post(`/api/stocktake-differences/${difference}/decide`, values)
const approve = (client: Client, id: string, version: number) =>
  client.post(`/api/stocktakes/${id}/approve`, { version, signature: { password: testPassword } })
const read = async (id: string) => (await lead.get(`/api/stocktakes/${id}`)).body.item

describe('R12: a stocktake', () => {
  it('finds six different results, proposes, is approved by another, and carries out what was decided', async () => {
    const id = await begin()
    // What happens in the register afterwards changes nothing of what is expected.
    await make('newcomer', { location: places.room })
    expect(await read(id)).toMatchObject({ state: 'counting', expected: 5 })

    expect(
      outcomes(
        await send(counter, id, [
          { tag: tags['found'] as string },
          { tag: tags['astray'] as string, place: places.store },
          { tag: tags['lent'] as string, place: places.room, holder: people.engineer.id },
          { tag: tags['double'] as string },
          { tag: 'Ｘ－999' },
          { tag: tags['newcomer'] as string, place: places.room },
        ]),
      ),
    ).toEqual(['kept found', 'kept wrong-place', 'kept wrong-holder', 'kept found', 'kept surplus', 'kept surplus'])
    const again = await send(second, id, [{ tag: tags['double'] as string, place: places.store }])
    expect(again.body.items[0]).toMatchObject({
      result: 'twice',
      others: [{ counter: people.operator.name, place: 'BJ-A01' }],
    })

    const progress = (await lead.get(`/api/stocktakes/${id}/progress`)).body
    expect(progress).toMatchObject({ counted: 4, open: 0 })
    expect(progress.again).toHaveLength(1)
    expect(progress.figures.counters.map(({ counts }: { counts: number }) => counts).sort()).toEqual([1, 6])

    expect((await lead.post(`/api/stocktakes/${id}/finish`)).status).toBe(200)
    expect((await read(id)).figures).toMatchObject({
      ...{ expected: 5, found: 1, wrongPlace: 1, wrongHolder: 1, missing: 1, twice: 1, surplus: 2, unknown: 1 },
    })
    expect((await differences(id)).map(({ kind, proposal }) => `${kind} ${proposal}`).sort()).toEqual([
      'missing null',
      'surplus leave',
      'surplus null',
      'twice null',
      'wrong-holder correct',
      'wrong-place correct',
    ])

    expect((await lead.post(`/api/stocktakes/${id}/submit`)).body).toMatchObject({ code: 'guarded' })
    expect((await lead.post(`/api/stocktakes/${id}/accept-proposals`)).body).toEqual({ decided: 3, open: 3 })
    const missing = await ofTag(id, tags['gone'])
    expect((await decide(missing['id'] as string, { decision: 'lose' })).body.errors).toMatchObject([
      { path: 'reason' },
    ])
    for (const [tag, values] of [
      [tags['gone'], { decision: 'lose', reason: '多次查找未见' }],
      [tags['double'], { decision: 'correct' }],
      ['X-999', { decision: 'register', newName: '旧交换机', newCategory: category }],
    ] as const) {
      const done = await decide((await ofTag(id, tag))['id'] as string, values)
      expect(done.status, JSON.stringify(done.body)).toBe(200)
    }
    // Whatever is decided, nothing of the register has changed yet.
    expect((await lead.get(`/api/assets/${ids['gone']}`)).body.item).toMatchObject({ state: 'in-use', version: 1 })

    expect((await lead.post(`/api/stocktakes/${id}/submit`)).status).toBe(200)
    const { version, number } = await read(id)
    for (const client of [lead, counter, second]) expect((await approve(client, id, version)).status).not.toBe(200)
    const approved = await approve(approver, id, version)
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)

    const done = await read(id)
    expect(done).toMatchObject({ state: 'done', approvedBy: people.manager.id })
    expect(done.reportDigest).toMatch(/^[0-9a-f]{64}$/)
    const item = async (name: string) => (await lead.get(`/api/assets/${ids[name]}`)).body.item
    expect(await item('astray')).toMatchObject({ location: places.store })
    expect(await item('lent')).toMatchObject({ custodian: people.engineer.id })
    expect(await item('gone')).toMatchObject({ state: 'lost', lostHow: '多次查找未见' })
    expect(await item('double')).toMatchObject({ location: places.store })
    const [made] = (await lead.get('/api/assets?q=X-999')).body.items
    expect(made).toMatchObject({ tag: 'X-999', name: '旧交换机', location: places.rack, state: 'in-stock' })
    const [entry] = (await lead.get(`/api/assets/${ids['astray']}/journal`)).body.items
    expect(entry).toMatchObject({ actor: null, actorName: number, verb: 'update' })
    expect(new Set((await differences(id)).map(({ state }) => state))).toEqual(new Set(['done']))
  })

  it('is approved by nobody who counted or submitted, nor does the database let it be', async () => {
    const id = await begin({ counters: [people.operator.id, people.manager.id] })
    await lead.post(`/api/stocktakes/${id}/finish`)
    await app.sql(`update stocktake_difference set state = 'withdrawn' where stocktake = $1`, [id])
    await lead.post(`/api/stocktakes/${id}/submit`)
    const { version } = await read(id)
    expect((await approve(approver, id, version)).body).toMatchObject({ code: 'same-person' })
    for (const person of [people.manager.id, people.operator.id, people.engineer.id])
      await expect(app.sql('update stocktake set approved_by = $2 where id = $1', [id, person])).rejects.toThrow(
        /stocktake_approved_by_another/,
      )
  })

  it('freezes what is expected: nobody changes a line of it', async () => {
    const id = await begin()
    const { frozenDigest } = await read(id)
    await app.sql('update asset set name = $2, location = null where id = $1', [ids['found'], 'renamed'])
    expect(await digestOf(app.engine.db, id)).toEqual({ expected: 5, digest: frozenDigest })
    for (const text of [
      'update stocktake_line set name = name || $2 where stocktake = $1',
      'delete from stocktake_line where stocktake = $1 and tag <> $2',
    ])
      await expect(app.sql(text, [id, 'x'])).rejects.toThrow(/frozen/)
  })

  it('takes its scope from places with all in them, departments and categories; of kinds that can be seen', async () => {
    await make('tool', { location: places.room, category: software })
    await make('afar', { location: places.store })
    const expected = async (values: object) => (await read(await begin(values))).expected
    expect(await expected({})).toBe(5)
    expect(await expected({ places: [] })).toBe(6)
    expect(await expected({ places: [places.rack] })).toBe(3)
    expect(await expected({ places: [], categories: [software] })).toBe(1)
    expect((await lead.get(`/api/stocktakes/${await plan({ places: [] })}/progress`)).body.foreseen).toBe(6)
  })
})

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

describe('what the register did meanwhile', () => {
  it('is recognised and not overwritten', async () => {
    const id = await begin()
    await send(counter, id, [
      { tag: tags['found'] as string },
      { tag: tags['astray'] as string, place: places.store },
      { tag: tags['double'] as string, place: places.store },
    ])
    // Moved before counting ends, and another between the decision and the approval.
    const lent = (await lead.get(`/api/assets/${ids['lent']}`)).body.item
    await lead.patch(`/api/assets/${ids['lent']}`, { version: lent.version, location: places.store })
    await lead.post(`/api/stocktakes/${id}/finish`)
    expect(await ofTag(id, tags['lent'])).toMatchObject({ kind: 'missing', moved: true, proposal: null })
    await lead.post(`/api/stocktakes/${id}/accept-proposals`)
    for (const name of ['gone', 'lent'])
      await decide((await ofTag(id, tags[name]))['id'] as string, { decision: 'lose', reason: '未见' })
    const astray = (await lead.get(`/api/assets/${ids['astray']}`)).body.item
    await lead.patch(`/api/assets/${ids['astray']}`, { version: astray.version, location: places.site })
    const double = (await lead.get(`/api/assets/${ids['double']}`)).body.item
    await lead.patch(`/api/assets/${ids['double']}`, { version: double.version, location: places.store })

    await lead.post(`/api/stocktakes/${id}/submit`)
    expect((await approve(approver, id, (await read(id)).version)).status).toBe(200)
    expect(await ofTag(id, tags['astray'])).toMatchObject({
      state: 'not-done',
      whyNot: expect.stringContaining('变更'),
    })
    expect(await ofTag(id, tags['lent'])).toMatchObject({ state: 'not-done' })
    expect(await ofTag(id, tags['double'])).toMatchObject({
      state: 'not-done',
      whyNot: expect.stringContaining('一致'),
    })
    expect(await ofTag(id, tags['gone'])).toMatchObject({ state: 'done' })
    expect((await lead.get(`/api/assets/${ids['astray']}`)).body.item.location).toBe(places.site)
    expect((await lead.get(`/api/assets/${ids['lent']}`)).body.item.state).toBe('in-use')
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
    const late = await plan({ title: '逾期', plannedOn: '2026-05-01', dueOn: '2026-05-10' })
    const { body } = await lead.get('/api/stocktake-calendar?from=2026-11-01&to=2026-12-31')
    expect(body.overdue.map(({ number }: { number: string }) => number)).toContain((await read(late)).number)
    expect(body.items.every(({ plannedOn }: { plannedOn: string }) => plannedOn >= '2026-11-01')).toBe(true)
    expect((await lead.get('/api/stocktake-calendar?from=2026-11-01&to=2029-12-31')).status).toBe(422)
    expect((await lead.get('/api/stocktake-calendar?from=x')).status).toBe(422)
    const business = await app.as(await app.person('business'))
    expect((await business.get('/api/stocktake-calendar?from=2026-01-01&to=2026-12-31')).body).toMatchObject({
      ...{ items: [], overdue: [] },
    })
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
    for (const lang of ['zh', 'en']) {
      const pdf = await app.http.inject({
        method: 'GET',
        url: `/api/stocktakes/${id}/pdf?lang=${lang}`,
        headers: { authorization: `Bearer ${await app.token(people.engineer)}` },
      })
      expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
      const sheet = await app.http.inject({
        method: 'GET',
        url: `/api/stocktakes/${id}/xlsx?lang=${lang}`,
        headers: { authorization: `Bearer ${await app.token(people.engineer)}` },
      })
      expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
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
