import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'

let app: TestApp
let admin: Client
beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString() })
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

it('shows how the house stands to those who keep it, and to nobody else', async () => {
  const { body } = await admin.get('/api/house/health')
  expect(body.items.map((one: { code: string }) => one.code).sort()).toEqual([
    'clock',
    'copies',
    'database',
    'disk',
    'evaluators',
    'event-sources',
    'jobs',
    'mailboxes',
    'messages',
    'partitions',
    'seals',
  ])
  const operator = await app.as(await app.person('operator'))
  for (const path of ['health', 'jobs', 'sessions']) expect((await operator.get(`/api/house/${path}`)).status).toBe(403)
  expect((await operator.post('/api/house/jobs/drop', { id: '1' })).status).toBe(403)
})

it('tries a job again that was given up, or gives it up for good', async () => {
  await app.sql('delete from graphile_worker._private_jobs')
  await app.inTx(asSystem('test'), (tx) => tx.job('broken', {}))
  await app.sql("update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no route'")
  const [job] = (await admin.get('/api/house/jobs')).body.items
  expect(job).toMatchObject({ task: 'broken', state: 'given-up', lastError: 'no route' })
  expect((await admin.post('/api/house/jobs/retry', { id: job.id })).status).toBe(200)
  expect((await admin.get('/api/house/jobs')).body.items[0]).toMatchObject({ state: 'waiting', attempts: 0 })
  expect((await admin.post('/api/house/jobs/drop', { id: job.id })).status).toBe(200)
  expect((await admin.get('/api/house/jobs')).body.items).toEqual([])
  expect((await admin.post('/api/house/jobs/retry', { id: job.id })).status).toBe(404)
})

it('lists who is signed in, and ends their sessions at once', async () => {
  const checker = await app.person('checker')
  const client = await app.as(checker)
  const account = app.engine.db.selectFrom('account').select('login').where('person', '=', checker.id)
  const { login } = await account.executeTakeFirstOrThrow()
  const { body } = await admin.get('/api/house/sessions')
  expect(body.sessions).toContainEqual(expect.objectContaining({ login }))
  expect(body.tokens).toContainEqual(expect.objectContaining({ login, name: 'test' }))
  expect((await admin.post('/api/house/sessions/end', { login })).body).toEqual({ ended: 1 })
  expect((await admin.get('/api/house/sessions')).body.sessions).not.toContainEqual(expect.objectContaining({ login }))
  const [entry] = (await client.get(`/api/people/${checker.id}/journal`)).body.items
  expect(entry).toMatchObject({ verb: 'end-sessions', changes: { sessions: [1, 0] } })
})
