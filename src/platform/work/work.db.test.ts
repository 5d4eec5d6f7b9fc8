import { afterEach, beforeEach, expect, it } from 'vitest'
import { notFound } from '../../record/problem.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { startWorker } from '../jobs/worker.ts'
import { takeUpWork } from './take-up.ts'
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

it('is taken up by another copy when the one that had it in hand is dead, and only then', async () => {
  const started: string[] = []
  const work: Work = { kind: 'long', run: async (_engine, _person, _input, _progress, id) => void started.push(id) }
  const { id } = await begin(work)
  const inHand = (copy: number) => app.sql("update work set state = 'running', copy = $1 where id = $2", [copy, id])
  // Its job is in the hands of a worker that will never let go.
  await app.sql("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now(), attempts = 1")
  const jobs = async () => (await app.sql('select 1 from graphile_worker._private_jobs')).length
  const before = await jobs()
  await inHand(app.engine.copy)
  await takeUpWork(app.engine, undefined as never)
  expect(await jobs()).toBe(before)

  await inHand(2_000_000_000)
  await takeUpWork(app.engine, undefined as never)
  await takeUpWork(app.engine, undefined as never) // once is enough
  const worker = await startWorker(app.engine, { work: workTask([work]) }, [])
  await expect.poll(() => started, { timeout: 10_000 }).toEqual([id])
  await worker.stop()
  expect(started).toEqual([id])
})

it('is nobody else’s', async () => {
  const { id } = await begin({ kind: 'mine', run: async () => null })
  const other = await app.as(await app.person('admin'))
  expect((await other.get(`/api/work/${id}`)).status).toBe(404)
  expect((await other.post(`/api/work/${id}/stop`, {})).status).toBe(404)
  expect((await other.get('/api/work')).body.items).toEqual([])
})
