import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { grantScopes } from '../../record/grant.ts'
import type { AnyRow, ValuesOf } from '../../record/record.ts'
import {
  all,
  any,
  begun,
  chosen,
  department,
  everyone,
  holds,
  inState,
  lasting,
  nobody,
  not,
  post,
  type Rule,
  role,
  self,
  team,
} from '../../record/rule.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { columnsOf } from '../db/columns.ts'
import { condition } from './filter.ts'
import { sortsOf } from './list.ts'

let app: TestApp
let world: World
let manager: Client
const ids: Record<'team' | 'department' | 'post', string[]> = { team: [], department: [], post: [] }
let persons: string[]

beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  world = await makeWorld(app)
  manager = world.clients.manager
  persons = [world.people.operator.id, world.people.business.id, world.people.auditor.id]
  for (const name of ['team', 'department', 'post'] as const) {
    const { record } = app.engine.registry.get(name)
    for (let i = 0; i < 2; i++) ids[name].push(await world.make(record))
  }
  await fill(80, 1)
})
afterAll(() => app?.close())

let codes = 0

/** Rows with every field now empty, now filled, with few values so that many are the same. */
async function fill(count: number, seed: number): Promise<void> {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 })
  const values = fc.record({
    title: fc.constantFrom('甲', '乙', 'a', 'B', '100%'),
    level: fc.constantFrom('low', 'high'),
    size: maybe(fc.constantFrom(-1.5, 0, 0.1, 3)),
    count: fc.constantFrom(0, 1),
    done: maybe(fc.boolean()),
    due: maybe(fc.constantFrom('2026-11-24', '2026-11-25', '2028-02-29')),
    at: maybe(fc.constantFrom('2026-11-24T15:59:59.999Z', '2026-11-24T16:00:00.000Z', '2026-11-25T16:00:00.000Z')),
    owner: maybe(fc.constantFrom(...persons)),
    team: maybe(fc.constantFrom(...ids.team)),
    department: maybe(fc.constantFrom(...ids.department)),
    post: maybe(fc.constantFrom(...ids.post)),
    watchers: fc.uniqueArray(fc.constantFrom(...persons), { maxLength: 2 }),
    posts: fc.uniqueArray(fc.constantFrom(...ids.post), { maxLength: 2 }),
  })
  const states = fc.sample(fc.constantFrom('new', 'open', 'shut'), { numRuns: count, seed })
  const creators = fc.sample(fc.constantFrom(...persons), { numRuns: count, seed: seed + 1 })
  await app.inTx(asSystem('test'), async (tx) => {
    for (const [i, one] of fc.sample(values, { numRuns: count, seed }).entries()) {
      const code = i % 3 === 0 ? `code-${++codes}` : null
      const made = await tx.create(sample, { ...one, code } as ValuesOf<typeof sample>)
      await sql`update sample set state = ${states[i]}, created_by = ${creators[i]} where id = ${made.id}`.execute(
        tx.db,
      )
    }
  })
}

const rows = async (where = sql`true`): Promise<AnyRow[]> =>
  (await sql<AnyRow>`select ${sql.raw(columnsOf(sample).select)} from sample where ${where}`.execute(app.engine.db))
    .rows

describe('a list and an item never disagree', () => {
  it('whatever the rule, the person and the row', async () => {
    const field = fc.constantFrom(
      'createdBy',
      'updatedBy',
      'id',
      'owner',
      'team',
      'department',
      'post',
      'watchers',
      'posts',
    )
    const leaf: fc.Arbitrary<Rule> = fc.oneof(
      fc.constantFrom(everyone, nobody, role('operator'), role('auditor', 'business')),
      fc.subarray(['new', 'open', 'shut']).map((states) => inState(...states)),
      fc.tuple(fc.constantFrom(self, team, department, post), field).map(([make, name]) => make(name)),
      fc.constantFrom(begun('due'), lasting('due')),
      fc.subarray(['low', 'high']).map((levels) => chosen('level', ...levels)),
      fc.constant({
        is: 'granted' as const,
        record: 'sample',
        act: 'read',
        own: ['createdBy', 'owner', 'watchers'],
        team: ['team'],
        department: ['department'],
      }),
    )
    const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('rule'), { maxLength: 3 }).map((of) => any(...of)),
        fc.array(tie('rule'), { maxLength: 3 }).map((of) => all(...of)),
        tie('rule').map(not),
      ),
    }))
    const person: fc.Arbitrary<PersonActor> = fc.record({
      kind: fc.constant('person' as const),
      id: fc.constantFrom(...persons),
      name: fc.constant('某人'),
      roles: fc.subarray(['operator', 'auditor', 'business']),
      team: fc.option(fc.constantFrom(...ids.team)),
      department: fc.option(fc.constantFrom(...ids.department)),
      posts: fc.subarray(ids.post),
      departments: fc.subarray(ids.department),
      grants: fc.array(
        fc.record({
          record: fc.constantFrom('sample', 'incident'),
          acts: fc.subarray(['read', 'update']),
          scope: fc.constantFrom(...grantScopes),
        }),
        { maxLength: 2 },
      ),
      today: fc.constantFrom('2026-11-24', '2026-11-25', '2027-01-01'),
      lang: fc.constant('zh' as const),
      via: fc.constant('test'),
    })
    const every = await rows()
    await fc.assert(
      fc.asyncProperty(anyRule, person, async (rule, who) => {
        const inSql = (await rows(condition(sample, rule, who))).map(({ id }) => id).sort()
        const byRule = every
          .filter((row) => holds(rule, who, row))
          .map(({ id }) => id)
          .sort()
        expect(inSql).toEqual(byRule)
      }),
      { numRuns: 150 },
    )
  })

  it('over HTTP: what is listed can be read, what is not listed cannot, and the count says the same', async () => {
    const every = await rows()
    for (const client of [world.clients.operator, world.clients.business, world.clients.auditor]) {
      const { items, count } = (await client.get('/api/samples?limit=200')).body
      expect(count).toEqual({ value: items.length, atLeast: false })
      const listed = new Set(items.map((one: AnyRow) => one.id))
      expect(listed.size).toBeGreaterThan(0)
      expect(listed.size).toBeLessThan(every.length)
      for (const { id } of every)
        expect((await client.get(`/api/samples/${id}`)).status).toBe(listed.has(id) ? 200 : 404)
    }
  })
})

