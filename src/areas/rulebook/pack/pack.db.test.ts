import { afterAll, beforeEach, expect, it } from 'vitest'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { judgeNow } from '../control/server/service.ts'
import { policy } from '../policy/policy.record.ts'
import { type PackData, points } from './pack.rules.ts'
import { packData } from './packs.ts'
import { loadPacks } from './server/load.task.ts'

let app: TestApp
let boss: PersonActor
let manager: Client

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  boss = await app.person('manager')
  manager = await app.as(boss)
})
afterAll(() => app?.close())

const shared = { from: '2026-01-01', verified: 'partly' as const }
const law = (given: PackData['points']): PackData => ({
  ...{ code: 'LAW', title: '某法', titleEn: 'A law', binding: 'law', appliesTo: '全体', appliesToEn: 'All' },
  ...{ source: '公报', verified: 'partly', verifiedOn: null, points: given },
})
const first = points(shared, ['1', '离岗停权', 'Leavers lose access', 'S-08'], ['2', '留痕', 'Logs'])
const held = async (): Promise<
  { id: string; item: string; state: string; effectiveTo: string | null; applies: string; assessment: string | null }[]
> => (await manager.get('/api/obligations?limit=100')).body.items

/** Switched on, as the data above has it. */
async function takeUp(): Promise<void> {
  await loadPacks(app.engine, [law(first)])
  const [one] = (await manager.get('/api/packs')).body.items
  await manager.post(`/api/packs/${one.id}/switch-on`, { reason: '我们受其约束' })
  await loadPacks(app.engine, [law(first)])
}

async function publish(): Promise<void> {
  const writer = await app.person('engineer')
  const id = await app.inTx(writer, async (tx) => {
    const made = await tx.create(policy, {
      ...{ code: 'access', title: '访问办法', area: 'security', owner: writer.id, purpose: '权限', scope: '全体' },
      clauses: [
        { key: '1', heading: '停权', text: '离职当日停权。', controls: ['S-08'] },
        { key: '2', heading: '日志', text: '留存日志。', controls: [] },
      ],
      effectiveOn: '2026-11-24',
    })
    return (await tx.act(policy, made.id, 'submit')).id
  })
  await app.inTx(boss, (tx) => tx.act(policy, id, 'approve'), true)
}

it('comes with the product, off; loading it again changes nothing', async () => {
  await loadPacks(app.engine)
  await loadPacks(app.engine)
  const { items } = (await manager.get('/api/packs?limit=50')).body
  expect(items.map(({ code, state }: { code: string; state: string }) => [code, state]).sort()).toEqual(
    packData.map(({ code }) => [code, 'off']).sort(),
  )
  expect(items.every(({ version }: { version: number }) => version === 1)).toBe(true)
  expect(await held()).toEqual([])
})

it('has its points once it is on, each once, with those of a past law closed', async () => {
  await loadPacks(app.engine)
  const csl = (await manager.get('/api/packs?limit=50')).body.items.find(({ code }: { code: string }) => code === 'CSL')
  await manager.post(`/api/packs/${csl.id}/switch-on`, { reason: '法律' })
  await loadPacks(app.engine)
  const all = await held()
  expect(all.find(({ item }) => item === '21')).toMatchObject({ state: 'closed', effectiveTo: '2025-12-31' })
  expect(all.find(({ item }) => item === '23')).toMatchObject({ state: 'in-force', effectiveTo: null })
  expect(all.length).toBe(packData.find(({ code }) => code === 'CSL')?.points.length)
})

it('keeps what was mapped and assessed when an update closes a point, and lets nobody remove one', async () => {
  await publish()
  await takeUp()
  const two = (await held()).find(({ item }) => item === '2')
  const mapped = { applies: 'applies', assessment: '由日志制度满足', clauses: [{ policy: 'access', clause: '2' }] }
  expect((await manager.post(`/api/obligations/${two?.id}/assess`, mapped)).status).toBe(200)
  app.clock.set('2026-12-01T01:00:00.000Z')
  await loadPacks(app.engine, [law([...first.slice(0, 1), ...points(shared, ['3', '加密', 'Encryption'])])])
  const after = await held()
  expect(after.find(({ item }) => item === '2')).toMatchObject({
    ...{ state: 'closed', effectiveTo: '2026-12-01', ...mapped },
  })
  expect(after.find(({ item }) => item === '3')).toMatchObject({ state: 'in-force', changedOn: '2026-12-01' })
  await expect(app.sql('delete from obligation')).rejects.toThrow('not removed')
})

it('asks for a look at what changed, within its days', async () => {
  await takeUp()
  await judgeNow(app.engine)
  const control = async () => (await manager.get('/api/controls/G-08')).body
  expect(await control()).toMatchObject({ state: 'kept', ok: 2 })
  app.clock.set('2026-12-01T01:00:00.000Z')
  const changed = [...points(shared, ['1', '离岗当日停权', 'Leavers lose access that day', 'S-08']), ...first.slice(1)]
  await loadPacks(app.engine, [law(changed)])
  app.clock.set('2026-12-30T15:59:59.000Z')
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'kept' })
  app.clock.set('2026-12-30T16:00:00.000Z')
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'broken', bad: 1 })
  const one = (await held()).find(({ item }) => item === '1')
  await manager.post(`/api/obligations/${one?.id}/assess`, { assessment: '制度已是当日停权' })
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'kept', bad: 0 })
})

it('is covered by clauses that name its controls or are mapped to it, and shows what nobody meets', async () => {
  await publish()
  await takeUp()
  const points = async () =>
    (await manager.get('/api/coverage?pack=LAW')).body.points.map(
      ({ item, clauses }: { item: string; clauses: { clause: string }[] }) => [item, clauses.map((one) => one.clause)],
    )
  expect(await points()).toEqual([
    ['1', ['1']],
    ['2', []],
  ])
  const two = (await held()).find(({ item }) => item === '2')
  const map = (clause: string) =>
    manager.patch(`/api/obligations/${two?.id}`, { version: 1, clauses: [{ policy: 'access', clause }] })
  expect((await map('9')).body.errors.map(({ path }: { path: string }) => path)).toEqual(['clauses.0.clause'])
  await map('2')
  expect(await points()).toEqual([
    ['1', ['1']],
    ['2', ['2']],
  ])
})
