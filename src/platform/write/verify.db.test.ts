import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logEntry } from '../../areas/operations/log-entry/log-entry.record.ts'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { canonical, digestOf } from './canonical.ts'
import { entryDigest } from './journal.ts'
import { merkleRoot, seal, sealDigest } from './seal.ts'
import { verify } from './verify.ts'

let app: TestApp
let ids: { line: string; other: string; incident: string }

beforeAll(async () => {
  app = await testApp()
  const operator = await app.person('operator')
  await app.as(operator) // journals their token
  ids = await app.inTx(operator, async (tx) => {
    const line = await tx.create(logEntry, { text: '开市', severity: 'info' })
    const other = await tx.create(logEntry, { text: '闭市' })
    const made = await tx.create(incident, { title: '报单慢' })
    return { line: line.id, other: other.id, incident: made.id }
  })
  await seal(app.engine)
  await app.inTx(operator, (tx) => tx.act(incident, ids.incident, 'start'))
  await seal(app.engine)
  await app.inTx(operator, (tx) => tx.act(incident, ids.incident, 'wait', { waitingFor: '厂商' }))
  await seal(app.engine)
  await app.inTx(operator, (tx) => tx.act(incident, ids.incident, 'resume')) // not sealed yet
  // From here on as somebody who holds the database and can switch every trigger off.
  await app.sql('set session_replication_role = replica')
  // Rows are put back whole, also the column that PostgreSQL computes.
  for (const table of ['log_entry', 'incident'])
    await app.sql(`alter table ${table} alter column search drop expression`)
})
afterAll(() => app?.close())

const broken = async () => {
  const { broken } = await verify(app.engine.db, app.engine.registry)
  return broken
}

/** Keeps what is there, lets a test tamper with it, and puts it back. */
const kept = ['journal', 'journal_seal', 'journal_pending', 'log_entry', 'incident']
beforeEach(async () => {
  for (const table of kept) await app.sql(`create table keep_${table} as table ${table}`)
})
afterEach(async () => {
  for (const table of kept) {
    await app.sql(`delete from ${table}`)
    await app.sql(
      `insert into ${table} ${table === 'journal' || table === 'journal_seal' ? 'overriding system value' : ''} table keep_${table}`,
    )
    await app.sql(`drop table keep_${table}`)
  }
})

const tamper = (text: string, ...values: unknown[]) => app.sql(text, values)

describe('a journal that nobody touched', () => {
  it('fits, and is counted', async () => {
    const { entries, records, seals, broken } = await verify(app.engine.db, app.engine.registry)
    expect(broken).toBeNull()
    const [n] = await app.sql('select count(*)::int as entries from journal')
    expect(entries).toBe(n?.['entries'])
    expect(records).toBeGreaterThanOrEqual(3)
    expect(seals).toBe(3)
  })

  it('fits also when the machine’s clock was set back: the order is that of writing', async () => {
    app.clock.advance(-86_400_000)
    const operator = await app.person('operator')
    const before = await app.inTx(operator, (tx) => tx.create(logEntry, { text: '拨回之后' }))
    await app.inTx(operator, (tx) => tx.act(incident, ids.incident, 'wait', { waitingFor: '电话' }))
    await seal(app.engine)
    expect(await broken()).toBeNull()
    const client = await app.as(operator)
    const { items } = (await client.get(`/api/incidents/${ids.incident}/journal`)).body
    expect(items.map((one: { n: number }) => one.n)).toEqual([5, 4, 3, 2, 1])
    expect(items[0].at < items[1].at).toBe(true)
    const log = (await client.get('/api/log-entries')).body.items
    expect(log[0].id).toBe(before.id)
    app.clock.advance(86_400_000)
  })
})

