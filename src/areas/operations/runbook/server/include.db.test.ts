import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, step, stepNow } from '../../run/server/stage.testing.ts'
import { runbook } from '../runbook.record.ts'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await testApp()
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

const standsFor = (key: string, code: string, needs: string[] = []) =>
  step(key, { mode: 'runbook', runbook: code, needs })
const keysOf = async (run: string) =>
  (
    await app.engine.db
      .selectFrom('runStep')
      .select(['key', 'needs'])
      .where('run', '=', run)
      .orderBy('position')
      .execute()
  ).map(({ key, needs }) => `${key} < ${needs.join(' ')}`)

test('a run does the steps of the edition that is effective when it begins, in the place of the step that stands for it', async () => {
  const backup = await effectiveRunbook(app, cast, [step('copy'), step('read', { needs: ['copy'] })], {
    code: 'BACKUP',
  })
  const upgrade = await effectiveRunbook(app, cast, [standsFor('save', 'BACKUP'), step('swap', { needs: ['save'] })], {
    code: 'UPGRADE',
  })
  const first = await begin(app, cast.li, upgrade)
  expect(await keysOf(first.id)).toEqual(['save-copy < ', 'save-read < save-copy', 'swap < save-read'])
  await act(app, cast.li, first.id, 'save-copy', 'start')
  await act(app, cast.li, first.id, 'save-copy', 'done')
  expect(await stepNow(app, first.id, 'save-read')).toMatchObject({ state: 'ready' })
  expect(await stepNow(app, first.id, 'swap')).toMatchObject({ state: 'waiting' })

  const engineer = await app.as(cast.engineer)
  const { id } = (await engineer.post(`/api/runbooks/${backup.id}/new-edition`, {})).body
  const draft = (await engineer.get(`/api/runbooks/${id}`)).body.item
  await engineer.patch(`/api/runbooks/${id}`, {
    steps: [...draft.steps, step('off-site', { needs: ['read'] })],
    version: draft.version,
  })
  await app.inTx(cast.engineer, (tx) => tx.act(runbook, id, 'submit'))
  await app.inTx(cast.manager, (tx) => tx.act(runbook, id, 'approve'), true)
  await app.inTx(
    cast.li,
    async (tx) => tx.act((await import('../../run/run.record.ts')).run, first.id, 'abort', { abortReason: '换版' }),
    true,
  )
  const second = await begin(app, cast.li, upgrade)
  expect(await keysOf(second.id)).toContain('swap < save-off-site')
  expect(await keysOf(first.id)).toContain('swap < save-read')
})

test('one that stands for nothing, or for itself, is refused with its place, and so is one without a runbook', async () => {
  const engineer = await app.as(cast.engineer)
  const made = await engineer.post('/api/runbooks', {
    ...{ code: 'RING', title: '环', kind: 'other', purpose: '环' },
    steps: [standsFor('a', 'RING'), standsFor('b', 'NONE', ['a']), step('c', { mode: 'runbook', needs: ['b', 'x'] })],
  })
  const refused = await engineer.post(`/api/runbooks/${made.body.item.id}/submit`, {})
  expect(refused.status).toBe(422)
  const told = refused.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
  expect(told.sort()).toEqual([
    'steps.0.runbook runbook-ring',
    'steps.1.runbook unknown-runbook',
    'steps.2.needs.1 unknown-need',
    'steps.2.runbook no-runbook',
    'steps.2.runbook unknown-runbook',
  ])
})
