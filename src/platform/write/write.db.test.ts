import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import { type Answer, type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea, sampleLine } from '../../testing/sample.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { behave } from '../behaviour.ts'

/** Writes a line of its own, queues a job, and then fails for whoever asks for it. */
const explosive = behave(sample, {
  effects: {
    open: async (tx, row) => {
      await tx.as('follower').create(sampleLine, { text: row.title })
      await tx.job('seal', {}, { key: `open-${row.id}` })
      await tx.update(sample, row.id, { body: '已打开' })
      if (row.title === 'explode') throw new Refusal('conflict', ['不行。', 'No.'])
      if (row.title === 'bug') throw new Error('a bug')
    },
  },
})

let app: TestApp
let world: World
let engineer: Client
let manager: Client
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples', behaviours: [explosive] } } })
  world = await makeWorld(app)
  ;({ engineer, manager } = world.clients)
})
afterAll(() => app?.close())

const create = async (values: object = {}) => {
  const { status, body } = await engineer.post('/api/samples', { title: '样例', ...values })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.item
}
const journalOf = async (id: string) => (await manager.get(`/api/samples/${id}/journal`)).body.items
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()

describe('a write', () => {
  it('journals who, when, how and what changed from what to what, in a chain', async () => {
    const item = await create({ count: 2 })
    app.clock.advance(1000)
    const changed = await engineer.patch(`/api/samples/${item.id}`, { version: 1, count: 5, level: 'low' })
    expect(changed.body.item).toMatchObject({ version: 2, count: 5, twice: 10, updatedBy: world.people.engineer.id })
    const [last, first] = await journalOf(item.id)
    expect(last).toMatchObject({
      n: 2,
      verb: 'update',
      actor: world.people.engineer.id,
      actorName: '工程师',
      via: 'token:test',
      at: app.clock.now(),
      changes: { count: [2, 5], twice: [4, 10] },
    })
    expect(first).toMatchObject({ n: 1, verb: 'create', changes: { number: [null, item.number], count: [null, 2] } })
    expect(last.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that changes nothing writes nothing', async () => {
    const item = await create({ level: 'high' })
    const same = await engineer.patch(`/api/samples/${item.id}`, { version: 1, level: 'high', title: ' 样例 ' })
    expect(same.body.item.version).toBe(1)
    expect(await journalOf(item.id)).toHaveLength(1)
  })

  it('computes what follows also from what a verb sets', async () => {
    const item = await create({ title: '会设值', count: 4 })
    const opened = await engineer.post(`/api/samples/${item.id}/open`)
    expect(opened.body.item).toMatchObject({ count: 5, twice: 10, openedBy: world.people.engineer.id })
  })

  it('numbers by month where the firm is, without a gap for what was refused', async () => {
    const next = async () => (await create()).number
    const [, , before] = (await next()).split('-')
    expect((await engineer.post('/api/samples', { title: 'x', owner: app.engine.newId() })).status).toBe(422)
    expect((await next()).split('-')[2]).toBe(String(Number(before) + 1).padStart(4, '0'))
    app.clock.set('2026-11-30T15:59:59.000Z')
    expect(await next()).toMatch(/^SMP-202611-/)
    app.clock.set('2026-11-30T16:00:00.000Z')
    expect(await next()).toBe('SMP-202612-0001')
    app.clock.set('2026-11-24T02:00:00.000Z')
  })

  it('is told to whoever handed the record on and may read it no more', async () => {
    const { business } = world.clients
    const made = (await business.post('/api/samples', { title: '交出', owner: world.people.business.id })).body.item
    await app.sql('update sample set created_by = null, state = $1 where id = $2', ['open', made.id])
    const handed = await business.post(`/api/samples/${made.id}/hand`, { owner: world.people.operator.id })
    expect(handed).toMatchObject({ status: 200, body: { item: { owner: world.people.operator.id, version: 2 } } })
    expect((await business.get(`/api/samples/${made.id}`)).status).toBe(404)
  })

  it('takes no link to what is not there or may not be read, and does not tell which', async () => {
    const hidden = await create({ title: '看不见' })
    const { business } = world.clients
    const made = (await business.post('/api/samples', { title: '自己的' })).body.item
    const link = (target: string) =>
      business.post(`/api/samples/${made.id}/links`, { kind: 'blocks', record: 'sample', target })
    const [one, two] = [await link(hidden.id), await link(app.engine.newId())]
    expect(one.status).toBe(422)
    expect({ ...one.body, requestId: '' }).toEqual({ ...two.body, requestId: '' })
    expect(
      (await engineer.post(`/api/samples/${made.id}/links`, { kind: 'blocks', record: 'sample', target: hidden.id }))
        .status,
    ).toBe(201)
    expect((await business.get(`/api/samples/${made.id}/links`)).body.items).toEqual([])
  })

  it('names no record behind a link that the reader may not read', async () => {
    const hidden = await create({ title: '上级' })
    const shown = await create({ title: '下级', parent: hidden.id, owner: world.people.business.id })
    const refsFor = async (client: Client) => (await client.get(`/api/samples/${shown.id}`)).body.refs
    expect(await refsFor(engineer)).toHaveProperty(hidden.id)
    const refs = await refsFor(world.clients.business)
    expect(refs).not.toHaveProperty(hidden.id)
    expect(refs).toHaveProperty(world.people.business.id)
  })

  it('by the system is journalled by its name and bound by states all the same', async () => {
    const { id } = await create()
    await app.inTx(asSystem('night-shift'), async (tx) => {
      await tx.act(sample, id, 'shut', { body: '夜间' })
      await tx.act(sample, id, 'drop')
    })
    const [last] = await journalOf(id)
    expect(last).toMatchObject({ verb: 'drop', actor: null, actorName: 'night-shift', via: 'system' })
    await expect(app.inTx(asSystem('night-shift'), (tx) => tx.act(sample, id, 'drop'))).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await expect(app.inTx(asSystem('night-shift'), (tx) => tx.act(sample, id, 'shut'))).resolves.toBeDefined()
  })
})

describe('what follows from a write', () => {
  const left = async (id: string) =>
    app.sql(
      `select (select count(*)::int from sample_line) as lines, (select count(*)::int from journal) as entries,
        (select count(*)::int from graphile_worker.jobs where key = $1) as jobs`,
      [`open-${id}`],
    )

  it('is there when it is done: rows, jobs and entries together', async () => {
    const { id } = await create({ title: '连带' })
    const opened = await engineer.post(`/api/samples/${id}/open`)
    expect(opened.body.item).toMatchObject({ state: 'open', body: '已打开', version: 3 })
    expect((await journalOf(id)).map((one: { verb: string }) => one.verb)).toEqual(['update', 'open', 'create'])
    expect(await left(id)).toMatchObject([{ jobs: 1 }])
  })

  it.each([
    ['explode', 409],
    ['bug', 500],
  ])('leaves nothing when it fails (%s)', async (title, status) => {
    const { id } = await create({ title })
    const before = await left(id)
    const answer = await engineer.post(`/api/samples/${id}/open`)
    expect(answer.status).toBe(status)
    expect(JSON.stringify(answer.body)).not.toContain('a bug')
    expect(await left(id)).toEqual(before)
    expect((await engineer.get(`/api/samples/${id}`)).body.item).toMatchObject({ state: 'new', version: 1, body: null })
  })
})

describe('at the same moment', () => {
  it('of twenty who want one code, one has it and the others learn who (R1)', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => engineer.post('/api/samples', { title: '同时', code: 'only-one' })),
    )
    expect(statuses(answers)).toEqual([201, ...Array(19).fill(409)])
    const made = answers.find(({ status }) => status === 201)?.body.item
    for (const { status, body } of answers) {
      if (status === 201) continue
      expect(body).toMatchObject({ code: 'duplicate', errors: [{ path: 'code', code: 'duplicate' }] })
      expect(body.holder).toEqual({ id: made.id, number: made.number, path: `/api/samples/${made.id}` })
    }
  })

  it.each(['only-one ', '　only-one', 'ｏｎｌｙ-ｏｎｅ', 'only－one'])('「%s」 is the same code (R1)', async (code) => {
    const answer = await engineer.post('/api/samples', { title: '另一种写法', code })
    expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate' } })
  })

  it('keeps a code taken when its holder has come to its end (R1)', async () => {
    const { id } = await create({ title: '退役', code: 'retired-1' })
    expect((await engineer.post(`/api/samples/${id}/shut`, { body: '到此为止' })).status).toBe(200)
    const answer = await engineer.post('/api/samples', { title: '接班', code: 'ｒｅｔｉｒｅｄ-１' })
    expect(answer).toMatchObject({ status: 409, body: { holder: { id } } })
  })

  it('does not tell the holder to whoever may not read it', async () => {
    const answer = await world.clients.business.post('/api/samples', { title: '也要', code: 'only-one' })
    expect(answer.status).toBe(409)
    expect(answer.body).not.toHaveProperty('holder')
  })

  it('of two who act on one row, one is first and the other is told', async () => {
    const { id } = await create({ title: '两人' })
    const both = await Promise.all(
      [engineer, manager].map((one) => one.post(`/api/samples/${id}/shut`, { body: '关' })),
    )
    expect(statuses(both)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'wrong-state', state: 'shut' })
    const change = (title: string) => engineer.patch(`/api/samples/${id}`, { version: 2, title })
    const changes = await Promise.all([change('一'), change('二')])
    expect(statuses(changes)).toEqual([200, 409])
    expect(changes.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'stale', version: 3 })
  })

  it('does again what the database gave up because two waited for each other', async () => {
    const [a, b] = [(await create()).id, (await create()).id]
    const tries = { a: 0, b: 0 }
    let arrive = () => {}
    const met = new Promise<void>((resolve) => {
      let here = 0
      arrive = () => ++here === 2 && resolve()
    })
    const cross = (name: 'a' | 'b', first: string, second: string) =>
      app.inTx(asSystem(name), async (tx) => {
        tries[name]++
        await tx.lock(sample, first)
        arrive()
        await met
        await tx.update(sample, second, { body: name })
      })
    await Promise.all([cross('a', a, b), cross('b', b, a)])
    expect(tries.a + tries.b).toBe(3)
  })
})

