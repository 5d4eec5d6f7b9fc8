import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import type { AnyRow } from '../../record/record.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea, sampleLine } from '../../testing/sample.ts'
import type { Edge, More, Node } from './neighbourhood.ts'

let app: TestApp
let engineer: PersonActor
let business: PersonActor
/** Reads all samples. */
let all: Client
/** Reads those that name them as a watcher. */
let few: Client
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  engineer = await app.person('engineer')
  business = await app.person('business')
  all = await app.as(engineer)
  few = await app.as(business)
})
afterAll(() => app?.close())

const make = (title: string, values: object = {}): Promise<AnyRow> =>
  app.inTx(asSystem('test'), async (tx) => {
    const row = await tx.create(sample, { title, watchers: [business.id], ...values })
    return row as unknown as AnyRow
  })
const secret = (title: string, values: object = {}) => make(title, { watchers: [], ...values })
const at = (row: AnyRow) => `/api/samples/${row.id}`
const link = (client: Client, from: AnyRow, to: AnyRow, more: object = {}) =>
  client.post(`${at(from)}/links`, { kind: 'blocks', record: 'sample', target: to.id, ...more })
const links = async (client: Client, row: AnyRow) => (await client.get(`${at(row)}/links`)).body.items

describe('a link', () => {
  it('is made and removed from either end, and the journal of its start tells of it', async () => {
    const [a, b] = [await make('甲'), await make('乙')]
    const made = await link(all, b, a, { direction: 'in' })
    expect(made).toMatchObject({ status: 201, body: { kind: 'blocks', direction: 'in', target: a.id } })
    expect(await links(all, a)).toMatchObject([{ kind: 'blocks', direction: 'out', target: b.id }])
    expect(await links(all, b)).toMatchObject([{ kind: 'blocks', direction: 'in', target: a.id }])
    expect((await all.delete(`${at(b)}/links/${made.body.id}`)).status).toBe(204)
    expect(await links(all, a)).toEqual([])
    const { items, refs } = (await all.get(`${at(a)}/journal`)).body
    const named = { record: 'sample', id: b.id }
    expect(items.slice(0, 2)).toMatchObject([
      { verb: 'unlink', changes: { blocks: [named, null] } },
      { verb: 'link', changes: { blocks: [null, named] } },
    ])
    expect(refs[b.id]).toMatchObject({ label: '乙' })
  })

  it('is there once; what relates relates both ways', async () => {
    const [a, b] = [await make('甲'), await make('乙')]
    await link(all, a, b)
    expect(await link(all, a, b)).toMatchObject({ status: 422, body: { errors: [{ code: 'duplicate' }] } })
    expect((await link(all, b, a)).status).toBe(201)
    await link(all, a, b, { kind: 'relates-to' })
    expect((await link(all, b, a, { kind: 'relates-to' })).status).toBe(422)
  })

  it('leads to nothing that one may not read, and is none to whoever may not read its other end', async () => {
    const [a, hidden] = [await make('甲'), await secret('密')]
    for (const direction of ['in', 'out'])
      expect(await link(few, a, hidden, { direction })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'target', code: 'no-such-record' }] },
      })
    expect((await link(few, a, a)).status).toBe(422)
    const { id } = (await link(all, a, hidden)).body
    expect(await links(few, a)).toEqual([])
    expect((await few.delete(`${at(a)}/links/${id}`)).status).toBe(404)
    expect(await links(all, a)).toHaveLength(1)
    const read = (await few.get(`${at(a)}/journal`)).body
    expect(read.items[0]).toMatchObject({ verb: 'link' })
    expect(JSON.stringify(read)).not.toContain(hidden.number)
    expect(read.refs[hidden.id]).toBeUndefined()
  })

  it('starts nowhere that nothing is added to', async () => {
    const a = await make('甲')
    const line = await app.inTx(engineer, (tx) => tx.create(sampleLine, { text: '行' }))
    const to = { record: 'sample-line', target: line.id }
    expect((await all.post(`${at(a)}/links`, { kind: 'blocks', ...to })).status).toBe(201)
    expect((await all.post(`${at(a)}/links`, { kind: 'blocks', direction: 'in', ...to })).status).toBe(422)
    expect((await all.post(`${at(a)}/links`, { kind: 'blocks', record: 'nothing', target: a.id })).status).toBe(422)
  })
})

