import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { type Cast, castOf, effectiveRunbook, step } from '../../run/server/stage.testing.ts'
import { runbook } from '../runbook.record.ts'
import type { StepInput } from '../step.rules.ts'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await testApp()
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

const draft = async (code: string, steps: StepInput[], more: Record<string, unknown> = {}) =>
  (await app.as(cast.engineer)).post('/api/runbooks', {
    code,
    title: '开市',
    kind: 'opening',
    purpose: '开市前的检查',
    steps,
    ...more,
  })

const signature = { password: 'a password for tests' }

test('an edition is written, submitted, and approved by somebody else, with a signature', async () => {
  const engineer = await app.as(cast.engineer)
  const manager = await app.as(cast.manager)
  const made = await draft('LIFE', [step('a')])
  expect(made).toMatchObject({ status: 201, body: { item: { state: 'draft', edition: 1 } } })
  const path = `/api/runbooks/${made.body.item.id}`
  expect(await engineer.post(`${path}/submit`, {})).toMatchObject({
    status: 200,
    body: { item: { state: 'in-review' } },
  })
  const returned = await manager.post(`${path}/return`, { returnReason: '缺少结算检查' })
  expect(returned.body.item).toMatchObject({ state: 'draft', returnReason: '缺少结算检查' })
  await engineer.post(`${path}/submit`, {})
  const { version } = (await manager.get(path)).body.item
  expect(await manager.post(`${path}/approve`, { version })).toMatchObject({ status: 422 })
  const approved = await manager.post(`${path}/approve`, { version, signature })
  expect(approved.body.item).toMatchObject({ state: 'effective', approvedBy: cast.manager.id })
})

test('the author cannot approve, not even as a manager', async () => {
  const both = await app.person('manager', 'engineer')
  const client = await app.as(both)
  const made = await client.post('/api/runbooks', {
    code: 'SELF',
    title: '自批',
    kind: 'other',
    purpose: '自批',
    steps: [step('a')],
  })
  const path = `/api/runbooks/${made.body.item.id}`
  await client.post(`${path}/submit`, {})
  const { version } = (await client.get(path)).body.item
  expect(await client.post(`${path}/approve`, { version, signature })).toMatchObject({
    status: 409,
    body: { code: 'same-person' },
  })
  await expect(
    app.engine.db.updateTable('runbook').set({ approvedBy: both.id }).where('code', '=', 'SELF').execute(),
  ).rejects.toMatchObject({ constraint: 'runbook_approval_two_people' })
})

test('every fault is told when it is submitted, and in the editor before', async () => {
  const engineer = await app.as(cast.engineer)
  const made = await draft('BAD', [
    step('a', { needs: ['c'] }),
    step('b', { needs: ['a'], mode: 'command', components: ['ghost'] }),
    step('c', { needs: ['b'], makerPost: 'nobody', probe: 'PRB-0' }),
  ])
  const path = `/api/runbooks/${made.body.item.id}`
  const refused = await engineer.post(`${path}/submit`, {})
  const expected = [
    'steps.0.needs cycle',
    'steps.1.action no-action',
    'steps.1.components.0 unknown-component',
    'steps.2.makerPost unknown-post',
    'steps.2.probe unknown-probe',
  ]
  const named = (faults: { path: string; code: string }[]) => faults.map(({ path, code }) => `${path} ${code}`).sort()
  expect(refused.status).toBe(422)
  expect(named(refused.body.errors)).toEqual(expected)
  expect(named((await engineer.post(`${path}/check`, {})).body.faults)).toEqual(expected)
})

test('a step of the wrong shape is refused with its place', async () => {
  const wrong = { ...step('a'), mode: 'magic', shell: 'rm -rf /' } as unknown as StepInput
  const refused = await draft('SHAPE', [wrong])
  expect(refused.status).toBe(422)
  const paths = refused.body.errors.map(({ path }: { path: string }) => path)
  expect(paths).toContain('steps.0.mode')
})

test('what is no draft any more cannot be changed, by nobody', async () => {
  const book = await effectiveRunbook(app, cast, [step('a')], { code: 'FIXED' })
  const engineer = await app.as(cast.engineer)
  expect(await engineer.patch(`/api/runbooks/${book.id}`, { version: book.version, title: '改名' })).toMatchObject({
    status: 403,
  })
  await expect(
    app.inTx(cast.manager, (tx) => tx.as('import').update(runbook, book.id, { title: '改名' })),
  ).rejects.toMatchObject({ faults: [{ code: 'not-a-draft' }] })
})

test('a new edition comes from the effective one, one at a time', async () => {
  const book = await effectiveRunbook(app, cast, [step('a')], { code: 'NEXT' })
  const engineer = await app.as(cast.engineer)
  expect(await draft('NEXT', [step('a')])).toMatchObject({
    status: 409,
    body: { code: 'duplicate', holder: { id: book.id } },
  })
  const made = await engineer.post(`/api/runbooks/${book.id}/new-edition`, {})
  expect(made).toMatchObject({ status: 200, body: { edition: 2 } })
  expect(await engineer.post(`/api/runbooks/${book.id}/new-edition`, {})).toMatchObject({
    status: 409,
    body: { holder: { id: made.body.id } },
  })
  await app.inTx(cast.engineer, (tx) => tx.act(runbook, made.body.id, 'submit'))
  await app.inTx(cast.manager, (tx) => tx.act(runbook, made.body.id, 'approve'), true)
  const family = await app.engine.db
    .selectFrom('runbook')
    .select(['edition', 'state'])
    .where('code', '=', 'NEXT')
    .orderBy('edition')
    .execute()
  expect(family).toEqual([
    { edition: 1, state: 'superseded' },
    { edition: 2, state: 'effective' },
  ])
  await expect(
    app.engine.db.updateTable('runbook').set({ state: 'effective' }).where('code', '=', 'NEXT').execute(),
  ).rejects.toMatchObject({ constraint: 'runbook_one_effective' })
})

test('a mirror has no steps of its own and needs something to mirror', async () => {
  const engineer = await app.as(cast.engineer)
  const lonely = await draft('MIRROR', [], { mirrors: 'NOTHING' })
  const refused = await engineer.post(`/api/runbooks/${lonely.body.item.id}/submit`, {})
  expect(refused.body.errors).toMatchObject([{ path: 'mirrors', code: 'no-original' }])
  await effectiveRunbook(app, cast, [step('a')], { code: 'ORIGINAL' })
  const doubled = await draft('DOUBLED', [step('a')], { mirrors: 'ORIGINAL' })
  expect((await engineer.post(`/api/runbooks/${doubled.body.item.id}/submit`, {})).body.errors).toMatchObject([
    { path: 'steps', code: 'mirror-with-steps' },
  ])
})
