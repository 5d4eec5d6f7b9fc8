import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { tellTask } from '../../messaging/server/tell.ts'
import { department } from '../../organisation/department/department.record.ts'
import { policy } from '../policy/policy.record.ts'
import { tellHolders } from './server/digest.task.ts'
import { judgeNow } from './server/service.ts'

let app: TestApp
let holder: PersonActor

beforeAll(async () => {
  app = await testApp()
  holder = await app.person('engineer')
  const head = holder.id
  await app.inTx(asSystem('test'), (tx) => tx.create(department, { code: 'ONE', name: '信息部', head }))
  const id = await app.inTx(holder, async (tx) => {
    const made = await tx.create(policy, {
      ...{ code: 'gov', title: '总则', area: 'governance', owner: holder.id, purpose: '职责', scope: '全体' },
      clauses: [
        { key: '1', heading: '部门负责人', text: '部门有负责人。', controls: ['G-05'] },
        { key: '2', heading: '复审', text: '制度按期复审。', controls: ['G-07'] },
      ],
      ...{ effectiveOn: '2026-11-24', reviewEvery: 30 },
    })
    return (await tx.act(policy, made.id, 'submit')).id
  })
  await app.inTx(await app.person('manager'), (tx) => tx.act(policy, id, 'approve'), true)
  await judgeNow(app.engine)
})
afterAll(() => app?.close())

const morning = (date: string) => app.clock.set(`${date}T00:35:00.000Z`)

/** What lies under the holder's bell of what this morning said. */
async function told(): Promise<string[]> {
  await tellHolders(app.engine, {} as never)
  const tell = (payload: never) => tellTask(app.engine, payload)
  const logger = new Logger(() => () => undefined)
  await runOnce({ pgPool: app.engine.pool, noHandleSignals: true, taskList: { tell: tell as never }, logger })
  const rows = await app.sql<{ text: [string, string] }>(
    "select text from notice where person = $1 and why = 'clock' order by at, id",
    [holder.id],
  )
  return rows.map(({ text }) => text[0])
}

it('says nothing where nothing turned', async () => {
  morning('2026-11-25')
  await judgeNow(app.engine)
  expect(await told()).toEqual([])
})

it('tells the holder of a clause that broke since yesterday, once, and not again while it stays so', async () => {
  app.clock.set('2026-11-25T06:00:00.000Z')
  await app.inTx(asSystem('test'), (tx) => tx.create(department, { code: 'TWO', name: '新设部' }))
  await judgeNow(app.engine)
  morning('2026-11-26')
  const first = await told()
  expect(first).toEqual([expect.stringContaining('有条款转为未遵守')])
  expect(await told()).toEqual(first)
  morning('2026-11-27')
  expect(await told()).toEqual(first)
})

it('tells of a review on its day', async () => {
  morning('2026-12-24')
  expect((await told()).at(-1)).toContain('应复审')
})
