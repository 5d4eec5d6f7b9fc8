import { createHash, createPublicKey, verify } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalRule } from '../../areas/administration/approval-rule/approval-rule.record.ts'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp, testPassword } from '../../testing/app.ts'
import { type Authenticator, authenticator } from '../../testing/authenticator.ts'
import { sample, sampleArea } from '../../testing/sample.ts'
import { step } from '../approval/approval.testing.ts'
import { canonical, digestOf } from '../write/canonical.ts'
import { createAccount } from './account.ts'

const origin = 'http://localhost'
let app: TestApp
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
})
afterAll(() => app?.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
const send = (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) =>
  app.http.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
const cookieOf = (answer: { headers: Record<string, unknown> }) => {
  const cookies = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0] as string)
  return { cookie: cookies.find((one) => one.startsWith('touchstone=')) ?? '' }
}
const enter = (login: string, password = testPassword) => send('POST', '/session', { login, password })

interface Somebody {
  readonly id: string
  readonly login: string
  readonly headers: { cookie: string }
}
let count = 0
async function somebody(role = 'manager'): Promise<Somebody> {
  const login = `factor-${++count}`
  const id = await app.inTx(asSystem('test'), async (tx) => {
    const held = await tx.db.selectFrom('role').select('id').where('code', '=', role).executeTakeFirstOrThrow()
    const made = await tx.create(person, { name: '新人', employeeNo: login, roles: [held.id] })
    await createAccount(tx, { person: made.id, login, password: testPassword })
    return made.id
  })
  return { id, login, headers: cookieOf(await enter(login)) }
}
const signature = { password: testPassword }
const verbsOf = async (id: string) =>
  (await app.sql<{ verb: string }>('select verb from journal where record_id = $1 order by n', [id])).map(
    ({ verb }) => verb,
  )

async function withCodes(me: Somebody) {
  const { secret } = (await send('POST', '/account/codes', { signature }, me.headers)).json()
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(app.clock.now()) })
  const on = await send('PUT', '/account/codes', { signature, secret, code: code() }, me.headers)
  app.clock.advance(30_000)
  return { code, recovery: on.json().recoveryCodes as string[] }
}

async function withPasskey(me: Somebody): Promise<Authenticator> {
  const device = authenticator(origin)
  const options = (await send('POST', '/account/passkeys/options', { signature }, me.headers)).json()
  const made = await send('POST', '/account/passkeys', { name: '电脑', answer: device.create(options) }, me.headers)
  expect(made.statusCode, made.body).toBe(201)
  return device
}

describe('one-time codes', () => {
  it('are asked for after the password, and the ticket serves once', async () => {
    const me = await somebody()
    const { code } = await withCodes(me)
    const half = await enter(me.login)
    expect(half.statusCode).toBe(202)
    expect(cookieOf(half).cookie).toBe('')
    expect(half.json()).toEqual({ ticket: expect.any(String), codes: true, passkey: null })
    const { ticket } = half.json()
    const second = (given: object) => send('POST', '/session/second', { ticket, ...given })
    expect((await second({ code: '000000' })).statusCode).toBe(401)
    const good = code()
    const answer = await second({ code: good })
    expect(answer.statusCode).toBe(200)
    expect((await send('GET', '/session', undefined, cookieOf(answer))).json().person.id).toBe(me.id)
    app.clock.advance(30_000)
    expect((await second({ code: code() })).statusCode).toBe(401)
    const again = (await enter(me.login)).json()
    expect((await send('POST', '/session/second', { ticket: again.ticket, code: good })).statusCode).toBe(401)
  })

  it('cannot be guessed by whoever has the password: wrong ones lock, and the password does not unlock', async () => {
    const me = await somebody()
    const { code } = await withCodes(me)
    let status = 0
    for (let i = 0; i < 12; i++) {
      const half = await enter(me.login)
      status = half.statusCode
      if (status !== 202) break
      await send('POST', '/session/second', { ticket: half.json().ticket, code: '000000' })
    }
    expect(status).toBe(429)
    app.clock.advance(16 * 60_000)
    const { ticket } = (await enter(me.login)).json()
    expect((await send('POST', '/session/second', { ticket, code: code() })).statusCode).toBe(200)
  })

  it('give ten recovery codes, each for once, kept as digests', async () => {
    const me = await somebody()
    const { recovery } = await withCodes(me)
    expect(new Set(recovery).size).toBe(10)
    const [kept] = await app.sql<{ text: string }>('select string_agg(r::text, chr(32)) as text from recovery_code r')
    expect(recovery.some((one) => kept?.text.includes(one))).toBe(false)
    const use = async (code: string) => {
      const { ticket } = (await enter(me.login)).json()
      return (await send('POST', '/session/second', { ticket, recovery: code })).statusCode
    }
    const [first = '', other = ''] = recovery
    expect(await use(first.toLowerCase().replaceAll('-', ' '))).toBe(200)
    expect(await use(first)).toBe(401)
    expect((await send('GET', '/account', undefined, me.headers)).json()).toMatchObject({
      codes: true,
      recoveryCodes: 9,
    })
    await send('POST', '/account/recovery-codes', { signature }, me.headers)
    expect(await use(other)).toBe(401)
    expect(await verbsOf(me.id)).toContain('use-recovery-code')
  })

  it('are switched off by proof only', async () => {
    const me = await somebody()
    await withCodes(me)
    expect((await send('POST', '/account/codes/off', {}, me.headers)).statusCode).toBe(403)
    const wrong = { signature: { password: 'wrong' } }
    expect((await send('POST', '/account/codes/off', wrong, me.headers)).statusCode).toBe(403)
    expect((await send('POST', '/account/codes/off', { signature }, me.headers)).statusCode).toBe(204)
    expect((await enter(me.login)).statusCode).toBe(200)
    expect(await verbsOf(me.id)).toEqual(expect.arrayContaining(['switch-on-codes', 'switch-off-codes']))
  })
})

