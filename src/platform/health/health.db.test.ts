import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { seal } from '../write/seal.ts'
import { healthOf } from './health.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString() })
})
afterAll(() => app?.close())

const levels = async (home = tmpdir()) =>
  Object.fromEntries((await healthOf(app.engine, home)).map(({ code, level }) => [code, level]))

it('finds a house in order', async () => {
  await app.sql('delete from graphile_worker._private_jobs')
  await seal(app.engine)
  app.clock.set(new Date().toISOString())
  expect(await levels()).toMatchObject({
    database: 'ok',
    clock: 'ok',
    seals: 'ok',
    jobs: 'ok',
    copies: 'ok',
    partitions: 'ok',
  })
})

it('names what is late, given up, or cannot be looked at', async () => {
  await app.person('operator')
  await app.sql('delete from graphile_worker._private_jobs')
  await app.inTx(asSystem('test'), (tx) => tx.job('never', {}))
  await app.sql('update graphile_worker._private_jobs set attempts = max_attempts')
  expect(await levels()).toMatchObject({ jobs: 'warning', seals: 'ok' })
  app.clock.advance(6 * 60_000)
  expect(await levels('/there/is/no/such/folder')).toMatchObject({ seals: 'bad', clock: 'bad', disk: 'bad' })
})