/** Every page of a list, one after the other; between two pages `meanwhile` happens. */
async function walk(query: string, limit: () => number, meanwhile = async () => {}): Promise<AnyRow[][]> {
  const pages: AnyRow[][] = []
  let after = ''
  do {
    const { status, body } = await manager.get(`/api/samples?limit=${limit()}&${query}${after}`)
    expect(status, JSON.stringify(body)).toBe(200)
    pages.push(body.items)
    after = body.next === null ? '' : `&after=${encodeURIComponent(body.next)}`
    await meanwhile()
  } while (after !== '')
  return pages
}

describe('a walk by pages', () => {
  it.each(sortsOf(sample))('visits every row exactly once, in order, sorted by %s', async (sort) => {
    const name = sort.replace('-', '')
    const limits = fc.sample(fc.integer({ min: 1, max: 17 }), { numRuns: 200, seed: 7 })
    let page = 0
    const walked = (await walk(`sort=${sort}`, () => limits[page++ % limits.length] as number)).flat()
    const every = await rows()
    expect(walked.map(({ id }) => id).sort()).toEqual(every.map(({ id }) => id).sort())
    const values = walked.map((row) => (name === 'createdAt' ? row.id : row[name]) as string | number | boolean | null)
    const filled = values.filter((value) => value !== null) as (string | number)[]
    const up = [...filled].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(filled).toEqual(sort.startsWith('-') ? up.reverse() : up)
    const empty = values.map((value) => value === null)
    expect(empty).toEqual(
      [...empty].sort((a, b) => (sort.startsWith('-') ? Number(b) - Number(a) : Number(a) - Number(b))),
    )
  })

  it.each(['-createdAt', '-size', 'due', 'title'])(
    'visits what was there exactly once while rows are added, sorted by %s',
    async (sort) => {
      const before = (await rows()).map(({ id }) => id)
      let seed = 100
      let left = 5
      const walked = (
        await walk(
          `sort=${sort}`,
          () => 13,
          async () => {
            if (left-- > 0) await fill(3, seed++)
          },
        )
      ).flat()
      const seen = walked.map(({ id }) => id)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toEqual(expect.arrayContaining(before))
    },
  )

  it('keeps its filters, and counts what they let through', async () => {
    const pages = await walk('level=high&sort=size&state=open,shut', () => 4)
    const wanted = await rows(sql`level = 'high' and state in ('open', 'shut')`)
    expect(
      pages
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(wanted.map(({ id }) => id).sort())
    const { count } = (await manager.get('/api/samples?level=high&state=open,shut&limit=1')).body
    expect(count).toEqual({ value: wanted.length, atLeast: false })
  })

  it('refuses a mark of another sort, a forged one and one that does not fit', async () => {
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const { id } = (await rows())[0] as AnyRow
    const { next } = (await manager.get('/api/samples?limit=1&sort=title')).body
    for (const [sort, mark] of [
      ['size', next],
      ['-title', next],
      ['at', forged('at', 'yesterday', id)],
      ['due', forged('due', '2026-02-31', id)],
      ['size', forged('size', 'much', id)],
      ['done', forged('done', 'yes', id)],
      ['title', forged('title', null, id)],
      ['title', forged('title', 'x', 'no id')],
      ['title', forged('title', ['x'], id)],
      ['number', forged('number', 3, id)],
    ])
      expect(await manager.get(`/api/samples?sort=${sort}&after=${mark}`), mark).toMatchObject({
        status: 400,
        body: { code: 'bad-cursor' },
      })
    const journal = `/api/samples/${id}/journal?after=${forged('journal', 'x', id)}`
    expect(await manager.get(journal)).toMatchObject({ status: 400, body: { code: 'bad-cursor' } })
  })
})

describe('filters', () => {
  const listed = async (query: string) => {
    const { status, body } = await manager.get(`/api/samples?limit=200&${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items.map((one: AnyRow) => one.id).sort()
  }
  const wanted = async (where: ReturnType<typeof sql>) => (await rows(where as never)).map(({ id }) => id).sort()

  it.each<[string, string]>([
    ['done=true', 'done'],
    ['done=', 'done is null'],
    ['size=0,3', 'size in (0, 3)'],
    ['size.from=0&size.to=0.1', 'size between 0 and 0.1'],
    ['due=2028-02-29', "due = '2028-02-29'"],
    ['due.from=2026-11-25', "due >= '2026-11-25'"],
    ['watchers=', "watchers = '{}'"],
    ['title=甲', 'false'],
    // A date means the whole day where the firm is: from 16:00 UTC of the day before.
    ['at.from=2026-11-25&at.to=2026-11-25', "at >= '2026-11-24 16:00Z' and at < '2026-11-25 16:00Z'"],
    ['at.to=2026-11-24T16:00:00.000Z', "at <= '2026-11-24 16:00Z'"],
    ['at=', 'at is null'],
    // Days from today, which is Tuesday the 24th: whenever such a filter is read it means its own today.
    ['due.from=@today&due.to=@today', "due = '2026-11-24'"],
    ['due.from=@today%2B1', "due > '2026-11-24'"],
    ['due.from=@week&due.to=@week', "due between '2026-11-23' and '2026-11-29'"],
    ['due.to=@month-1', "due <= '2026-10-31'"],
    ['at.from=@today&at.to=@today', "at >= '2026-11-23 16:00Z' and at < '2026-11-24 16:00Z'"],
    ['tradingDay.from=@trading-day&tradingDay.to=@trading-day', "trading_day = '2026-11-24'"],
    // What is not one of them may as well be empty.
    ['level.not=low', "level = 'high'"],
    ['size.not=0,3', 'size is null or size not in (0, 3)'],
    ['owner.not=', 'owner is not null'],
    ['watchers.not=', "watchers <> '{}'"],
    ['state.not=new,shut', "state = 'open'"],
    ['q=100%25', "title = '100%'"],
    ['q=A', "title = 'a'"],
    ['q=smp-2026', 'true'],
    ['q=SMP-202611-0001', "number = 'SMP-202611-0001'"],
  ])('%s', async (query, where) => {
    if (query.startsWith('title=')) expect((await manager.get(`/api/samples?${query}`)).status).toBe(422)
    else expect(await listed(query)).toEqual(await wanted(sql.raw(where) as never))
  })

  it('by link: one of several persons, also in a list', async () => {
    const [one, two] = persons
    expect(await listed(`owner=${one},${two}`)).toEqual(await wanted(sql`owner in (${one}, ${two})`))
    expect(await listed(`watchers=${one}`)).toEqual(await wanted(sql`${one} = any(watchers)`))
    expect(await listed(`createdBy=${two}`)).toEqual(await wanted(sql`created_by = ${two}`))
    expect(await listed(`watchers.not=${one}`)).toEqual(await wanted(sql`not ${one} = any(watchers)`))
  })

  it('by whoever reads: one address shows each their own', async () => {
    const { operator, business } = world.clients
    for (const [client, who] of [
      [operator, world.people.operator],
      [business, world.people.business],
    ] as const) {
      const { items } = (await client.get('/api/samples?limit=200&owner=@me')).body
      expect(items.length).toBeGreaterThan(0)
      expect(items.map((one: AnyRow) => one.id).sort()).toEqual(await wanted(sql`owner = ${who.id}`))
    }
    expect(await listed('createdBy=@me')).toEqual(await wanted(sql`created_by = ${world.people.manager.id}`))
    // Nobody’s team: none, rather than those without a team.
    expect(await listed('team=@team')).toEqual([])
  })

  it.each(['due.from=@soon', 'due=@today', 'state=@me', 'level.above=low', 'size.not=many', 'number.not=x'])(
    'refuses what it cannot mean: %s',
    async (query) => {
      expect(await manager.get(`/api/samples?${query}`)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    },
  )
})

it('counts to a thousand and says that there are more', async () => {
  // Rows made of a row bring every column with them, also the one that PostgreSQL computes.
  await app.sql('alter table sample alter column search drop expression')
  await app.sql(`insert into sample select (jsonb_populate_record(null::sample, to_jsonb(s) ||
    jsonb_build_object('id', gen_random_uuid(), 'number', 'SMP-209901-' || n, 'code', null))).*
    from (select * from sample limit 1) s, generate_series(1, 1000) n`)
  expect((await manager.get('/api/samples?limit=1')).body.count).toEqual({ value: 1000, atLeast: true })
})
