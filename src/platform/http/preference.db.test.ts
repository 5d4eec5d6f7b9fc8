import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

/** Asks as one person, by a token of theirs. */
async function asker(role: string) {
  const client = await app.as(await app.person(role))
  const token = await app.token(await app.person(role))
  return {
    get: async () => (await client.get('/api/preferences')).body.values,
    put: async (key: string, value: unknown) => {
      const answer = await app.http.inject({
        method: 'PUT',
        url: `/api/preferences/${key}`,
        headers: { authorization: `Bearer ${token}` },
        payload: { value },
      })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}

it('keeps what a person likes, for them alone, until they forget it', async () => {
  const li = await asker('operator')
  const wang = await asker('checker')
  expect(await li.get()).toEqual({})
  const likes = { view: 'x', columns: ['number', 'title'] }
  expect((await li.put('list.incident', likes)).body.values).toEqual({ 'list.incident': likes })
  await li.put('list.incident', { columns: ['number'] })
  await wang.put('list.incident', { view: 'y' })
  expect(await li.get()).toEqual({ 'list.incident': { columns: ['number'] } })
  expect((await li.put('list.incident', null)).body.values).toEqual({})
  expect(await wang.get()).toEqual({ 'list.incident': { view: 'y' } })
})

it('refuses what is too much and what is no name', async () => {
  const li = await asker('operator')
  expect((await li.put('list.incident', 'x'.repeat(20_000))).status).toBe(422)
  expect((await li.put('No%20Name', 1)).status).toBe(422)
  expect(await li.get()).toEqual({})
})
