import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { PersonActor } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'

let app: TestApp
let port: number
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  port = (app.http.server.address() as AddressInfo).port
})
afterAll(() => app?.close())

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Listens as this person; `told` grows as events come, `over` once the server has ended it. */
async function listen(who: PersonActor) {
  const token = await app.token(who)
  const abort = new AbortController()
  ends.push(() => abort.abort())
  const answer = await fetch(`http://127.0.0.1:${port}/api/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  })
  const heard = { status: answer.status, type: answer.headers.get('content-type'), text: '', over: false }
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) heard.text += decoder.decode(chunk as Uint8Array)
    heard.over = true
  }
  read().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  const events = () =>
    [...heard.text.matchAll(/^data: (\{.+\})$/gm)].map(([, json]) => JSON.parse(json as string)).filter(({ id }) => id)
  return { heard, events }
}

it('wants a sign-in', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/api/stream`)).status).toBe(401)
})

it('says hello and tells of rows that one may read, and of no other', async () => {
  const [engineer, business] = [await app.person('engineer'), await app.person('business')]
  const all = await listen(engineer)
  const few = await listen(business)
  expect(all.heard).toMatchObject({ status: 200, type: 'text/event-stream' })
  await vi.waitFor(() => expect(few.heard.text).toMatch(/^retry: \d+\nevent: hello\ndata: \{\}\n\n/))

  const hidden = await app.inTx(engineer, (tx) => tx.create(sample, { title: '内部' }))
  const shown = await app.inTx(engineer, (tx) => tx.create(sample, { title: '给他', owner: business.id }))
  await app.inTx(business, (tx) => tx.act(sample, shown.id, 'open'))
  const told = (id: string, version: number, verb: string) => ({ record: 'sample', id, version, verb })
  await vi.waitFor(() =>
    expect(all.events()).toEqual(
      expect.arrayContaining([told(hidden.id, 1, 'create'), told(shown.id, 1, 'create'), told(shown.id, 2, 'open')]),
    ),
  )
  await vi.waitFor(() => expect(few.events()).toContainEqual(told(shown.id, 2, 'open')))
  expect(
    few
      .events()
      .filter(({ record }) => record === 'sample')
      .map(({ id }) => id),
  ).not.toContain(hidden.id)
})

it('sees with the roles one has now, and ends when one leaves', async () => {
  const auditor = await app.person('auditor')
  const [engineer, admin] = [await app.person('engineer'), await app.as(await app.person('admin'))]
  const heard = await listen(auditor)
  await vi.waitFor(() => expect(heard.heard.text).toContain('hello'))
  const roles = (await admin.get('/api/roles')).body.items
  const managerRole = roles.find((one: { code: string }) => one.code === 'manager').id
  const { item } = (await admin.get(`/api/people/${auditor.id}`)).body
  await admin.patch(`/api/people/${auditor.id}`, { version: item.version, roles: [managerRole] })
  await vi.waitFor(() =>
    expect(heard.events()).toContainEqual(expect.objectContaining({ id: auditor.id, verb: 'update' })),
  )
  const made = await app.inTx(engineer, (tx) => tx.create(sample, { title: '经理可见' }))
  await vi.waitFor(() => expect(heard.events()).toContainEqual(expect.objectContaining({ id: made.id })))
  await admin.post(`/api/people/${auditor.id}/leave`)
  await vi.waitFor(() => expect(heard.heard.over).toBe(true))
})
