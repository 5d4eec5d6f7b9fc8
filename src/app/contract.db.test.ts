import { afterAll, beforeAll, describe } from 'vitest'
import { type TestApp, testApp } from '../testing/app.ts'
import { contractOf } from '../testing/contract/contract.ts'
import { sampleArea } from '../testing/sample.ts'
import { makeWorld, type World } from '../testing/world.ts'
import { registry } from './records.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  world = await makeWorld(app)
})
afterAll(() => app?.close())

describe.each([...registry.all, ...sampleArea.records].map(({ record }) => [record.name, record] as const))(
  '%s',
  (_name, record) => contractOf(record, () => world),
)
