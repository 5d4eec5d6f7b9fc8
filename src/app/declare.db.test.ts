import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Behaviour } from '../platform/behaviour.ts'
import type { AnyRecord, RecordWords } from '../record/record.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { contractOf } from '../testing/contract/contract.ts'
import { blocksOf } from '../testing/pages.ts'
import { makeWorld, type World } from '../testing/world.ts'

// The files of docs/declare-a-record.md, laid where their imports lead: beside them `record` and `platform` are the real ones.
const root = fileURLToPath(new URL('../../', import.meta.url))
const made = join(root, '.cache/declared')
const folder = join(made, 'areas/rooms/room-key')
await rm(made, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
for (const floor of ['record', 'platform']) await symlink(join(root, 'src', floor), join(made, floor))
for (const { name, text } of await blocksOf('declare-a-record.md')) if (name) await writeFile(join(folder, name), text)
const load = (name: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ join(folder, name))
const roomKey = (await load('room-key.record.ts'))['roomKey'] as AnyRecord
const words = (await load('room-key.words.ts'))['roomKeyWords'] as RecordWords
const behaviour = (await load('room-key.behaviour.ts'))['roomKeyBehaviour'] as Behaviour

let app: TestApp
let world: World
beforeAll(async () => {
  const area = { code: 'rooms', words: ['机房', 'Rooms'] as const, records: [{ record: roomKey, words }] }
  app = await testApp({ extra: { area, server: { code: 'rooms', behaviours: [behaviour] } } })
  world = await makeWorld(app)
})
afterAll(() => app?.close())

describe('a record declared as the page says', () => contractOf(roomKey, () => world))

it('lends no second key to whoever holds one that is overdue', async () => {
  const { manager, operator } = world.clients
  const register = async (code: string) => {
    const { body } = await manager.post('/api/room-keys', { code, name: `钥匙 ${code}`, room: 'core' })
    return `/api/room-keys/${body.item.id}`
  }
  const [first, second] = [await register('A-1'), await register('A-2')]
  const lend = (key: string, dueBack: string) =>
    operator.post(`${key}/lend`, { holder: world.people.engineer.id, dueBack })
  expect((await lend(first, '2026-11-01')).status).toBe(200)
  const refused = await lend(second, '2026-12-01')
  expect(refused).toMatchObject({ status: 422, body: { code: 'guarded', errors: [{ path: 'holder' }] } })
  expect((await operator.post(`${first}/return`)).status).toBe(200)
  expect((await lend(second, '2026-12-01')).status).toBe(200)
})
