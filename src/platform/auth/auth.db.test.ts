import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp, testPassword } from '../../testing/app.ts'
import { sample, sampleArea } from '../../testing/sample.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
})
afterAll(() => app?.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
const send = (
  method: Method,
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
) => app.http.inject({ method, url, headers, remoteAddress, ...(payload && { payload }) })

const loginOf = async (id: string) => {
  const [account] = await app.sql<{ login: string }>('select login from account where person = $1', [id])
  return account?.login as string
}
const signIn = (login: string, password = testPassword, ip?: string) =>
  send('POST', '/api/session', { login, password }, {}, ip)
/** Somebody new, signed in by cookie. */
async function somebody(role: string) {
  const made = await app.inTx(asSystem('test'), async (tx) => {
    const [held] = await tx.db.selectFrom('role').select('id').where('code', '=', role).execute()
    const one = await tx.create(person, { name: '新人', employeeNo: tx.newId(), roles: [held?.id as string] })
    const { createAccount } = await import('./account.ts')
    await createAccount(tx, { person: one.id, login: `new-${one.number.toLowerCase()}`, password: testPassword })
    return one
  })
  const login = await loginOf(made.id)
  const answer = await signIn(login)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] as string
  return { id: made.id, login, cookie, headers: { cookie } }
}

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use, and says who one is', async () => {
    const { id, login } = await somebody('operator')
    const answer = await signIn(` ${login.toUpperCase()} `)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      person: { id, login, roles: ['operator'] },
      demo: false,
      proofs: ['password'],
    })
    expect(answer.headers['set-cookie']).toMatch(/^touchstone=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const [kept] = await app.sql<{ text: string }>(`select string_agg(s::text, ' ') as text from session s`)
    expect(kept?.text).not.toContain(String(answer.headers['set-cookie']).slice(11, 40))
  })

  it('says the same of a wrong password and of nobody, and takes as long', async () => {
    const { login } = await somebody('operator')
    const [wrong, nobody] = [await signIn(login, 'wrong'), await signIn('nobody', 'wrong')]
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toMatchObject({ code: 'wrong-credentials' })
    expect({ ...wrong.json(), requestId: '' }).toEqual({ ...nobody.json(), requestId: '' })
  })

  it('is locked for a quarter of an hour after ten wrong tries, also for the right password', async () => {
    const { login } = await somebody('operator')
    for (let i = 0; i < 10; i++) expect((await signIn(login, 'wrong')).statusCode).toBe(401)
    const locked = await signIn(login)
    expect(locked.statusCode).toBe(429)
    expect(locked.json()).toMatchObject({ code: 'too-many-tries' })
    app.clock.advance(15 * 60_000 - 1000)
    expect((await signIn(login)).statusCode).toBe(429)
    app.clock.advance(2000)
    expect((await signIn(login)).statusCode).toBe(200)
    expect((await signIn(login, 'wrong')).statusCode).toBe(401)
  })

  it('lets no more than ten tries through when many come at once', async () => {
    const { login } = await somebody('operator')
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(login, 'wrong')))
    const tried = answers.filter(({ statusCode }) => statusCode === 401).length
    expect(tried).toBeLessThanOrEqual(10)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(40 - tried)
  })

  it('is locked for an address after a hundred wrong tries at any login', async () => {
    const { login } = await somebody('operator')
    await app.sql(
      `insert into sign_in_failure (at, login, ip) select $1::timestamptz, 'guess-' || n, '10.0.0.9' from generate_series(1, 100) n`,
      [app.clock.now()],
    )
    expect((await signIn(login, testPassword, '10.0.0.9')).statusCode).toBe(429)
    expect((await signIn(login, testPassword, '10.0.0.8')).statusCode).toBe(200)
  })
})

