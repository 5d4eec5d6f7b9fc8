import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approvalRule } from '../../areas/administration/approval-rule/approval-rule.record.ts'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { type BulkResult, bulkWork, startBulk } from './bulk.ts'
import { platformWorks } from './kinds.ts'
import { Stopped, type Work, workTask } from './work.ts'

let app: TestApp
let world: World
let engineer: Client
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  world = await makeWorld(app)
  engineer = world.clients.engineer
})
afterAll(() => app?.close())
beforeEach(() => app.sql('truncate sample'))

/** So many new samples with a title to find them by; `body` is what shutting them wants. */
const make = (count: number, title: string, body: string | null = '都好。') =>
  app.inTx(asSystem('test'), async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) ids.push((await tx.create(sample, { title, body })).id)
    return ids
  })

const bulk = (client: Client, body: object) => client.post('/api/samples/bulk', body)
const run = (id: string, works: readonly Work[] = platformWorks) => workTask(works)(app.engine, { id } as never)
const workOf = async (client: Client, id: string) => (await client.get(`/api/work/${id}`)).body
const done = async (client: Client, body: object): Promise<BulkResult> => {
  const begun = await bulk(client, body)
  expect(begun.status, JSON.stringify(begun.body)).toBe(202)
  await run(begun.body.work)
  return (await workOf(client, begun.body.work)).result
}

/** How many journal entries each sample has for a verb, and by whom. */
const entries = async (verb: string, who: PersonActor) =>
  (
    await app.sql<{ entries: number; records: number }>(
      `select count(*)::int as entries, count(distinct record_id)::int as records from journal
        where record = 'sample' and verb = $1 and actor = $2 and record_id in (select id from sample)`,
      [verb, who.id],
    )
  )[0]

describe('1,001 rows chosen by a filter (R7)', () => {
  it('are changed or refused with a reason, each counted once, each change in the journal', async () => {
    const many = await make(998, '批量')
    const [bare] = await make(1, '批量', null)
    const shut = await make(2, '批量')
    const other = await make(3, '别的')
    for (const id of shut) await engineer.post(`/api/samples/${id}/shut`, {})

    const begun = await bulk(engineer, { verb: 'shut', filter: { q: '批量' } })
    expect(begun).toMatchObject({ status: 202, body: { total: 1001 } })
    await make(1, '批量') // comes to match later: not chosen
    await run(begun.body.work)

    const { state, done, total, result } = await workOf(engineer, begun.body.work)
    expect({ state, done, total }).toEqual({ state: 'done', done: 1001, total: 1001 })
    expect(result).toMatchObject({ record: 'sample', verb: 'shut', changed: 998, same: 0, refused: 3, left: 0 })
    expect(result.reasons).toEqual([
      { code: 'wrong-state', count: 2, text: expect.anything(), rows: expect.anything() },
      { code: 'invalid', count: 1, text: expect.anything(), rows: expect.anything() },
    ])
    const [wrongState, invalid] = result.reasons
    expect(wrongState.rows.map((row: { id: string }) => row.id).sort()).toEqual([...shut].sort())
    expect(wrongState.rows[0].number).toMatch(/^SMP-/)
    expect(invalid.rows).toEqual([{ id: bare, number: expect.stringMatching(/^SMP-/) }])
    // Which field, and in both languages.
    expect(invalid.text).toEqual(['body:此项必填。', 'body: This must be filled in.'])

    // 998 by the bulk and the two that were shut by hand before.
    expect(await entries('shut', world.people.engineer)).toEqual({ entries: 1000, records: 1000 })
    const states = await app.sql('select state, count(*)::int as n from sample group by state order by state')
    expect(states).toEqual([
      { state: 'new', n: other.length + 2 },
      { state: 'shut', n: many.length + shut.length },
    ])
  }, 90_000)

  it('go on after a crash where they stood, and none is done twice', async () => {
    await make(300, '批量')
    const { work } = (await bulk(engineer, { verb: 'open', values: { count: 7 }, filter: { state: 'new' } })).body
    let left = 120
    const crashing = {
      check: async () => {},
      tell: async () => {
        if (--left === 0) throw new Error('power cut')
      },
    }
    const input = { record: 'sample', verb: 'open', values: { count: 7 } }
    await expect(bulkWork.run(app.engine, world.people.engineer, input as never, crashing, work)).rejects.toThrow('cut')
    expect(await entries('open', world.people.engineer)).toEqual({ entries: 120, records: 120 })

    await run(work)
    expect((await workOf(engineer, work)).result).toMatchObject({ changed: 300, refused: 0, left: 0 })
    expect(await entries('open', world.people.engineer)).toEqual({ entries: 300, records: 300 })
    // `open` counts on by one: a second time would show.
    expect(await app.sql('select distinct count, version from sample')).toEqual([{ count: 8, version: 2 }])
  })

  it('stop when asked, and tell what was done and what is left', async () => {
    await make(50, '批量')
    const { work } = (await bulk(engineer, { verb: 'open', filter: {} })).body
    let left = 20
    const stopping: Work = {
      kind: 'bulk',
      run: (engine, person, input, progress, id) => {
        const check = async () => {
          if (left-- === 0) throw new Stopped()
        }
        return bulkWork.run(engine, person, input, { ...progress, check }, id)
      },
    }
    await run(work, [stopping])
    expect(await workOf(engineer, work)).toMatchObject({
      state: 'stopped',
      result: { changed: 20, same: 0, refused: 0, left: 30 },
    })
    expect(await entries('open', world.people.engineer)).toEqual({ entries: 20, records: 20 })
  })

  it('are no more than may be chosen at once, and otherwise none is', async () => {
    await make(3, '批量')
    const { engineer: who } = world.people
    const asked = { filters: {}, zone: 'Asia/Shanghai', today: { date: '2026-11-24', tradingDay: null } }
    const choose = (most: number) =>
      app.inTx(who, (tx) => startBulk(tx, sample, { verb: 'open', values: {} }, { asked }, most))
    await expect(choose(2)).rejects.toMatchObject({
      code: 'too-large',
      text: [/最多办理 2 条/, /At most 2 records/].map((part) => expect.stringMatching(part)),
    })
    expect(await app.sql('select 1 from work_row where record_id in (select id from sample)')).toEqual([])
    expect(await choose(3)).toMatchObject({ total: 3 })
  })
})

