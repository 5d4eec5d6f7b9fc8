import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '../../areas/organisation/person/person.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { type Oidc, startOidc } from '../../testing/oidc.ts'
import type { MatchRule } from './settings.ts'

const origin = 'http://localhost'
let provider: Oidc
/** By the rule of a first visit. */
const apps = {} as Record<MatchRule, TestApp>

beforeAll(async () => {
  provider = await startOidc(origin)
  for (const match of ['none', 'employee-no', 'mail'] as const) {
    apps[match] = await testApp({ signIn: { address: origin, oidc: { ...provider.settings, match } } })
  }
})
afterAll(async () => {
  for (const app of Object.values(apps)) await app.close()
  await provider?.stop()
})

const send = (app: TestApp, url: string, payload: object, cookie = '') =>
  app.http.inject({ method: 'POST', url: `/api/session/firm${url}`, payload, headers: { cookie } })

/** Leaves for the provider: where to, and what this browser keeps meanwhile. */
async function leave(app: TestApp) {
  const answer = await send(app, '', { to: '/incidents' })
  expect(answer.statusCode, answer.body).toBe(200)
  return {
    address: answer.json().address as string,
    cookie: String(answer.headers['set-cookie']).split(';')[0] as string,
  }
}
/** A whole visit. */
async function visit(app: TestApp, login: string) {
  const { address, cookie } = await leave(app)
  return send(app, '/back', { query: await provider.visit(address, login) }, cookie)
}
const whoIs = async (app: TestApp, answer: Awaited<ReturnType<typeof send>>) => {
  const cookies = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
  const cookie = cookies.find((one) => one?.startsWith('touchstone=')) ?? ''
  const session = await app.http.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
  return { cookie, ...session.json() }
}
let count = 0
const somebody = (app: TestApp, values: { employeeNo?: string; email?: string } = {}) =>
  app.inTx(asSystem('test'), (tx) =>
    tx.create(person, { name: '新人', employeeNo: `O${++count}`, ...values, roles: [] }),
  )
const link = async (app: TestApp, id: string, subject: string) => {
  const admin = await app.as(await app.person('admin'))
  const body = { issuer: provider.settings.issuer, subject }
  const answer = await admin.post(`/api/people/${id}/link-firm-account`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

describe('a firm account', () => {
  it('lets in whoever an administrator has linked, back to where they wanted', async () => {
    const app = apps.none
    const { id } = await somebody(app)
    await link(app, id, 'li')
    const answer = await visit(app, 'li')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toEqual({ to: '/incidents' })
    expect(await whoIs(app, answer)).toMatchObject({ person: { id }, proofs: [], mustEnrol: false })
  })

  it('names who they are to whoever nobody has linked, and makes no account', async () => {
    const app = apps.none
    await provider.says('stranger', { email: 'admin@firm.example', email_verified: true, employee_number: 'ADMIN' })
    await somebody(app, { employeeNo: 'ADMIN', email: 'admin@firm.example' })
    const before = await app.sql('select count(*) from account')
    const answer = await visit(app, 'stranger')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('stranger') })
    expect(await app.sql('select count(*) from account')).toEqual(before)
  })

  it('is known by issuer and subject: another mail address is the same account, the same address another', async () => {
    const app = apps.mail
    const { id } = await somebody(app, { email: 'Wang@firm.example' })
    await provider.says('wang', { email: 'wang@firm.example', email_verified: true })
    expect(await whoIs(app, await visit(app, 'wang'))).toMatchObject({ person: { id } })
    await provider.says('wang', { email: 'wang.wu@firm.example', email_verified: true })
    expect(await whoIs(app, await visit(app, 'wang'))).toMatchObject({ person: { id } })
    await app.inTx(asSystem('test'), (tx) => tx.update(person, id, { email: 'someone.else@firm.example' }))
    await provider.says('new-wang', { email: 'wang@firm.example', email_verified: true })
    expect((await visit(app, 'new-wang')).statusCode).toBe(403)
  })

  it('takes no word for an address that was not verified', async () => {
    const app = apps.mail
    await somebody(app, { email: 'chen@firm.example' })
    await provider.says('chen', { email: 'chen@firm.example', email_verified: false })
    expect((await visit(app, 'chen')).statusCode).toBe(403)
    await provider.says('chen', { email: 'chen@firm.example' })
    expect((await visit(app, 'chen')).statusCode).toBe(403)
  })

  it('links nobody by an address that two people have', async () => {
    const app = apps.mail
    for (let i = 0; i < 2; i++) await somebody(app, { email: 'shared@firm.example' })
    await provider.says('shared', { email: 'shared@firm.example', email_verified: true })
    expect((await visit(app, 'shared')).statusCode).toBe(403)
  })

  it('links by employee number where that is the rule, once, journalled on the person', async () => {
    const app = apps['employee-no']
    const { id, employeeNo } = await somebody(app)
    await provider.says('zhao', { employee_number: employeeNo, preferred_username: 'zhao' })
    expect(await whoIs(app, await visit(app, 'zhao'))).toMatchObject({ person: { id, login: 'zhao' } })
    expect((await visit(app, 'zhao')).statusCode).toBe(200)
    const entries = await app.sql(`select verb from journal where record_id = $1 and verb = 'link-identity'`, [id])
    expect(entries).toHaveLength(1)
  })

  it('lets nobody in who has left', async () => {
    const app = apps.none
    const { id } = await somebody(app)
    await link(app, id, 'leaver')
    const { cookie } = await whoIs(app, await visit(app, 'leaver'))
    const admin = await app.as(await app.person('admin'))
    expect((await admin.post(`/api/people/${id}/leave`)).status).toBe(200)
    const session = () => app.http.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
    await expect.poll(async () => (await session()).statusCode).toBe(401)
    expect((await visit(app, 'leaver')).statusCode).toBe(401)
  })

  it('ends the provider’s session too at sign-out', async () => {
    const app = apps.none
    const { id } = await somebody(app)
    await link(app, id, 'goer')
    const { cookie } = await whoIs(app, await visit(app, 'goer'))
    const out = await app.http.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(out.statusCode).toBe(200)
    const address = new URL(out.json().address)
    expect(address.origin).toBe(provider.settings.issuer)
    expect((await fetch(address)).status).toBe(200)
  })
})

