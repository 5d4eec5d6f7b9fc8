import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { mentionOf } from '../../record/mention.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { verify } from '../write/verify.ts'
import { digestOfText } from './comment.ts'
import { watchersOf } from './watch.ts'

let app: TestApp
/** Changes the record, and so sees notes. */
let engineer: PersonActor
/** Reads it, and sees none. */
let business: PersonActor
/** Does not read it. */
let auditor: PersonActor
let worker: Client
let reader: Client
let id: string
let at: string

beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  engineer = await app.person('engineer')
  business = await app.person('business')
  auditor = await app.person('auditor')
  worker = await app.as(engineer)
  reader = await app.as(business)
})
afterAll(() => app?.close())

beforeEach(async () => {
  const made = await app.inTx(asSystem('test'), (tx) => tx.create(sample, { title: '评', watchers: [business.id] }))
  id = made.id
  at = `/api/samples/${id}`
})

const say = async (who: Client, text: string, more = {}) => {
  const { status, body } = await who.post(`${at}/comments`, { text, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const comments = async (who: Client) => (await who.get(`${at}/comments`)).body.items
const journal = async (who: Client) => (await who.get(`${at}/journal`)).body.items

describe('a comment', () => {
  it('is changed by its author alone, who leaves every wording to be read', async () => {
    const { id: comment } = await say(reader, '第一稿')
    app.clock.advance(60_000)
    const changed = await reader.patch(`${at}/comments/${comment}`, { text: '第二稿' })
    expect(changed).toMatchObject({ status: 200, body: { text: '第二稿', editedAt: app.clock.now() } })
    expect(await worker.patch(`${at}/comments/${comment}`, { text: '代笔' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    expect(await comments(worker)).toMatchObject([{ text: '第二稿', by: business.id, editedAt: app.clock.now() }])
    const versions = (await worker.get(`${at}/comments/${comment}/versions`)).body.items
    expect(versions).toMatchObject([
      { n: 1, text: '第一稿' },
      { n: 2, text: '第二稿' },
    ])
    const wording = (text: string) => ({ id: comment, digest: digestOfText(text) })
    expect((await journal(worker))[0]).toMatchObject({
      verb: 'edit-comment',
      changes: { comment: [wording('第一稿'), wording('第二稿')] },
    })
  })

  it('is not changed by saying the same again', async () => {
    const { id: comment } = await say(reader, '同')
    expect((await reader.patch(`${at}/comments/${comment}`, { text: ' 同 ' })).body).toMatchObject({ editedAt: null })
    expect(await journal(reader)).toHaveLength(2)
  })

  it('is taken back and leaves its trace; its words are for its author and those who work on the record', async () => {
    const { id: comment } = await say(reader, '口令是 1234')
    const path = `${at}/comments/${comment}`
    expect((await worker.delete(path)).status).toBe(403)
    expect((await reader.delete(path)).status).toBe(204)
    expect(await comments(worker)).toMatchObject([{ text: '', withdrawnAt: app.clock.now(), by: business.id }])
    expect((await reader.delete(path)).status).toBe(409)
    expect((await reader.patch(path, { text: 'x' })).status).toBe(409)
    for (const who of [worker, reader])
      expect((await who.get(`${path}/versions`)).body.items).toMatchObject([{ text: '口令是 1234' }])
    const other = await app.person('business', 'checker')
    await app.inTx(asSystem('test'), (tx) => tx.update(sample, id, { watchers: [business.id, other.id] }))
    expect((await (await app.as(other)).get(`${path}/versions`)).status).toBe(404)
    expect(JSON.stringify(await journal(worker))).not.toContain('1234')
  })

  it('of another record, or of none, is not found', async () => {
    const { id: comment } = await say(reader, '这里')
    const other = await app.inTx(engineer, (tx) => tx.create(sample, { title: '别处' }))
    for (const path of [`/api/samples/${other.id}/comments/${comment}`, `${at}/comments/${app.engine.newId()}`]) {
      expect((await worker.patch(path, { text: 'x' })).status).toBe(404)
      expect((await worker.delete(path)).status).toBe(404)
      expect((await worker.get(`${path}/versions`)).status).toBe(404)
    }
  })

  it('is held against the journal: a wording changed behind its back, or taken away, is found', async () => {
    const check = async () => (await verify(app.engine.db, app.engine.registry)).broken
    const { id: comment } = await say(worker, '原话')
    expect(await check()).toBeNull()
    await expect(app.engine.pool.query(`update comment_version set text = 'x'`)).rejects.toThrow(/permission denied/)
    await app.sql('alter table comment_version disable trigger comment_version_append_only')
    await app.sql(`update comment_version set text = '改过的话' where comment = $1`, [comment])
    expect(await check()).toMatchObject({ what: 'entry', record: 'sample', id, n: 2 })
    await app.sql(`update comment_version set text = '原话' where comment = $1`, [comment])
    expect(await check()).toBeNull()
    await app.sql(`update comment set text = '改过的话' where id = $1`, [comment])
    expect(await check()).toMatchObject({ what: 'record', record: 'sample', id })
    await app.sql(`insert into comment_version select id, 2, at, text from comment where id = $1`, [comment])
    expect(await check()).toMatchObject({ what: 'record', record: 'sample', id })
    await app.sql(`update comment set text = '原话' where id = $1`, [comment])
    await app.sql('delete from comment_version where comment = $1', [comment])
    expect(await check()).toMatchObject({ record: 'sample', id, n: 2 })
    await app.sql(`insert into comment_version select id, 1, at, text from comment where id = $1`, [comment])
    await app.sql('alter table comment_version enable trigger comment_version_append_only')
  })
})

describe('a person named in a comment', () => {
  const named = (who: PersonActor, name = who.name) => mentionOf({ id: who.id, name })
  const why = async (person: PersonActor) =>
    (await watchersOf(app.engine.db, sample, id)).find((one) => one.person === person.id)?.why

  it('watches from then on, and stands there under their own name', async () => {
    const manager = await app.person('manager')
    const kept = await say(worker, `请 ${named(manager, '总经理')} 看一下`)
    expect(kept).toMatchObject({ mentions: [manager.id], unreached: [] })
    expect(kept.text).toBe(`请 ${named(manager)} 看一下`)
    expect(await why(manager)).toBe('mentioned')
    expect(await why(engineer)).toBe('commented')
  })

  it('is named anew by a change of the text', async () => {
    const manager = await app.person('manager')
    const { id: comment } = await say(worker, '请看')
    expect(await why(manager)).toBeUndefined()
    const changed = await worker.patch(`${at}/comments/${comment}`, { text: `请 ${named(manager)} 看` })
    expect(changed.body).toMatchObject({ mentions: [manager.id] })
    expect(await why(manager)).toBe('mentioned')
  })

  it('who cannot read it is told nothing, and the author is told so', async () => {
    expect(await say(worker, `${named(auditor)} 请看`)).toMatchObject({ mentions: [], unreached: [auditor.id] })
    expect(await why(auditor)).toBeUndefined()
    const note = await say(worker, `${named(business)} 内部`, { private: true })
    expect(note).toMatchObject({ mentions: [], unreached: [business.id] })
  })

  it('who is nobody is left as words', async () => {
    const { text, mentions, unreached } = await say(worker, mentionOf({ id: app.engine.newId(), name: '某人' }))
    expect({ text, mentions, unreached }).toEqual({ text: '@某人', mentions: [], unreached: [] })
  })

  it('is one of at most twenty', async () => {
    const many = Array.from({ length: 21 }, () => mentionOf({ id: app.engine.newId(), name: 'x' })).join('')
    expect(await worker.post(`${at}/comments`, { text: many })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text', code: 'too-big' }] },
    })
  })

  it('is offered only when they can read it', async () => {
    const offered = async (query: string) =>
      (await worker.get(`${at}/readers${query}`)).body.items.map((one: { id: string }) => one.id)
    expect(await offered('')).toEqual(expect.arrayContaining([engineer.id, business.id]))
    expect(await offered('')).not.toContain(auditor.id)
    expect(await offered(`?q=${encodeURIComponent(business.name)}`)).toContain(business.id)
    expect(await offered('?private=true')).toContain(engineer.id)
    expect(await offered('?private=true')).not.toContain(business.id)
    expect((await reader.get(`${at}/readers?private=true`)).status).toBe(403)
  })
})