describe('a passkey', () => {
  const byPasskey = async (answer: (options: never) => object) => {
    const options = (await send('POST', '/session/passkey/options', {})).json()
    return send('POST', '/session/passkey', { passkey: answer(options as never) })
  }

  it('signs in alone, without a login, each challenge once', async () => {
    const me = await somebody()
    const device = await withPasskey(me)
    let given: object = {}
    const answer = await byPasskey((options) => {
      given = device.get(options)
      return given
    })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ person: { id: me.id }, proofs: ['password', 'passkey'] })
    expect((await send('POST', '/session/passkey', { passkey: given })).statusCode).toBe(401)
    const { passkeys } = (await send('GET', '/account', undefined, me.headers)).json()
    expect(passkeys).toMatchObject([{ name: '电脑', lastUsedAt: app.clock.now() }])
  })

  it.each<[string, (device: Authenticator, options: never) => object]>([
    ['that asked nobody for a finger or a PIN', (device, options) => device.get(options, { verified: false })],
    ['from another site', (device, options) => device.get(options, { origin: 'http://evil.example' })],
    ['for a challenge of its own', (device) => device.get({ challenge: 'AAAA' })],
    ['of a device that nobody knows', (_device, options) => authenticator(origin).get(options)],
    [
      'that signed something else',
      (device, options) => ({
        ...device.get(options),
        response: { ...(device.get(options) as { response: object }).response, signature: 'AAAA' },
      }),
    ],
  ])('is refused %s', async (_name, answer) => {
    const device = await withPasskey(await somebody())
    const refused = await byPasskey((options) => answer(device, options))
    expect(refused.statusCode, refused.body).toBe(401)
  })

  it('is refused once its counter goes back: somebody copied it', async () => {
    const device = await withPasskey(await somebody())
    expect((await byPasskey((options) => device.get(options, { counter: 9 }))).statusCode).toBe(200)
    expect((await byPasskey((options) => device.get(options, { counter: 9 }))).statusCode).toBe(401)
    expect((await byPasskey((options) => device.get(options, { counter: 10 }))).statusCode).toBe(200)
  })

  it('lets nobody in once it is removed, or its person has left', async () => {
    const [me, leaver] = [await somebody(), await somebody()]
    const [mine, theirs] = [await withPasskey(me), await withPasskey(leaver)]
    const [passkey] = (await send('GET', '/account', undefined, me.headers)).json().passkeys
    const remove = `/account/passkeys/${passkey.id}/remove`
    expect((await send('POST', remove, { signature }, leaver.headers)).statusCode).toBe(404)
    expect((await send('POST', remove, {}, me.headers)).statusCode).toBe(403)
    expect((await send('POST', remove, { signature }, me.headers)).statusCode).toBe(204)
    expect((await byPasskey((options) => mine.get(options))).statusCode).toBe(401)
    const admin = await app.as(await app.person('admin'))
    expect((await admin.post(`/api/people/${leaver.id}/leave`)).status).toBe(200)
    expect((await byPasskey((options) => theirs.get(options))).statusCode).toBe(401)
    expect(await verbsOf(me.id)).toEqual(expect.arrayContaining(['add-passkey', 'remove-passkey']))
  })

  it('is added by proof only, and to the account that asked', async () => {
    const [me, other] = [await somebody(), await somebody()]
    expect((await send('POST', '/account/passkeys/options', {}, me.headers)).statusCode).toBe(403)
    const options = (await send('POST', '/account/passkeys/options', { signature }, me.headers)).json()
    const answer = authenticator(origin).create(options)
    expect((await send('POST', '/account/passkeys', { name: '偷', answer }, other.headers)).statusCode).toBe(403)
  })
})

