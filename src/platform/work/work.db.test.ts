import { afterEach, beforeEach, expect, it } from 'vitest'
import { notFound } from '../../record/problem.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { startWork, type Work, workTask } from './work.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

/** Asks for a piece of work as the manager and runs it, as the jobs' worker would. */
async function begin(work: Work, input: unknown = {}) {
  const manager = await app.person('manager')
  const id = await app.inTx(manager, (tx) => startWork(tx, work.kind, input))
  const run = () => workTask([work])(app.engine, { id } as never)
  return { id, run, client: await app.as(manager) }
}

it('runs for who asked, tells how far it is, and keeps what came of it', async () => {
  const told: unknown[] = []
  const stop = app.engine.events.on<{ record: string }>('personal', (event) => told.push(event.record))
  const { id, run, client } = await begin(
    {
      kind: 'count',
      async run(_engine, person, input: { to: number }, progress) {
        await progress.tell(input.to, input.to)
        return { counted: input.to, by: person.name }
      },
    } as Work,
    { to: 3 },
  )
  expect((await client.get(`/api/work/${id}`)).body).toMatchObject({ state: 'queued', done: 0 })
  await run()
  expect((await client.get(`/api/work/${id}`)).body).toMatchObject({
    state: 'done',
    done: 3,
    total: 3,
    result: { counted: 3, by: '经理' },
  })
  await expect.poll(() => told).toContain('work')
  stop()
})

it('stops between two steps when asked, and what has not begun is over at once', async () => {
  const work: Work = {
    kind: 'endless',
    async run(_engine, _person, _input, progress) {
      for (;;) {
        await progress.check()
        await client.post(`/api/work/${id}/stop`, {})
      }
    },
  }
  const { id, run, client } = await begin(work)
  await run()
  expect((await client.get(`/api/work/${id}`)).body.state).toBe('stopped')

  const second = await begin(work)
  expect((await client.post(`/api/work/${second.id}/stop`, {})).body.state).toBe('stopped')
  await second.run()
  expect((await client.get(`/api/work/${second.id}`)).body.state).toBe('stopped')
})

it('keeps a refusal as its result, and says nothing of a bug', async () => {
  const refused = await begin({ kind: 'refused', run: async () => Promise.reject(notFound()) })
  await refused.run()
  expect((await refused.client.get(`/api/work/${refused.id}`)).body).toMatchObject({
    state: 'failed',
    result: { code: 'not-found' },
  })
  const broken = await begin({ kind: 'broken', run: async () => Promise.reject(new Error('secret')) })
  await broken.run()
  expect((await broken.client.get(`/api/work/${broken.id}`)).body).toMatchObject({ state: 'failed', result: null })
})

it('is nobody else’s', async () => {
  const { id } = await begin({ kind: 'mine', run: async () => null })
  const other = await app.as(await app.person('admin'))
  expect((await other.get(`/api/work/${id}`)).status).toBe(404)
  expect((await other.post(`/api/work/${id}/stop`, {})).status).toBe(404)
  expect((await other.get('/api/work')).body.items).toEqual([])
})