describe('a way back that is not right', () => {
  it('serves once', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'once')
    const { address, cookie } = await leave(app)
    const query = await provider.visit(address, 'once')
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(200)
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(401)
  })

  it('is refused in another browser than the one that left', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'browser')
    const { address, cookie } = await leave(app)
    const query = await provider.visit(address, 'browser')
    const other = await leave(app)
    expect((await send(app, '/back', { query })).statusCode).toBe(401)
    expect((await send(app, '/back', { query }, other.cookie)).statusCode).toBe(401)
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(200)
  })

  it('is refused with the code of somebody else’s visit', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'attacker')
    const attacker = await leave(app)
    const theirs = new URLSearchParams(await provider.visit(attacker.address, 'attacker'))
    const victim = await leave(app)
    const state = new URL(victim.address).searchParams.get('state') as string
    theirs.set('state', state)
    expect((await send(app, '/back', { query: theirs.toString() }, victim.cookie)).statusCode).toBe(401)
  })

  it('is refused with an ID token for another visit: the nonce', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'nonce')
    const { address, cookie } = await leave(app)
    await app.sql(`update sign_in_step set content = content || '{"nonce":"another"}' where kind = 'firm-account'`)
    const query = await provider.visit(address, 'nonce')
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(401)
  })

  it('is refused without the verifier that its code wants', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'pkce')
    const { address, cookie } = await leave(app)
    const another = 'x'.repeat(43)
    await app.sql(
      `update sign_in_step set content = content || '{"verifier":"${another}"}' where kind = 'firm-account'`,
    )
    const query = await provider.visit(address, 'pkce')
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(401)
  })

  it('is refused after ten minutes', async () => {
    const app = apps.none
    await link(app, (await somebody(app)).id, 'late')
    const { address, cookie } = await leave(app)
    const query = await provider.visit(address, 'late')
    app.clock.advance(10 * 60_000 + 1)
    expect((await send(app, '/back', { query }, cookie)).statusCode).toBe(401)
  })

  it('is refused with what the provider never said', async () => {
    const app = apps.none
    const { address, cookie } = await leave(app)
    const state = new URL(address).searchParams.get('state')
    for (const query of [
      '',
      'code=x',
      `state=${state}`,
      `code=nonsense&state=${state}`,
      `error=access_denied&state=${state}`,
    ]) {
      expect((await send(app, '/back', { query }, cookie)).statusCode, query).toBe(401)
    }
  })
})

it('says so when the provider cannot be reached, and is asked again later', async () => {
  const gone = await startOidc(origin)
  await gone.stop()
  const app = await testApp({ signIn: { address: origin, oidc: gone.settings } })
  expect((await send(app, '', { to: '/' })).statusCode).toBe(503)
  expect((await send(app, '', { to: '/' })).statusCode).toBe(503)
  await app.close()
})
