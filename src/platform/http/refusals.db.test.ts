import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'

let app: TestApp
let engineer: Client
let token: string
beforeAll(async () => {
  app = await testApp()
  engineer = await app.as(await app.person('engineer'))
  token = await app.token(await app.person('engineer'))
})
afterAll(() => app?.close())

/** A request as it comes off the wire. */
async function raw(url: string, payload: string, headers: Record<string, string> = {}) {
  const answer = await app.http.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  })
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    body: answer.json(),
    headers: answer.headers,
  }
}

const nothingNew = async (work: () => Promise<void>) => {
  const count = () =>
    app.sql('select (select count(*) from incident) as rows, (select count(*) from journal) as entries')
  const before = await count()
  await work()
  expect(await count()).toEqual(before)
}

describe('what cannot be read is refused with its own code and writes nothing', () => {
  const big = JSON.stringify({ title: 'x', description: 'y'.repeat(1024 * 1024) })
  it.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"title": ', {}, 400, 'bad-json'],
    ['an empty body that says it is JSON', '', {}, 400, 'bad-json'],
    ['a name that would reach into objects', '{"__proto__": {"x": 1}, "title": "x"}', {}, 400, 'bad-json'],
    ['text', 'title', { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-content-type'],
    ['what has no type', 'title', { 'content-type': 'nonsense' }, 415, 'wrong-content-type'],
    ['a body over the limit', big, {}, 413, 'too-large'],
    ['a list where an object is wanted', '[]', {}, 422, 'invalid'],
    ['a number', '7', {}, 422, 'invalid'],
    ['nothing', 'null', {}, 422, 'invalid'],
    ['a zero character', '{"title":"a\\u0000b"}', {}, 422, 'invalid'],
    ['half a character', '{"title":"\\ud800"}', {}, 422, 'invalid'],
    ['a zero character in a name', '{"title":"x","a\\u0000":1}', {}, 422, 'invalid'],
    ['nesting deeper than the stack', `{"title":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, {}, 422, 'invalid'],
  ])('%s', async (_name, payload, headers, status, code) => {
    await nothingNew(async () => {
      for (const [lang, word] of [
        ['zh', /[一-鿿]/],
        ['en', /^[\x20-\x7e“”‘’…]+$/],
      ] as const) {
        const answer = await raw('/api/incidents', payload, { ...headers, 'accept-language': lang })
        expect(answer).toMatchObject({ status, body: { code, status, type: `/problems/${code}` } })
        expect(answer.type).toContain('application/problem+json')
        expect(answer.headers['content-language']).toBe(lang === 'zh' ? 'zh-CN' : 'en')
        expect(answer.body.detail).toMatch(word)
        expect(answer.body.title).toMatch(word)
        expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/)
      }
    })
  })

  it('tells unstorable text together with all other faults', async () => {
    const { body } = await raw('/api/incidents', '{"title":"\\u0000","impact":"huge","x":1,"component":"c"}')
    expect(body.errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`).sort()).toEqual([
      'component wrong-format',
      'impact not-a-choice',
      'title bad-text',
      'x unknown-field',
    ])
  })

  it('tells a missing field from a field of the wrong type', async () => {
    const { body } = await raw('/api/people', '{"name":7,"posts":"x","lang":null}')
    expect(body.errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`).sort()).toEqual([
      'employeeNo required',
      'lang not-a-choice',
      'name wrong-type',
      'posts wrong-type',
    ])
  })
})

describe('addresses', () => {
  it.each([
    ['an unknown path', '/api/nothing', 404],
    ['an unknown record', '/api/incidents/INC-000000-0000', 404],
    ['an id that is none', '/api/incidents/%00', 422],
    ['a percent sign that begins nothing', '/api/incidents/%E0%A4', 404],
    ['an id that is too long', `/api/incidents/${'x'.repeat(300)}`, 404],
    ['a missing parameter of a query', '/api/log/day', 422],
    ['a wrong parameter in the path of a query', '/api/probes/nonsense/series', 422],
  ])('%s', async (_name, url, status) => {
    const answer = await engineer.get(url)
    expect(answer).toMatchObject({ status, body: { status, errors: expect.any(Array) } })
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('are the same however they are written: none lets anybody past the sign-in', async () => {
    for (const path of ['/api/incidents', '/%61pi/incidents', '/api/%69ncidents', '/api/incidents?x=/api/health'])
      expect(await app.anyone.get(path), path).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })

  it('answer a method that they do not know with a problem', async () => {
    const answer = await app.http.inject({ method: 'PUT', url: '/api/incidents', payload: {} })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

it('speaks the language asked for, else that of the person, else Chinese', async () => {
  const said = async (headers: Record<string, string>, client: Client = app.anyone) =>
    (await client.get('/api/incidents/nothing', headers)).headers['content-language']
  expect(await said({})).toBe('zh-CN')
  expect(await said({ 'accept-language': 'en-US,en;q=0.9,zh;q=0.8' })).toBe('en')
  expect(await said({ 'accept-language': 'fr, zh-TW' })).toBe('zh-CN')
  expect(await said({}, engineer)).toBe('zh-CN')
  await app.http.inject({
    method: 'PUT',
    url: '/api/session/lang',
    payload: { lang: 'en' },
    headers: { authorization: `Bearer ${token}` },
  })
  await expect.poll(() => said({}, engineer)).toBe('en')
})
