import { afterAll, beforeEach, expect, it } from 'vitest'
import { download } from '../../../platform/sides/upload.testing.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { departments, policyInEffect } from '../audit.testing.ts'
import { judgeNow } from '../control/server/service.ts'

let app: TestApp
let auditor: Client
let manager: Client
let engineer: Client
let boss: PersonActor
let chen: PersonActor

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[boss, chen] = [await app.person('manager'), await app.person('engineer')]
  ;[auditor, manager, engineer] = [await app.as(await app.person('auditor')), await app.as(boss), await app.as(chen)]
  await policyInEffect(app, chen)
  await departments(app, boss.id, '交易部', '无首部')
  await judgeNow(app.engine)
})
afterAll(() => app?.close())

const item = async (path: string) => (await auditor.get(path)).body.item
const signed = async (client: Client, path: string, verb: string, more: object = {}) =>
  client.post(`${path}/${verb}`, {
    version: (await item(path)).version,
    signature: { password: testPassword },
    ...more,
  })
const well = (answer: { status: number; body: unknown }, status = 200) =>
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
const minutes = '听取汇报,形成一项决定。'

async function drawnUp(more: object = {}): Promise<string> {
  const answer = await auditor.post('/api/management-reviews', {
    ...{ title: '年中管理评审', startsOn: '2026-01-01', endsOn: '2026-11-24', chair: boss.id, participants: [chen.id] },
    ...more,
  })
  well(answer, 201)
  return `/api/management-reviews/${answer.body.item.id}`
}

it('compiles its figures from the records, anew until it is held, and not after', async () => {
  const path = await drawnUp()
  well(await auditor.post(`${path}/compile`))
  const { figures } = await item(path)
  const governance = figures.areas.find(({ area }: { area: string }) => area === 'governance')
  expect(governance.before).toMatchObject({ broken: 0, kept: 0 })
  expect(governance.after.broken).toBeGreaterThan(0)
  expect(figures.findings).toMatchObject({ open: 0, raised: 0 })
  await auditor.post('/api/findings', {
    title: '缺负责人',
    description: '无首部',
    owner: chen.id,
    control: 'G-05',
    grade: 'major',
  })
  app.clock.advance(60_000)
  well(await auditor.post(`${path}/compile`))
  expect((await item(path)).figures.findings).toMatchObject({ open: 1, raised: 1, major: 1 })
  expect(faultsIn((await auditor.post(`${path}/hold`, { heldOn: '2026-11-25', minutes })).body)).toEqual([
    'heldOn in-the-future',
  ])
  well(await auditor.post(`${path}/hold`, { heldOn: '2026-11-24', minutes }))
  expect((await item(path)).digest).toMatch(/^[0-9a-f]{64}$/)
  expect((await auditor.post(`${path}/compile`)).body.code).toBe('wrong-state')
  expect((await auditor.patch(path, { version: (await item(path)).version, title: '另' })).status).toBe(403)
})

it('is signed by management once it decided something, and closed once that is done and verified', async () => {
  const path = await drawnUp()
  const { id } = await item(path)
  await auditor.post(`${path}/compile`)
  await auditor.post(`${path}/hold`, { heldOn: '2026-11-24', minutes })
  expect(faultsIn((await signed(manager, path, 'sign')).body)).toEqual([' no-decision'])
  const decision = { title: '任命负责人', owner: chen.id, due: '2026-12-31', managementReview: id }
  const { id: action } = (await manager.post('/api/actions', decision)).body.item
  well(await signed(manager, path, 'sign'))
  expect(await item(path)).toMatchObject({ state: 'signed', signedBy: boss.id })
  expect(faultsIn((await auditor.post(`${path}/close`)).body)).toEqual([' decision-open'])
  await judgeNow(app.engine)
  expect((await manager.get('/api/controls/G-14')).body).toMatchObject({ state: 'kept', ok: 1 })
  well(await engineer.post(`/api/actions/${action}/finish`, { outcome: '已任命。' }))
  well(await auditor.post(`/api/actions/${action}/verify`))
  well(await auditor.post(`${path}/close`))
  const { bytes } = await download(app, await app.token(boss), `${path}/pdf?lang=zh`)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

it('is not signed by whoever prepared it', async () => {
  const answer = await manager.post('/api/management-reviews', {
    ...{ title: '年中', startsOn: '2026-01-01', endsOn: '2026-11-24', chair: boss.id },
  })
  const path = `/api/management-reviews/${answer.body.item.id}`
  await manager.post(`${path}/compile`)
  await manager.post(`${path}/hold`, { heldOn: '2026-11-24', minutes })
  expect((await signed(manager, path, 'sign')).body.code).toBe('same-person')
})