describe('a session', () => {
  it('ends with sign-out', async () => {
    const { headers } = await somebody('operator')
    expect((await send('GET', '/api/session', undefined, headers)).statusCode).toBe(200)
    const out = await send('DELETE', '/api/session', undefined, headers)
    expect(out.statusCode).toBe(204)
    expect(out.headers['set-cookie']).toMatch(/^touchstone=; .*Expires=Thu, 01 Jan 1970/)
    await vi.waitFor(async () => expect((await send('GET', '/api/session', undefined, headers)).statusCode).toBe(401))
  })

  it('ends twelve hours after it was last used, and lives on by use', async () => {
    const { headers } = await somebody('operator')
    const status = async () => (await send('GET', '/api/session', undefined, headers)).statusCode
    app.clock.advance(11 * 3_600_000)
    expect(await status()).toBe(200)
    app.clock.advance(11 * 3_600_000)
    expect(await status()).toBe(200)
    app.clock.advance(12 * 3_600_000 + 1)
    expect(await status()).toBe(401)
  })

  it.each(['', 'touchstone=', 'touchstone=nonsense', 'touchstone=%00'])(
    'is none without its secret: %j',
    async (cookie) => {
      expect((await send('GET', '/api/session', undefined, { cookie })).statusCode).toBe(401)
    },
  )
})

describe('a token', () => {
  it('speaks for its person until it is revoked, and is shown once', async () => {
    const { headers, id } = await somebody('operator')
    const made = (await send('POST', '/api/tokens', { name: '脚本', days: 3, scope: ['write'] }, headers)).json()
    const bearer = { authorization: `Bearer ${made.token}` }
    expect((await send('GET', '/api/session', undefined, bearer)).json().person.id).toBe(id)
    const { items } = (await send('GET', '/api/tokens', undefined, headers)).json()
    expect(items).toMatchObject([{ id: made.id, name: '脚本' }])
    expect(JSON.stringify(items)).not.toContain(made.token)

    const other = await somebody('operator')
    expect((await send('DELETE', `/api/tokens/${made.id}`, undefined, other.headers)).statusCode).toBe(404)
    expect((await send('DELETE', `/api/tokens/${made.id}`, undefined, headers)).statusCode).toBe(204)
    await vi.waitFor(async () => expect((await send('GET', '/api/session', undefined, bearer)).statusCode).toBe(401))
  })

  it('ends with its days', async () => {
    const { headers } = await somebody('operator')
    const { token } = (await send('POST', '/api/tokens', { name: '短', days: 1, scope: ['write'] }, headers)).json()
    const bearer = { authorization: `Bearer ${token}` }
    app.clock.advance(86_400_000 - 1000)
    expect((await send('GET', '/api/session', undefined, bearer)).statusCode).toBe(200)
    app.clock.advance(7000)
    expect((await send('GET', '/api/session', undefined, bearer)).statusCode).toBe(401)
  })

  it('that is wrong is not helped by a good cookie beside it', async () => {
    const { headers } = await somebody('operator')
    const both = { ...headers, authorization: 'Bearer tst_nonsense' }
    expect((await send('GET', '/api/session', undefined, both)).statusCode).toBe(401)
  })
})

it('ends everything for a person who leaves', async () => {
  const leaver = await somebody('operator')
  const { token } = (
    await send('POST', '/api/tokens', { name: '脚本', days: 3, scope: ['write'] }, leaver.headers)
  ).json()
  const admin = await app.as(await app.person('admin'))
  expect((await admin.post(`/api/people/${leaver.id}/leave`)).status).toBe(200)
  for (const headers of [leaver.headers, { authorization: `Bearer ${token}` }] as Record<string, string>[])
    await vi.waitFor(async () => expect((await send('GET', '/api/session', undefined, headers)).statusCode).toBe(401))
  expect((await signIn(leaver.login)).statusCode).toBe(401)
  expect((await admin.post(`/api/people/${leaver.id}/return`)).status).toBe(200)
  expect((await signIn(leaver.login)).statusCode).toBe(401)
})

