import { afterAll, beforeEach, expect, it } from 'vitest'
import { openEngine } from '../../../app/open.ts'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { judgeNow } from './server/service.ts'
import { judgeAnew } from './server/store.ts'
import { sweepOn } from './server/sweep.ts'

let app: TestApp
let manager: Client

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  manager = await app.as(await app.person('manager'))
  for (const code of ['A', 'B', 'C', 'D'])
    await app.inTx(asSystem('test'), (tx) => tx.create(department, { code, name: `${code}部` }))
  await judgeNow(app.engine)
})
afterAll(() => app?.close())

const control = async () => (await manager.get('/api/controls/G-05')).body
const anew = () => app.inTx(asSystem('test'), (tx) => judgeAnew(tx, { id: 'G-05', version: 1 }, {}, null))
/** Departments there are: four, and those of the people who look. */
const all = async () => Number((await app.sql<{ n: string }>('select count(*) as n from department'))[0]?.n)

it('says how far it has come, and shows no mix as settled', async () => {
  const before = await control()
  expect(before).toMatchObject({ state: 'broken', anew: null })
  await anew()
  expect(await control()).toMatchObject({ state: 'anew', anew: { done: 0, of: null } })
  await sweepOn(app.engine, 1)
  expect(await control()).toMatchObject({ state: 'anew', anew: { done: 1, of: await all() } })
  const { items } = (await manager.get('/api/controls/G-05/items')).body
  const old = items.map((one: { old: boolean }) => one.old)
  expect(old.filter(Boolean).length).toBe(old.length - 1)
  const page = (await manager.get('/api/rulebook')).body.controls
  expect(page.find(({ id }: { id: string }) => id === 'G-05')).toMatchObject({ state: 'anew', anew: { done: 1 } })
  while (await sweepOn(app.engine, 1)) {}
  const after = await control()
  expect(after).toMatchObject({ state: 'broken', anew: null, since: before.since })
  expect(after.spans).toEqual(before.spans)
})

it('goes on where another copy was killed', async () => {
  await anew()
  await sweepOn(app.engine, 1)
  await sweepOn(app.engine, 1)
  const other = await openEngine({ url: app.url, files: app.engine.files, clock: app.clock })
  try {
    await sweepOn(other.engine, 1)
    expect(await control()).toMatchObject({ anew: { done: 3 } })
    while (await sweepOn(other.engine, 1)) {}
    expect(await control()).toMatchObject({ state: 'broken', anew: null })
  } finally {
    await other.close()
  }
})

it('leaves what another version is to judge to whoever knows that version', async () => {
  await app.sql(`update control_state set version = 7, sweeping = true, swept_to = null where control = 'G-05'`)
  expect(await sweepOn(app.engine)).toBe(false)
  expect(await control()).toMatchObject({ state: 'anew' })
  const head = (await app.person('operator')).id
  const [one] = await app.sql<{ id: string }>(`select id from department where code = 'A'`)
  await app.inTx(asSystem('test'), (tx) => tx.update(department, one?.id ?? '', { head }))
  expect((await app.sql('select 1 from control_touch')).length).toBeGreaterThan(0)
  // Its own code again, as after going back to the release before: it takes it up.
  await judgeNow(app.engine)
  expect(await app.sql(`select standing from control_item where control = 'G-05' and subject = '${one?.id}'`)).toEqual([
    { standing: 'ok' },
  ])
})

it('lets go of what it did not come by', async () => {
  await app.sql(`insert into control_item (control, subject, standing, zh, en, proof, since, judged_at, sweep)
    values ('G-05', '00000000-0000-7000-8000-000000000001', 'bad', '旧', 'old', '[]', now(), now(), 0)`)
  await app.sql(`update control_state set bad = bad + 1 where control = 'G-05'`)
  const { bad } = await control()
  await anew()
  await judgeNow(app.engine)
  expect((await control()).bad).toBe(bad - 1)
})

it('judges what is written while it goes on by what is new', async () => {
  const head = (await app.person('operator')).id
  await anew()
  await sweepOn(app.engine, 1)
  const [last] = await app.sql<{ id: string }>(`select id from department order by id desc limit 1`)
  await app.inTx(asSystem('test'), (tx) => tx.update(department, last?.id ?? '', { head }))
  await app.inTx(asSystem('test'), (tx) => tx.act(person, head, 'leave'))
  await judgeNow(app.engine)
  expect(
    await app.sql(`select standing, sweep from control_item where control = 'G-05' and subject = '${last?.id}'`),
  ).toEqual([{ standing: 'bad', sweep: 2 }])
})