it('a verb that wants approval waits for each row, and is not asked for twice', async () => {
  const step = {
    name: ['核准', 'Approve'] as [string, string],
    who: [{ is: 'role' as const, code: 'manager' }],
    need: 'any' as const,
    count: null,
    sign: false,
    escalateAfter: null,
    escalateTo: [],
  }
  const ids = await make(3, '批量')
  const made = await app.inTx(asSystem('test'), async (tx) => {
    const rule = await tx.create(approvalRule, {
      name: '关闭须核准',
      rule: { record: 'sample', verb: 'shut', when: [], steps: [step] },
    })
    return tx.act(approvalRule, rule.id, 'put-in-force')
  })
  expect(await done(engineer, { verb: 'shut', ids: ids.slice(1) })).toMatchObject({
    changed: 0,
    waiting: 2,
    refused: 0,
  })
  expect(await done(engineer, { verb: 'shut', ids })).toMatchObject({
    waiting: 1,
    refused: 2,
    reasons: [{ code: 'waiting-approval', count: 2 }],
  })
  expect(await app.sql('select distinct state from sample')).toEqual([{ state: 'new' }])
  await app.inTx(asSystem('test'), async (tx) => {
    await tx.act(approvalRule, made.id, 'ask-end')
    await tx.act(approvalRule, made.id, 'retire')
  })
})

describe('a bulk change', () => {
  it('writes what differs, and says of the others that they were so already', async () => {
    const ids = await make(4, '批量')
    await engineer.patch(`/api/samples/${ids[0]}`, { version: 1, level: 'high' })
    const result = await done(engineer, { verb: 'update', values: { level: 'high' }, ids })
    expect(result).toMatchObject({ changed: 3, same: 1, refused: 0, reasons: [] })
    expect(await entries('update', world.people.engineer)).toEqual({ entries: 4, records: 4 })
  })

  it('touches nothing that one may not read, and says so of each', async () => {
    const [mine = '', hidden = ''] = await make(2, '批量')
    await app.sql('update sample set owner = $1 where id = $2', [world.people.operator.id, mine])
    const { operator } = world.clients
    const gone = app.engine.newId()
    const values = { title: '改过' }
    const result = await done(operator, { verb: 'update', values, ids: [mine, hidden, gone, mine] })
    expect(result).toMatchObject({ changed: 1, refused: 2 })
    expect(result.reasons).toMatchObject([{ code: 'not-found', count: 2 }])
    // Not even the number of what is hidden is told.
    expect(result.reasons[0]?.rows.map(({ number }) => number)).toEqual([null, null])

    const byFilter = await bulk(operator, { verb: 'update', values, filter: { q: '批量' } })
    expect(byFilter).toMatchObject({ status: 422, body: { code: 'invalid' } })
    const titles = await app.sql('select title from sample order by id')
    expect(titles).toEqual([{ title: '改过' }, { title: '批量' }])
  })

  it('is refused row by row to whoever may read but not change', async () => {
    const ids = await make(3, '批量')
    const result = await done(world.clients.manager, { verb: 'update', values: { level: 'high' }, ids })
    expect(result).toMatchObject({ changed: 0, refused: 3, reasons: [{ code: 'not-allowed', count: 3 }] })
  })
})

describe('what is no bulk', () => {
  it.each<[string, object]>([
    ['a verb that signs', { verb: 'sign', filter: {} }],
    ['a verb of the system', { verb: 'drop', filter: {} }],
    ['an unknown verb', { verb: 'explode', filter: {} }],
    ['rows and a filter at once', { verb: 'open', ids: ['019b0000-0000-7000-8000-000000000000'], filter: {} }],
    ['neither rows nor a filter', { verb: 'open' }],
    ['a change of nothing', { verb: 'update', values: {}, filter: {} }],
    ['a change of what a person may not change', { verb: 'update', values: { twice: 2, code: 'x' }, filter: {} }],
    ['a value that a verb does not take', { verb: 'open', values: { title: 'x' }, filter: {} }],
    ['an unknown filter', { verb: 'open', filter: { nonsense: '1' } }],
    ['paging', { verb: 'open', filter: { limit: '10' } }],
  ])('%s', async (_what, body) => {
    await make(1, '批量')
    expect(await bulk(engineer, body)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })

  it('for records that are only ever added to', async () => {
    expect((await engineer.post('/api/sample-lines/bulk', { verb: 'update', filter: {} })).status).toBe(404)
  })
})