describe('a changing request from a browser', () => {
  const host = { host: 'touchstone.example' }
  it.each<[string, Record<string, string>, boolean]>([
    ['from our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['typed or from a bookmark', { 'sec-fetch-site': 'none' }, true],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, false],
    [
      'from another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://touchstone.example' },
      false,
    ],
    ['of an older browser, from our page', { origin: 'http://touchstone.example' }, true],
    ['of an older browser, from elsewhere', { origin: 'https://evil.example' }, false],
    ['of an older browser, from another port', { origin: 'http://touchstone.example:81' }, false],
    ['from a sandbox', { origin: 'null' }, false],
    ['of a program', {}, true],
  ])('%s', async (_name, headers, passes) => {
    const { cookie } = await somebody('operator')
    for (const url of ['/api/incidents', '/%61pi/incidents']) {
      const answer = await send('POST', url, { title: '测试' }, { ...host, ...headers, cookie })
      expect(answer.statusCode).toBe(passes ? 201 : 403)
      if (!passes) expect(answer.json()).toMatchObject({ code: 'cross-origin' })
    }
    expect((await send('GET', '/api/incidents', undefined, { ...host, ...headers, cookie })).statusCode).toBe(200)
  })
})

describe('signing', () => {
  async function toSign() {
    const { id } = await app.inTx(await app.person('engineer'), async (tx) => {
      const made = await tx.create(sample, { title: '签' })
      return tx.act(sample, made.id, 'open')
    })
    return `/api/samples/${id}/sign`
  }

  it('wants the password, counts wrong ones as failed sign-ins, and locks', async () => {
    const me = await somebody('manager')
    const url = await toSign()
    const sign = (password: string) => send('POST', url, { version: 2, signature: { password } }, me.headers)
    for (let i = 0; i < 10; i++) {
      const answer = await sign('wrong')
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'wrong-signature' })
    }
    expect((await sign(testPassword)).statusCode).toBe(429)
    expect((await signIn(me.login)).statusCode).toBe(429)
    app.clock.advance(16 * 60_000)
    expect((await sign(testPassword)).statusCode).toBe(200)
  })

  it('is not asked of whoever may not, and spends nothing', async () => {
    const me = await somebody('auditor')
    const url = await toSign()
    const answer = await send('POST', url, { version: 2, signature: { password: 'wrong' } }, me.headers)
    expect(answer.statusCode).toBe(404)
    expect(await app.sql('select 1 from sign_in_failure where login = $1', [me.login])).toEqual([])
  })

  it('takes a one-time code once, also the one that switched codes on', async () => {
    const me = await somebody('manager')
    const signature = { password: testPassword }
    const { secret } = (await send('POST', '/api/account/codes', { signature }, me.headers)).json()
    const codeNow = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(app.clock.now()) })
    const on = { secret, code: codeNow(), signature }
    expect((await send('PUT', '/api/account/codes', { ...on, code: '000000' }, me.headers)).statusCode).toBe(403)
    expect((await send('PUT', '/api/account/codes', on, me.headers)).statusCode).toBe(200)
    const sign = async (code: string) =>
      (await send('POST', await toSign(), { version: 2, signature: { code } }, me.headers)).statusCode
    expect(await sign(codeNow())).toBe(403)
    app.clock.advance(30_000)
    const code = codeNow()
    expect(await sign(code)).toBe(200)
    expect(await sign(code)).toBe(403)
    const [kept] = await app.sql('select method from signature where person = $1', [me.id])
    expect(kept).toEqual({ method: 'totp' })
  })
})

it('tells whoever asks too often how long to wait', async () => {
  const strict = await testApp({ requestsPerMinute: 3 })
  const ask = (remoteAddress: string) => strict.http.inject({ method: 'GET', url: '/api/session/ways', remoteAddress })
  for (let i = 0; i < 3; i++) expect((await ask('10.1.1.1')).statusCode).toBe(200)
  const refused = await ask('10.1.1.1')
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({ code: 'too-many-requests' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('10.1.1.2')).statusCode).toBe(200)
  await strict.close()
})