describe('signing by passkey', () => {
  async function toSign() {
    return app.inTx(await app.person('engineer'), async (tx) => {
      const made = await tx.create(sample, { title: '签' })
      return tx.act(sample, made.id, 'open')
    })
  }
  const ready = (me: Somebody, row: { id: string; version: number }, more: object = {}) =>
    send(
      'POST',
      '/session/signing',
      { record: 'sample', id: row.id, verb: 'sign', version: row.version, ...more },
      me.headers,
    )
  const sign = (me: Somebody, row: { id: string; version: number }, passkey: object) =>
    send('POST', `/samples/${row.id}/sign`, { version: row.version, signature: { passkey } }, me.headers)

  it('binds to the record, the version and the content, and can be checked by anybody afterwards', async () => {
    const me = await somebody()
    const device = await withPasskey(me)
    const row = await toSign()
    const { digest, passkey } = (await ready(me, row)).json()
    const answer = await sign(me, row, device.get(passkey))
    expect(answer.statusCode, answer.body).toBe(200)
    const [kept] = await app.sql<{
      method: string
      digest: Buffer
      shown: unknown
      evidence: Record<'publicKey' | 'clientData' | 'authenticatorData' | 'signature' | 'nonce', string>
    }>('select method, digest, shown, evidence from signature where record_id = $1', [row.id])
    if (!kept) throw new Error('Nothing was kept')
    expect(kept).toMatchObject({ method: 'passkey' })
    expect(kept.digest.toString('hex')).toBe(digest)
    expect(digestOf(canonical(kept.shown)).toString('hex')).toBe(digest)

    // As a doubter would: the challenge names what was signed, and the device's signature covers the challenge.
    const { evidence } = kept
    const clientData = Buffer.from(evidence.clientData, 'base64url')
    const about = { to: 'sign', record: 'sample', id: row.id, verb: 'sign', version: row.version, digest }
    expect(JSON.parse(clientData.toString()).challenge).toBe(
      digestOf(canonical(about), evidence.nonce).toString('base64url'),
    )
    const cose = Buffer.from(evidence.publicKey, 'base64url')
    const [x, y] = [cose.subarray(10, 42), cose.subarray(45, 77)].map((part) => part.toString('base64url'))
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x as string, y: y as string } })
    const signed = Buffer.concat([
      Buffer.from(evidence.authenticatorData, 'base64url'),
      createHash('sha256').update(clientData).digest(),
    ])
    expect(verify('sha256', signed, key, Buffer.from(evidence.signature, 'base64url'))).toBe(true)
  })

  it('serves for nothing else: another record, another person, a later version, a second time, a sign-in', async () => {
    const [me, other] = [await somebody(), await somebody()]
    const [device, theirs] = [await withPasskey(me), await withPasskey(other)]
    const [row, another] = [await toSign(), await toSign()]
    const challenge = async () => (await ready(me, row)).json().passkey
    expect((await sign(me, another, device.get(await challenge()))).statusCode).toBe(403)
    expect((await sign(other, row, device.get(await challenge()))).statusCode).toBe(403)
    expect((await sign(other, row, theirs.get(await challenge()))).statusCode).toBe(403)
    expect((await send('POST', '/session/passkey', { passkey: device.get(await challenge()) })).statusCode).toBe(401)
    const forAccount = (await send('POST', '/account/challenge', {}, me.headers)).json()
    expect((await sign(me, row, device.get(forAccount))).statusCode).toBe(403)

    const early = device.get(await challenge())
    const changed = await app.inTx(asSystem('test'), (tx) => tx.update(sample, row.id, { title: '改过' }))
    expect((await sign(me, { id: row.id, version: changed.version }, early)).statusCode).toBe(403)
    expect((await ready(me, row)).statusCode).toBe(409)
    const late = device.get((await ready(me, changed)).json().passkey)
    app.clock.advance(10 * 60_000 + 1)
    expect((await sign(me, changed, late)).statusCode).toBe(403)
    expect((await sign(me, changed, device.get((await ready(me, changed)).json().passkey))).statusCode).toBe(200)
  })

  it('agrees to what waits for approval, as it stood, in this step and nowhere else', async () => {
    const me = await somebody()
    const device = await withPasskey(me)
    const engineer = await app.person('engineer')
    await app.inTx(asSystem('test'), async (tx) => {
      const steps = [step([{ is: 'person', id: me.id }], { sign: true })]
      const rule = { record: 'sample', verb: 'shut', when: [], steps }
      const made = await tx.create(approvalRule, { name: '关闭须核准', rule, priority: 1 })
      await tx.act(approvalRule, made.id, 'put-in-force')
    })
    const row = await app.inTx(engineer, (tx) => tx.create(sample, { title: '待批' }))
    const { approval } = (await (await app.as(engineer)).post(`/api/samples/${row.id}/shut`, { body: '做完了。' })).body
    const at = `/approvals/${approval.id}`
    const { digest } = approval
    const challenge = async () => (await send('POST', `${at}/signing`, { digest }, me.headers)).json().passkey
    const agree = (passkey: object) => send('POST', `${at}/agree`, { digest, signature: { passkey } }, me.headers)

    const other = device.get((await ready(me, await toSign())).json().passkey)
    for (const wrong of [device.get({ challenge: 'AAAA' }), other])
      expect((await agree(wrong)).json().code).toBe('wrong-signature')
    const answer = await agree(device.get(await challenge()))
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json().item.state).toBe('approved')

    const [kept] = await app.sql<{ method: string; evidence: { nonce: string; clientData: string } }>(
      'select method, evidence from signature where record_id = $1',
      [row.id],
    )
    const about = { to: 'sign', record: 'approval', id: approval.id, verb: 'agree', version: 0, digest }
    expect(kept?.method).toBe('passkey')
    expect(JSON.parse(Buffer.from(String(kept?.evidence.clientData), 'base64url').toString()).challenge).toBe(
      digestOf(canonical(about), String(kept?.evidence.nonce)).toString('base64url'),
    )
  })

  it('shows the digest to whoever may read the record, and nothing to others', async () => {
    const row = await toSign()
    const answer = await ready(await somebody(), row)
    expect(answer.json()).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), passkey: null })
    expect((await ready(await somebody('auditor'), row)).statusCode).toBe(404)
    expect((await ready(await somebody(), row, { verb: 'open' })).statusCode).toBe(404)
    expect((await ready(await somebody(), row, { record: 'nothing' })).statusCode).toBe(404)
  })
})

