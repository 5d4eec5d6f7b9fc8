import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { startWorker } from './worker.ts'

const soon = { timeout: 10_000 }

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

test('a job queued with a commit is done, and a crontab is kept, under the app’s own role', async () => {
  const faults: unknown[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) })
  const greeted: unknown[] = []
  const worker = await startWorker(
    { ...app.engine, log },
    { greet: async (_engine, payload) => void greeted.push(payload) },
    ['0 0 1 1 * greet'],
  )
  await app.inTx(asSystem('test'), (tx) => tx.job('greet', { to: 'world' }))
  await expect.poll(() => greeted, soon).toEqual([{ to: 'world' }])
  const known = () => app.engine.pool.query('select identifier from graphile_worker._private_known_crontabs')
  await expect.poll(async () => (await known()).rows, soon).toEqual([{ identifier: 'greet' }])
  await worker.stop()
  expect(faults).toEqual([])
})
