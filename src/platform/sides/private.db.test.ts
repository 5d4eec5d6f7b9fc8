import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { mentionOf } from '../../record/mention.ts'
import type { AnyRow } from '../../record/record.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import type { Follow } from '../follow.ts'
import { readersAmong } from './readers.ts'

/** What the engine tells of each write to whoever follows. */
const heard: { verb: string; changes: unknown }[] = []
const hear: Follow = async (_tx, { record, verb, changes }) => {
  if (record.name === sample.name) heard.push({ verb, changes })
}
const secret = '对方报价低于底价'

let app: TestApp
/** Changes the record, and so sees notes. */
let engineer: PersonActor
/** Reads it, and sees none. */
let business: PersonActor
let auditor: PersonActor
let worker: Client
let reader: Client
let id: string
let at: string

beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples', follows: [hear] } } })
  engineer = await app.person('engineer')
  business = await app.person('business')
  auditor = await app.person('auditor')
  worker = await app.as(engineer)
  reader = await app.as(business)
})
afterAll(() => app?.close())

beforeEach(async () => {
  const made = await app.inTx(asSystem('test'), (tx) => tx.create(sample, { title: '注', watchers: [business.id] }))
  id = made.id
  at = `/api/samples/${id}`
  heard.length = 0
})

const say = async (who: Client, text: string, isPrivate = false): Promise<string> =>
  (await who.post(`${at}/comments`, { text, private: isPrivate })).body.id
const journal = async (who: Client) => (await who.get(`${at}/journal`)).body.items

interface Entry {
  readonly n: number
  readonly verb: string
}

it('a private note is there for those who work on the record, and for nobody else by any way (R13)', async () => {
  await say(reader, '公开')
  const note = `${at}/comments/${await say(worker, secret, true)}`
  await say(worker, '也公开')
  const texts = async (who: Client) =>
    (await who.get(`${at}/comments`)).body.items.map(({ text }: { text: string }) => text)
  expect(await texts(worker)).toEqual(['公开', secret, '也公开'])
  expect(await texts(reader)).toEqual(['公开', '也公开'])
  expect((await reader.get(`${note}/versions`)).status).toBe(404)
  expect((await reader.patch(note, { text: 'x' })).status).toBe(404)
  expect((await reader.delete(note)).status).toBe(404)
  expect((await (await app.as(auditor)).get(`${at}/comments`)).status).toBe(404)
  expect(await reader.post(`${at}/comments`, { text: 'x', private: true })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
})

it('it leaves no gap in what others read of the journal, and no text in what anybody does', async () => {
  const note = await say(worker, secret, true)
  await worker.patch(`${at}/comments/${note}`, { text: `${secret}!` })
  await worker.delete(`${at}/comments/${note}`)
  await say(reader, '公开')
  const told = (entries: Entry[]) => entries.map(({ n, verb }) => [n, verb])
  const [mine, theirs] = [await journal(worker), await journal(reader)]
  expect(told(mine)).toEqual([
    [5, 'comment'],
    [4, 'withdraw-comment:private'],
    [3, 'edit-comment:private'],
    [2, 'comment:private'],
    [1, 'create'],
  ])
  expect(told(theirs)).toEqual([
    [2, 'comment'],
    [1, 'create'],
  ])
  const page = (await reader.get(`${at}/journal?limit=1`)).body
  const next = (await reader.get(`${at}/journal?limit=1&after=${page.next}`)).body
  expect(told([...page.items, ...next.items])).toEqual(told(theirs))
  expect(JSON.stringify([mine, heard])).not.toContain(secret)
  expect(heard.map(({ verb }) => verb)).toEqual(
    told(mine)
      .slice(0, -1)
      .reverse()
      .map(([, verb]) => verb),
  )
})

it('it tells nobody why its people watch', async () => {
  const second = await app.person('engineer', 'operator')
  await say(worker, `${mentionOf(second)} ${secret}`, true)
  const { items } = (await reader.get(`${at}/watchers`)).body
  expect(items).toContainEqual({ person: second.id, since: app.clock.now() })
})

it('the stream tells of it only to those who see it', async () => {
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.http.server.address() as AddressInfo
  const listen = async (who: PersonActor) => {
    const abort = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}/api/stream`, {
      headers: { authorization: `Bearer ${await app.token(who)}` },
      signal: abort.signal,
    })
    const told = { text: '', end: () => abort.abort() }
    const read = async () => {
      for await (const chunk of answer.body ?? []) told.text += Buffer.from(chunk as Uint8Array).toString()
    }
    read().catch((error: Error) => {
      if (error.name !== 'AbortError') throw error
    })
    await vi.waitFor(() => expect(told.text).toContain('hello'))
    return told
  }
  const [theirs, mine] = [await listen(business), await listen(engineer)]
  await say(worker, secret, true)
  await say(worker, '公开')
  await vi.waitFor(() => expect(mine.text).toContain('"comment:private"'))
  await vi.waitFor(() => expect(theirs.text).toContain('"comment"'))
  expect(theirs.text).not.toContain('private')
  theirs.end()
  mine.end()
})

it('of those asked about, whoever tells of it reaches only who sees notes', async () => {
  const row = await app.inTx(asSystem('test'), (tx) => tx.lock(sample, id))
  const asked = [engineer.id, business.id, auditor.id]
  const readers = async (isPrivate: boolean) => {
    const found = await readersAmong(app.engine, app.engine.db, asked, {
      record: sample,
      row: row as unknown as AnyRow,
      isPrivate,
    })
    return found.map((one) => one.id).sort()
  }
  expect(await readers(false)).toEqual([engineer.id, business.id].sort())
  expect(await readers(true)).toEqual([engineer.id])
})
