import { afterEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/app.ts'
import { firstAdministrator, setUpRoutes } from './set-up.ts'

let app: TestApp
afterEach(() => app?.close())

const admin = { name: '吴海', login: 'WuHai', password: 'ten letters at least' }

/** A firm with nobody in it; the code is what the server would print. */
async function emptyFirm(): Promise<string> {
  app = await testApp({ empty: true, more: setUpRoutes })
  return (await firstAdministrator(app.engine)).code as string
}

describe('an empty firm', () => {
  it('is set up by whoever knows the code that was printed, once', async () => {
    const code = await emptyFirm()
    expect((await app.anyone.get('/api/setup')).body).toEqual({ needed: true, demo: false, logins: [] })
    const wrong = await app.anyone.post('/api/setup', { ...admin, code: 'nonsense' })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } })
    const bad = await app.anyone.post('/api/setup', { code, name: '', login: '!', password: 'short', more: 1 })
    expect(bad.body.errors.map((one: { path: string }) => one.path).sort()).toEqual([
      'login',
      'more',
      'name',
      'password',
    ])

    expect((await app.anyone.post('/api/setup', { ...admin, code: ` ${code.toLowerCase()} ` })).status).toBe(204)
    expect((await app.anyone.get('/api/setup')).body).toMatchObject({ needed: false })
    const signedIn = await app.anyone.post('/api/session', { login: 'wuhai', password: admin.password })
    expect(signedIn.body).toMatchObject({ person: { name: '吴海', roles: ['admin'] }, demo: false })
    expect((await firstAdministrator(app.engine)).code).toBeNull()
    expect((await app.anyone.post('/api/setup', { ...admin, login: 'second', code })).status).toBe(401)
  })

  it('has one administrator when two come at once with the code', async () => {
    const code = await emptyFirm()
    const both = await Promise.all(
      ['one', 'two'].map((login) => app.anyone.post('/api/setup', { ...admin, login, code })),
    )
    const statuses = both.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(204)
    expect([401, 409]).toContain(statuses[1])
    expect(await app.sql('select 1 from account')).toHaveLength(1)
    expect(await app.sql('select 1 from person')).toHaveLength(1)
  })

  it('knows only the code that was printed last, and gives ten tries', async () => {
    const first = await emptyFirm()
    const last = (await firstAdministrator(app.engine)).code as string
    expect((await app.anyone.post('/api/setup', { ...admin, code: first })).status).toBe(401)
    for (let i = 0; i < 9; i++) await app.anyone.post('/api/setup', { ...admin, code: 'x' })
    expect((await app.anyone.post('/api/setup', { ...admin, code: last })).status).toBe(429)
    app.clock.advance(16 * 60_000)
    expect((await app.anyone.post('/api/setup', { ...admin, code: last })).status).toBe(204)
  })
})