describe('an account in its owner’s hands', () => {
  it('changes its password by the old one, and ends the other sessions', async () => {
    const me = await somebody()
    const elsewhere = cookieOf(await enter(me.login))
    const change = (old: string) => send('PUT', '/account/password', { old, password: 'a better password' }, me.headers)
    expect((await change('wrong')).statusCode).toBe(403)
    expect((await change(testPassword)).statusCode).toBe(204)
    await expect.poll(async () => (await send('GET', '/session', undefined, elsewhere)).statusCode).toBe(401)
    expect((await send('GET', '/session', undefined, me.headers)).statusCode).toBe(200)
    expect((await enter(me.login)).statusCode).toBe(401)
    expect((await enter(me.login, 'a better password')).statusCode).toBe(200)
    expect(await verbsOf(me.id)).toEqual(expect.arrayContaining(['change-password', 'end-sessions']))
  })

  it('lists its sessions, this one marked, and ends any of its own', async () => {
    const [me, other] = [await somebody(), await somebody()]
    const elsewhere = cookieOf(await enter(me.login))
    const list = async () => (await send('GET', '/account/sessions', undefined, me.headers)).json().items
    const found = await list()
    expect(found).toHaveLength(2)
    expect(found.filter((one: { current: boolean }) => one.current)).toHaveLength(1)
    expect(JSON.stringify(found)).not.toContain(me.headers.cookie.split('=')[1])
    const { id } = found.find((one: { current: boolean }) => !one.current)
    expect((await send('DELETE', `/account/sessions/${id}`, undefined, other.headers)).statusCode).toBe(404)
    expect((await send('DELETE', `/account/sessions/${id}`, undefined, me.headers)).statusCode).toBe(204)
    await expect.poll(async () => (await send('GET', '/session', undefined, elsewhere)).statusCode).toBe(401)
    await enter(me.login)
    expect((await send('POST', '/account/sessions/end-others', {}, me.headers)).json()).toEqual({ ended: 1 })
    expect(await list()).toHaveLength(1)
  })
})