describe('a retried request', () => {
  const post = (key: string, body: object, client = engineer) =>
    client.post('/api/samples', body, { 'idempotency-key': key })

  it('is answered with what the first one made, one after the other and at once', async () => {
    const first = await post('k1', { title: '一次' })
    const again = await post('k1', { title: '一次' })
    expect(again.status).toBe(201)
    expect(again.body.item.id).toBe(first.body.item.id)
    const many = await Promise.all(Array.from({ length: 8 }, () => post('k2', { title: '同时一次' })))
    expect(new Set(many.map(({ body }) => body.item.id)).size).toBe(1)
    expect(await app.sql('select 1 from sample where title = $1', ['同时一次'])).toHaveLength(1)
  })

  it('with another body is refused, and keys are each person’s own', async () => {
    await post('k3', { title: '一' })
    expect(await post('k3', { title: '二' })).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await post('k3', { title: '三' }, manager)).status).toBe(201)
    expect(await post(' ', { title: '四' })).toMatchObject({ status: 422 })
  })

  it('whose first try was refused may succeed', async () => {
    expect((await post('k4', { title: '撞', code: 'only-one' })).status).toBe(409)
    expect((await post('k4', { title: '撞', code: 'not-taken' })).status).toBe(201)
  })

  it('does a verb once', async () => {
    const { id } = await create({ title: '关一次' })
    const shut = () => engineer.post(`/api/samples/${id}/shut`, { body: '关' }, { 'idempotency-key': 'k5' })
    expect([(await shut()).status, (await shut()).status]).toEqual([200, 200])
    expect(await journalOf(id)).toHaveLength(2)
  })
})

