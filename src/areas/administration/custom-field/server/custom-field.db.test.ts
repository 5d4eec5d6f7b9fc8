import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'

let app: TestApp
let manager: Client
let operator: Client
beforeAll(async () => {
  app = await testApp()
  manager = await app.as(await app.person('manager'))
  operator = await app.as(await app.person('operator'))
  await define({ key: 'floor', kind: 'number', name: '楼层', nameEn: 'Floor' })
  await define({ key: 'since', kind: 'date', name: '起始日', nameEn: 'Since' })
  await define({
    key: 'line',
    kind: 'choice',
    name: '线路',
    nameEn: 'Line',
    choices: [
      { value: 'telecom', words: ['电信', 'Telecom'] },
      { value: 'unicom', words: ['联通', 'Unicom'] },
    ],
    when: [{ field: 'affectsTrading', op: 'is', value: true }],
    required: true,
  })
  const known = () => app.engine.customFields(app.engine.registry.get('incident').record).length
  await vi.waitFor(() => expect(known()).toBe(3))
})
afterAll(() => app?.close())

async function define(values: object): Promise<void> {
  const made = await manager.post('/api/custom-fields', { record: 'incident', ...values })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect((await manager.post(`/api/custom-fields/${made.body.item.id}/activate`)).status).toBe(200)
}

const report = (custom: object, more: object = {}) =>
  operator.post('/api/incidents', { title: '线路中断', ...more, custom })

describe('a field that the firm added', () => {
  it('is given, kept with its type, and journalled by itself', async () => {
    const made = await report({ floor: 3, line: 'telecom' }, { affectsTrading: true })
    expect(made).toMatchObject({ status: 201, body: { item: { custom: { floor: 3, line: 'telecom' } } } })
    const at = `/api/incidents/${made.body.item.id}`
    const changed = await manager.patch(at, { version: made.body.item.version, custom: { floor: 4 } })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(changed.body.item.custom).toEqual({ floor: 4, line: 'telecom' })
    const [last] = (await manager.get(`${at}/journal`)).body.items
    expect(last.changes).toEqual({ 'custom.floor': [3, 4] })

    expect(
      (await manager.patch(at, { version: changed.body.item.version, custom: { floor: null } })).body.item.custom,
    ).toEqual({
      line: 'telecom',
    })
  })

  it('tells every fault at once: unknown, of the wrong type, not for this category, required', async () => {
    const { status, body } = await report({ floor: 'three', colour: 'red', line: 'telecom' })
    expect(status).toBe(422)
    expect(body.errors.map((one: { path: string; code: string }) => [one.path, one.code])).toEqual([
      ['custom.floor', 'wrong-type'],
      ['custom.colour', 'unknown-field'],
      ['custom.line', 'unknown-field'],
    ])
    const missing = await report({}, { affectsTrading: true })
    expect(missing.body.errors).toMatchObject([{ path: 'custom.line', code: 'required' }])
    expect((await report({ line: 'mobile' }, { affectsTrading: true })).body.errors).toMatchObject([
      { path: 'custom.line', code: 'wrong-type' },
    ])
  })

  it('asks nothing of the system, and lets stay what was once right', async () => {
    const made = await report({ line: 'unicom' }, { affectsTrading: true })
    const at = `/api/incidents/${made.body.item.id}`
    const changed = await manager.patch(at, { version: made.body.item.version, affectsTrading: false, urgency: 'low' })
    expect(changed.body.item.custom).toEqual({ line: 'unicom' })
  })
})

describe('a list', () => {
  beforeAll(async () => {
    for (const [title, custom] of [
      ['甲', { floor: 2, since: '2026-11-20' }],
      ['乙', { floor: 10, since: '2026-11-24' }],
      ['丙', { floor: 10 }],
      ['丁', {}],
    ] as const)
      expect((await report(custom, { title, affectsTrading: false })).status).toBe(201)
  })
  const asked = (filter: string) => manager.get(`/api/incidents?${filter}`)
  const found = async (filter: string) => {
    const { status, body } = await asked(filter)
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items.map((one: { title: string }) => one.title).filter((title: string) => title.length === 1)
  }

  it('is filtered by such a field as by any other: is, is not, has none, from, to', async () => {
    expect(await found('custom.floor=10')).toEqual(['丙', '乙'])
    expect(await found('custom.floor=10,2')).toEqual(['丙', '乙', '甲'])
    expect(await found('custom.floor.not=10')).toEqual(['丁', '甲'])
    expect(await found('custom.floor=')).toEqual(['丁'])
    expect(await found('custom.since.not=')).toEqual(['乙', '甲'])
    expect(await found('custom.floor=10&custom.since=2026-11-24')).toEqual(['乙'])
    // As numbers, not as text: 10 is more than 9.
    expect(await found('custom.floor.from=9')).toEqual(['丙', '乙'])
    expect(await found('custom.floor.from=2&custom.floor.to=9.5')).toEqual(['甲'])
    expect(await found('custom.since.to=2026-11-23')).toEqual(['甲'])
    expect(await found('custom.since.from=@today&custom.since.to=@today')).toEqual(['乙'])
    expect(await found('custom.since.from=3')).toEqual([])
  })

  it('is not filtered by what is no such filter, and takes nothing for a condition of the database', async () => {
    for (const filter of ['custom.floor.near=3', 'custom.since.from=soon', 'custom.FLOOR=3', 'custom.=3'])
      expect((await asked(filter)).body.errors, filter).toMatchObject([{ code: 'bad-filter' }])
    expect((await asked('costum.floor=3')).body.errors).toMatchObject([{ code: 'unknown-field' }])
    expect(await found(`custom.floor=${encodeURIComponent(`3"}'; drop table incident; --`)}`)).toEqual([])
    expect((await manager.get('/api/log-entries?custom.floor=3')).status).toBe(422)
  })

  it('is exported with just the columns chosen of them', async () => {
    const file = await manager.get('/api/incidents/export?format=json&columns=title,custom.floor&custom.floor.from=9')
    expect(file.status).toBe(200)
    const known = { id: expect.any(String), version: 1 }
    expect(file.body).toEqual({
      items: [
        { ...known, title: '丙', custom: { floor: 10 } },
        { ...known, title: '乙', custom: { floor: 10 } },
      ],
      refs: {},
    })
  })
})

it('is defined once for each key, holds together, and is a manager’s to define', async () => {
  const again = { record: 'incident', key: 'floor', kind: 'text', name: '楼层', nameEn: 'Floor' }
  expect(await manager.post('/api/custom-fields', again)).toMatchObject({ status: 409, body: { code: 'duplicate' } })
  const wrong = { ...again, key: 'Über', kind: 'choice', when: [{ field: 'nothing', op: 'is', value: 1 }] }
  const { body } = await manager.post('/api/custom-fields', wrong)
  expect(body.errors.map((one: { path: string }) => one.path).sort()).toEqual(['choices', 'key', 'when.0.field'])
  expect((await manager.post('/api/custom-fields', { ...again, key: 'x', record: 'log-entry' })).status).toBe(422)
  expect((await operator.post('/api/custom-fields', { ...again, key: 'y' })).status).toBe(403)
})