describe('a role that wants two factors', () => {
  it('lets its holders set one up first, and do nothing before', async () => {
    const me = await somebody('operator')
    const [role] = await app.sql<{ id: string }>(`select id from role where code = 'operator'`)
    await app.inTx(asSystem('test'), (tx) =>
      tx.update(tx.registry.get('role').record, role?.id as string, { secondFactor: true }),
    )
    const status = async () => (await send('GET', '/incidents', undefined, me.headers)).statusCode
    await expect.poll(status).toBe(403)
    expect((await send('GET', '/session', undefined, me.headers)).json()).toMatchObject({ mustEnrol: true })
    expect((await send('POST', '/tokens', { name: '绕', days: 1, scope: ['write'] }, me.headers)).statusCode).toBe(403)
    const device = await withPasskey(me)
    await expect.poll(status).toBe(200)
    // From now on the password alone does not do, though the passkey was meant for signing only.
    const half = await enter(me.login)
    expect(half.statusCode).toBe(202)
    const { ticket, passkey } = half.json()
    expect((await send('POST', '/session/second', { ticket, passkey: device.get(passkey) })).statusCode).toBe(200)
    await app.inTx(asSystem('test'), (tx) =>
      tx.update(tx.registry.get('role').record, role?.id as string, { secondFactor: false }),
    )
  })
})

describe('a token', () => {
  const tokenOf = async (me: Somebody, scope: string[]) => {
    const made = await send('POST', '/tokens', { name: '脚本', days: 1, scope }, me.headers)
    expect(made.statusCode, made.body).toBe(201)
    return { authorization: `Bearer ${made.json().token}` }
  }

  it('does what its scope says and no more', async () => {
    const me = await somebody('operator')
    const [reads, one] = [await tokenOf(me, ['read']), await tokenOf(me, ['incident:write'])]
    const status = async (method: Method, url: string, headers: Record<string, string>, payload?: object) =>
      (await send(method, url, payload, headers)).statusCode
    expect(await status('GET', '/incidents', reads)).toBe(200)
    expect(await status('GET', '/session', reads)).toBe(200)
    expect(await status('POST', '/incidents', reads, { title: '测试' })).toBe(403)
    expect(await status('POST', '/incidents', one, { title: '测试' })).toBe(201)
    expect(await status('GET', '/people', one)).toBe(403)
    expect(await status('GET', '/stream', one)).toBe(403)
    expect(await status('GET', '/session', one)).toBe(200)
  })

  it('never touches how its person signs in, and makes no other token', async () => {
    const all = await tokenOf(await somebody('admin'), ['write'])
    for (const [method, url] of [
      ['GET', '/account'],
      ['PUT', '/account/password'],
      ['POST', '/account/passkeys/options'],
      ['POST', '/account/sessions/end-others'],
      ['GET', '/tokens'],
      ['POST', '/tokens'],
    ] as const) {
      const answer = await send(method, url, method === 'GET' ? undefined : {}, all)
      expect([answer.statusCode, answer.json().code], url).toEqual([403, 'not-allowed'])
    }
  })

  it('has a scope that names something, and an end within a year', async () => {
    const me = await somebody()
    const make = async (body: object) => (await send('POST', '/tokens', { name: '坏', ...body }, me.headers)).statusCode
    expect(await make({ days: 1, scope: ['nothing:read'] })).toBe(422)
    expect(await make({ days: 1, scope: [] })).toBe(422)
    expect(await make({ days: 367, scope: ['read'] })).toBe(422)
    expect(await make({ scope: ['read'] })).toBe(422)
  })

  it('is named in the journal of what it did', async () => {
    const me = await somebody('operator')
    const made = await send('POST', '/incidents', { title: '由脚本报告' }, await tokenOf(me, ['incident:write']))
    const [entry] = await app.sql('select actor, via from journal where record_id = $1', [made.json().item.id])
    expect(entry).toEqual({ actor: me.id, via: 'token:脚本' })
  })
})