describe('the journal', () => {
  it.each(['journal', 'journal_seal', 'signature'])(
    '%s is closed to the app, and its owner is stopped by a trigger',
    async (table) => {
      if (table === 'signature') await signOne()
      if (table === 'journal_seal') await (await import('./seal.ts')).seal(app.engine)
      for (const statement of [`update ${table} set at = now()`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(sql.raw(statement).execute(app.engine.db), statement).rejects.toMatchObject({ code: '42501' })
        await expect(app.sql(statement), statement).rejects.toMatchObject({ code: '42501' })
      }
    },
  )

  it('is closed by its partitions too, and so is the table of what is append only', async () => {
    const parts = await app.sql<{ name: string }>(`select inhrelid::regclass::text as name from pg_inherits
      where inhparent = 'journal'::regclass`)
    expect(parts.length).toBeGreaterThan(1)
    await app.inTx(asSystem('test'), (tx) => tx.create(sampleLine, { text: '一行' }))
    const statements = parts.flatMap(({ name }) => [
      `delete from ${name}`,
      `truncate ${name}`,
      `update ${name} set n = 1`,
    ])
    for (const statement of [
      ...statements,
      'delete from sample_line',
      'update sample_line set text = text',
      'truncate sample_line',
    ]) {
      await expect(sql.raw(statement).execute(app.engine.db), statement).rejects.toMatchObject({ code: '42501' })
    }
  })

  async function signOne(): Promise<void> {
    const { id } = await create({ title: '签' })
    await engineer.post(`/api/samples/${id}/open`)
    const signed = await manager.post(`/api/samples/${id}/sign`, {
      version: 3,
      signature: { password: 'a password for tests' },
    })
    expect(signed.status).toBe(200)
    const { items } = (await manager.get(`/api/samples/${id}/signatures`)).body
    expect(items).toMatchObject([
      { verb: 'sign', person: world.people.manager.id, method: 'password', shown: { id, state: 'open', version: 3 } },
    ])
  }
})

it('adds nothing to what is append only: no comment, no link, no change', async () => {
  const line = (await engineer.post('/api/sample-lines', { text: '不改' })).body.item
  const at = `/api/sample-lines/${line.id}`
  expect(line.can).toEqual({})
  for (const answer of [
    await engineer.post(`${at}/comments`, { text: '评' }),
    await engineer.post(`${at}/links`, { kind: 'blocks', record: 'sample', target: (await create()).id }),
    await engineer.patch(at, { version: 1, text: '改' }),
  ])
    expect(answer.status).toBe(404)
  expect((await engineer.get(`${at}/comments`)).body.items).toEqual([])
})