describe('the neighbourhood of a record', () => {
  const around = async (client: Client, row: AnyRow, depth = 1) => {
    const { status, body } = await client.get(`${at(row)}/neighbourhood?depth=${depth}`)
    expect(status).toBe(200)
    const title = new Map(body.nodes.map((node: Node) => [node.id, node.label]))
    return {
      nodes: body.nodes.map((node: Node) => `${node.step} ${node.label}`).sort(),
      edges: body.edges.map((edge: Edge) => `${title.get(edge.from)} ${edge.name} ${title.get(edge.to)}`).sort(),
      more: body.more as More[],
    }
  }

  it('holds what it is linked to and what fields name, in and out, one step or two', async () => {
    const top = await make('上')
    const middle = await make('中', { parent: top.id })
    const below = await make('下', { parent: middle.id })
    await make('更下', { parent: below.id })
    const beside = await make('旁')
    await link(all, middle, beside)
    await link(all, await make('远'), beside, { kind: 'caused-by' })
    expect(await around(all, middle)).toEqual({
      nodes: ['0 中', '1 上', '1 下', '1 旁'],
      edges: ['下 parent 中', '中 blocks 旁', '中 parent 上'],
      more: [],
    })
    const two = await around(all, middle, 2)
    expect(two.nodes).toEqual(['0 中', '1 上', '1 下', '1 旁', '2 更下', '2 远'])
    expect(two.edges).toContain('远 caused-by 旁')
  })

  it('ends where the reader may not read, even if something readable lies beyond', async () => {
    const middle = await make('中')
    const wall = await secret('墙', { parent: middle.id })
    await link(all, middle, wall)
    await link(all, wall, await make('后'))
    expect((await around(all, middle, 2)).nodes).toEqual(['0 中', '1 墙', '2 后'])
    expect(await around(few, middle, 2)).toEqual({ nodes: ['0 中'], edges: [], more: [] })
    expect((await few.get(`${at(wall)}/neighbourhood`)).status).toBe(404)
  })

  it('shows so many of what is alike and says that there are more, counting only what may be read', async () => {
    const middle = await make('中')
    for (let n = 0; n < 10; n++) await make(`子${n}`, { parent: middle.id })
    for (let n = 0; n < 10; n++) await link(all, middle, await secret(`密${n}`))
    const full = await around(all, middle)
    expect(full.nodes).toHaveLength(1 + 8 + 8)
    const alike = { of: middle.id, record: 'sample' }
    const children = { ...alike, direction: 'in', kind: 'field', name: 'parent' }
    expect(full.more).toEqual([{ ...alike, direction: 'out', kind: 'link', name: 'blocks' }, children])
    const part = await around(few, middle)
    expect(part.nodes).toHaveLength(9)
    expect(part.nodes).toContain('1 子9')
    expect(part.more).toEqual([children])
  })

  it('asks the database as often for many records as for few', async () => {
    const asked = async (row: AnyRow) => {
      let n = 0
      const count = () => n++
      app.engine.pool.on('acquire', count)
      await around(all, row, 2)
      app.engine.pool.off('acquire', count)
      return n
    }
    const lone = await make('独')
    await make('孙', { parent: (await make('一', { parent: lone.id })).id })
    const crowd = await make('众')
    for (let n = 0; n < 8; n++) await make('孙', { parent: (await make(`子${n}`, { parent: crowd.id })).id })
    const few = await asked(lone)
    expect(few).toBeGreaterThan(4)
    expect(await asked(crowd)).toBe(few)
  })
})
