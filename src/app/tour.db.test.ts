import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp, testPassword } from '../testing/app.ts'
import { blocksOf } from '../testing/pages.ts'

let app: TestApp
/** What `$name` stands for. */
const known: Record<string, string> = { password: testPassword }

beforeAll(async () => {
  app = await testApp()
  const manager = await app.person('manager')
  const account = app.engine.db.selectFrom('account').select('login').where('person', '=', manager.id)
  known['login'] = (await account.executeTakeFirstOrThrow()).login
})
afterAll(() => app?.close())

it('answers on the tour what the page says', async () => {
  const blocks = await blocksOf('api.md')
  let cookie = ''
  for (const [at, { lang, text }] of blocks.entries()) {
    if (lang !== 'http') continue
    const { method, url, headers, payload } = requestOf(filled(text))
    const auth: Record<string, string> = known['token'] ? { authorization: `Bearer ${known['token']}` } : { cookie }
    const answer = await app.http.inject({ method, url, headers: { ...auth, ...headers }, ...(payload && { payload }) })
    if (answer.headers['set-cookie']) cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    const [status, ...said] = (blocks[at + 1]?.text ?? '').split('\n')
    const what = text.split('\n')[0]
    expect(answer.statusCode, `${what}: ${answer.body}`).toBe(Number(status))
    expect(matched(answer.json(), JSON.parse(said.join('\n'))), `${what}: ${answer.body}`).toEqual([])
  }
  expect(Object.keys(known)).toEqual(expect.arrayContaining(['token', 'incident', 'number']))
})

const filled = (text: string): string => text.replace(/\$(\w+)/g, (_all, name: string) => known[name] ?? `$${name}`)

function requestOf(text: string) {
  const [head = '', body] = text.trim().split('\n\n')
  const [line = '', ...headers] = head.split('\n')
  const [method, url = ''] = line.split(' ')
  const given = headers.map((one) => one.split(': ') as [string, string])
  if (body) given.push(['content-type', 'application/json'])
  return { method: method as 'GET', url, headers: Object.fromEntries(given), payload: body }
}

/** Where an answer is not what was said; `…` is anything, `$name` is kept at first and the same from then on. */
function matched(answer: unknown, said: unknown, path = ''): string[] {
  if (said === '…') return answer === undefined ? [`${path} is missing`] : []
  const name = typeof said === 'string' && /^\$(\w+)$/.exec(said)?.[1]
  if (name) {
    known[name] ??= String(answer)
    return known[name] === answer ? [] : [`${path} is ${answer}, not ${known[name]}`]
  }
  if (Array.isArray(said) && Array.isArray(answer) && said.length !== answer.length)
    return [`${path} has ${answer.length} members, not ${said.length}`]
  if (typeof said === 'object' && said !== null && typeof answer === 'object' && answer !== null)
    return Object.entries(said).flatMap(([key, one]) =>
      matched((answer as Record<string, unknown>)[key], one, `${path}.${key}`),
    )
  return said === answer ? [] : [`${path} is ${JSON.stringify(answer)}, not ${JSON.stringify(said)}`]
}
