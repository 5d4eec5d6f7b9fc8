import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../../../app/records.ts'
import { verify } from '../../../../platform/write/verify.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { makeComponent } from '../../testing/watching.ts'
import { writeLog } from './log.ts'

let app: TestApp
let operator: Client

beforeAll(async () => {
  app = await testApp()
  operator = await app.as(await app.person('operator'))
})
afterAll(() => app.close())

const owner = async (text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: app.url })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

describe('the operations log', () => {
  it('takes notes by hand, of the trading day, and no kind that is the system’s', async () => {
    app.clock.set('2026-11-27T13:00:00.000Z') // Friday 21:00, the night session: Monday's
    const made = await operator.post('/api/log-entries', { text: '夜盘前检查机房温度 22 度' })
    expect(made.status).toBe(201)
    const row = await app.engine.db
      .selectFrom('logEntry')
      .selectAll()
      .where('kind', '=', 'note')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'note', tradingDay: '2026-11-30', createdBy: (await app.person('operator')).id })
    expect(await operator.post('/api/log-entries', { text: '假的', kind: 'alarm' })).toMatchObject({ status: 422 })
    const business = await app.as(await app.person('business'))
    expect(await business.post('/api/log-entries', { text: '不该能写' })).toMatchObject({ status: 403 })
    expect((await operator.patch(`/api/log-entries/${row.id}`, { version: 1 })).status).toBeGreaterThanOrEqual(400)
  })

  it('writes a line under the person, or for one who may not write by hand under their name', async () => {
    const business = await app.person('business')
    const line = { kind: 'incident', text: ['报障', 'Reported'] } as const
    const mine = await app.inTx(await app.person('operator'), (tx) => writeLog(tx, line))
    const theirs = await app.inTx(business, (tx) => writeLog(tx, line))
    expect(mine.createdBy).toBe((await app.person('operator')).id)
    expect(theirs.createdBy).toBeNull()
    const entry = await app.engine.db
      .selectFrom('journal')
      .select('actorName')
      .where('recordId', '=', theirs.id)
      .executeTakeFirst()
    expect(entry?.actorName).toBe(business.name)
  })

  it('is read by trading day in pages, with counts and what recurs', async () => {
    app.clock.set('2026-12-01T02:00:00.000Z')
    const node = await makeComponent(app, '银行专线')
    const person = await app.person('operator')
    await app.inTx(person, async (tx) => {
      for (let i = 0; i < 120; i++) await writeLog(tx, { kind: 'run', text: [`第 ${i} 步`, `Step ${i}`] })
      for (let i = 0; i < 3; i++) {
        await writeLog(tx, { kind: 'alarm', severity: 'warning', text: ['线路慢', 'Line slow'], component: node.id })
      }
    })
    const day = '/api/log/day?tradingDay=2026-12-01'
    const first = await operator.get(day)
    expect(first.body.items).toHaveLength(100)
    expect(first.body.counts).toEqual([
      { kind: 'alarm', count: 3 },
      { kind: 'component', count: 1 },
      { kind: 'run', count: 120 },
    ])
    expect(first.body.recurring).toEqual([
      { kind: 'alarm', component: { id: node.id, name: '银行专线' }, count: 3, days: 1 },
    ])
    const second = await operator.get(`${day}&after=${first.body.next}`)
    expect(second.body).toMatchObject({ next: null })
    expect(second.body.items).toHaveLength(24)
    const all = [...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)
    expect(new Set(all).size).toBe(124)
    const newest = await operator.get(`${day}&order=newest&kind=run`)
    expect(newest.body.items[0]).toMatchObject({ text: '第 119 步', textEn: 'Step 119', by: { name: person.name } })
    expect((await operator.get(`${day}&component=${node.id}`)).body.items).toHaveLength(4)
    expect((await operator.get('/api/log/day?tradingDay=yesterday')).status).toBe(422)
  })

  it('cannot be changed or removed by the app at all', async () => {
    await expect(app.engine.db.updateTable('logEntry').set({ text: '改了' }).execute()).rejects.toThrow(
      /permission|append only/,
    )
    await expect(app.engine.db.deleteFrom('logEntry').execute()).rejects.toThrow(/permission|append only/)
    await expect(owner("update log_entry set text = '改了'")).rejects.toThrow(/append only/)
  })
})

describe('O11 tampering', () => {
  it('names the entry that a superuser changed behind the triggers, and one that was removed', async () => {
    const lines = await app.engine.db.selectFrom('logEntry').select(['id', 'number', 'text']).orderBy('id').execute()
    expect((await verify(app.engine.db, registry)).broken).toBeNull()
    const [victim] = lines.slice(5)
    const by = (statement: string, values: unknown[]) =>
      owner('alter table log_entry disable trigger all')
        .then(() => owner(statement, values))
        .finally(() => owner('alter table log_entry enable trigger all'))

    await by('update log_entry set text = $2 where id = $1', [victim?.id, '什么也没有发生'])
    expect((await verify(app.engine.db, registry)).broken).toMatchObject({
      record: 'log-entry',
      number: victim?.number,
    })
    await by('update log_entry set text = $2 where id = $1', [victim?.id, victim?.text])
    expect((await verify(app.engine.db, registry)).broken).toBeNull()

    await by('delete from log_entry where id = $1', [victim?.id])
    expect((await verify(app.engine.db, registry)).broken).toMatchObject({
      record: 'log-entry',
      id: victim?.id,
      why: 'the record was removed',
    })
  })

  it('keeps its order when the machine’s clock is set back', async () => {
    const person = await app.person('operator')
    const write = (text: string) => app.inTx(person, (tx) => writeLog(tx, { kind: 'note', text: [text, text] }))
    app.clock.set('2026-12-03T02:00:00.000Z')
    const before = await write('前')
    app.clock.set('2026-12-03T01:00:00.000Z')
    const after = await write('后')
    const day = await operator.get('/api/log/day?tradingDay=2026-12-03')
    const ids = day.body.items.map((one: { id: string }) => one.id)
    expect(ids.indexOf(before.id)).toBeLessThan(ids.indexOf(after.id))
    expect(Number(before.number.slice(-4))).toBeLessThan(Number(after.number.slice(-4)))
  })
})