describe('the first that does not fit is named', () => {
  it.each<[string, string]>([
    [
      'what was said',
      `update journal set changes = jsonb_set(changes, '{title,1}', '"别的"') where record_id = $1 and n = 1`,
    ],
    ['who did it', `update journal set actor_name = '别人' where record_id = $1 and n = 1`],
    ['when', `update journal set at = at + interval '1 second' where record_id = $1 and n = 1`],
    ['its digest', `update journal set digest = sha256('x') where record_id = $1 and n = 1`],
  ])('an entry in which somebody changed %s', async (_name, text) => {
    await tamper(text, ids.incident)
    expect(await broken()).toMatchObject({ what: 'entry', record: 'incident', id: ids.incident, n: 1 })
  })

  it('an entry that was taken from the middle', async () => {
    await tamper('delete from journal where record_id = $1 and n = 2', ids.incident)
    expect(await broken()).toMatchObject({ what: 'entry', id: ids.incident, n: 2, why: 'it is missing' })
  })

  it('the last entry, taken away', async () => {
    await tamper('delete from journal where record_id = $1 and n = 4', ids.incident)
    expect(await broken()).toMatchObject({ what: 'record', id: ids.incident, why: 'entry 4 is missing' })
  })

  it('the last entry, taken away with all that the record knows of it', async () => {
    await tamper('delete from journal where record_id = $1 and n = 4', ids.incident)
    await tamper(
      `update incident set journal_n = 3, journal_head = (select digest from journal where record_id = $1 and n = 3)
      where id = $1`,
      ids.incident,
    )
    expect(await broken()).toMatchObject({ what: 'entry', why: 'it was removed before it was sealed' })
  })

  it('a record that was removed, and one whose journal went with it', async () => {
    await tamper('delete from log_entry where id = $1', ids.other)
    expect(await broken()).toMatchObject({
      what: 'record',
      record: 'log-entry',
      id: ids.other,
      why: 'the record was removed',
    })
    await tamper('delete from journal where record_id = $1', ids.other)
    expect(await broken()).toMatchObject({ what: 'seal', id: '1' })
  })

  it.each([
    ['text', `'没有事'`],
    ['severity', `'critical'`],
    ['trading_day', `'2026-11-20'`],
    ['number', `'LOG-202611-9999'`],
    ['created_at', `created_at - interval '1 hour'`],
    ['created_by', 'gen_random_uuid()'],
  ])('a line of the operations log whose %s was changed (O11)', async (column, value) => {
    await tamper(`update log_entry set ${column} = ${value} where id = $1`, ids.line)
    const found = await broken()
    expect(found).toMatchObject({ what: 'record', record: 'log-entry', id: ids.line })
    expect(found?.why).toContain('is not what was journalled')
  })

  it('a line of the log that never was written through the product', async () => {
    await tamper(
      `insert into log_entry select (jsonb_populate_record(null::log_entry, to_jsonb(l) ||
      jsonb_build_object('id', gen_random_uuid(), 'number', 'LOG-1'))).* from log_entry l where id = $1`,
      ids.line,
    )
    expect(await broken()).toMatchObject({
      what: 'record',
      record: 'log-entry',
      number: 'LOG-1',
      why: 'it has no journal entry',
    })
  })

  it('a seal that was changed, be it only when or what it seals', async () => {
    await tamper(`update journal_seal set at = at + interval '1 minute' where id = 2`)
    expect(await broken()).toMatchObject({ what: 'seal', id: '2', why: 'it was changed' })
    await tamper(`update journal_seal set at = at - interval '1 minute' where id = 2`)
    await tamper('update journal_seal set root = sha256($1) where id = 1', Buffer.from('x'))
    expect(await broken()).toMatchObject({ what: 'seal', id: '1', why: 'it was changed' })
  })

  it('two seals that were exchanged', async () => {
    const content = 'at, entries, count, root, prev, digest'
    await tamper(`update journal_seal s set (${content}) = (select ${content} from keep_journal_seal k where k.id = 5 - s.id)
      where id in (2, 3)`)
    expect(await broken()).toMatchObject({ what: 'seal', id: '2' })
  })

  it('the last seal, taken away', async () => {
    await tamper('delete from journal_seal where id = 3')
    expect(await broken()).toMatchObject({ what: 'entry', id: ids.incident, n: 3 })
  })

  it('an entry added behind the seals, though it fits its record', async () => {
    const [last] = await app.sql<{ n: number; digest: Buffer; at: Date }>(
      'select n, digest, at from journal where record_id = $1 order by n desc limit 1',
      [ids.incident],
    )
    const entry = {
      at: '2026-11-24T01:30:00.000Z',
      record: 'incident',
      recordId: ids.incident,
      n: (last?.n ?? 0) + 1,
      verb: 'update',
      actor: null,
      actorName: 'nobody',
      via: 'sql',
      changes: {},
    }
    const digest = entryDigest(last?.digest as Buffer, entry)
    await tamper(
      `insert into journal (at, record, record_id, n, verb, actor_name, via, changes, prev, digest)
        values ($1, 'incident', $2, $3, 'update', 'nobody', 'sql', '{}', $4, $5)`,
      ...[entry.at, ids.incident, entry.n, last?.digest, digest],
    )
    await tamper('update incident set journal_n = $2, journal_head = $3 where id = $1', ids.incident, entry.n, digest)
    expect(await broken()).toMatchObject({ what: 'entry', id: ids.incident, n: entry.n })
  })

  it('a seal, where somebody rewrote the whole chain of a record under it', async () => {
    const entries = await app.engine.db
      .selectFrom('journal')
      .selectAll()
      .where('recordId', '=', ids.incident)
      .orderBy('n')
      .execute()
    let prev: Buffer = Buffer.alloc(32)
    for (const one of entries) {
      const entry = { ...one, actorName: '别人' }
      const digest = entryDigest(prev, entry)
      await tamper(
        'update journal set actor_name = $2, prev = $3, digest = $4 where id = $1',
        one.id,
        '别人',
        prev,
        digest,
      )
      prev = digest
    }
    await tamper('update incident set journal_head = $2 where id = $1', ids.incident, prev)
    expect(await broken()).toMatchObject({ what: 'seal', id: '1', why: 'an entry under it was changed' })
  })
})

describe('digests', () => {
  it('do not depend on the order of keys, nor on how parts are split', () => {
    expect(canonical({ b: [1, undefined, { y: null, x: 0.1 }], a: '金', c: undefined })).toBe(
      '{"a":"金","b":[1,null,{"x":0.1,"y":null}]}',
    )
    expect(digestOf('ab', 'c')).not.toEqual(digestOf('a', 'bc'))
  })

  it('make one root that every digest and their order decide', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((one) => digestOf(one)) as [Buffer, Buffer, Buffer]
    const roots = [[], [a], [a, b], [b, a], [a, b, c], [a, c, b]].map((one) => merkleRoot(one).toString('hex'))
    expect(new Set(roots).size).toBe(roots.length)
    expect(sealDigest(a, '2026', 1, b)).not.toEqual(sealDigest(b, '2026', 1, a))
  })
})
