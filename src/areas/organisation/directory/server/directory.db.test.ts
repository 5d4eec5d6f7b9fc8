import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkInDirectory, readDirectory } from '../../../../platform/auth/ldap.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { hasSlapd, type Slapd, startSlapd } from '../../../../testing/slapd.ts'
import { directoryGroup } from '../../directory-group/directory-group.record.ts'
import { team } from '../../team/team.record.ts'
import { syncDirectory } from './sync.ts'

let app: TestApp
let slapd: Slapd
const group = 'cn=operators,ou=groups,dc=firm,dc=example'

beforeAll(async () => {
  if (!hasSlapd) return
  slapd = await startSlapd()
  for (const uid of ['li', 'wang', 'chen', 'zhao', 'sun', 'zhou']) {
    await slapd.addPerson(uid, { employeeNumber: `D-${uid}`, mail: `${uid}@firm.example` })
  }
  await slapd.addPerson('guest')
  const members = ['li', 'wang', 'zhao', 'sun', 'zhou'].map((uid) => `uid=${uid},ou=people`)
  await slapd.setGroup('night', ['uid=chen,ou=people'])
  // A group of groups: whoever is in the inner one is in the outer one too.
  await slapd.setGroup('operators', [...members, 'cn=night,ou=groups'])
  app = await testApp({ signIn: { ldap: slapd.settings } })
  await app.inTx(asSystem('test'), async (tx) => {
    const held = await tx.db.selectFrom('role').select('id').where('code', '=', 'operator').executeTakeFirstOrThrow()
    await tx.create(directoryGroup, { dn: 'CN=Operators, ou=groups, dc=firm, dc=example', role: held.id })
  })
})
afterAll(async () => {
  await app?.close()
  await slapd?.kill()
})

const signIn = (login: string, password: string) =>
  app.http.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
const session = async (headers: Record<string, string>) =>
  (await app.http.inject({ method: 'GET', url: '/api/session', headers })).statusCode
const personOf = async (employeeNo: string) => {
  const [found] = await app.sql<{ id: string; state: string; name: string; login: string; roles: string[] }>(
    `select p.id, p.state, p.name, a.login, array(select code from role where id = any(p.roles)) as roles
      from person p left join account a on a.person = p.id where p.employee_no = $1`,
    [employeeNo],
  )
  return found
}
const synced = () => syncDirectory(app.engine)

describe.skipIf(!hasSlapd)('the directory', () => {
  it('proves a password, and nothing by an empty one', async () => {
    const asked = (login: string, password: string) => checkInDirectory(slapd.settings, { login }, password)
    expect(await asked('li', 'password of li')).toMatchObject({ login: 'li', mail: 'li@firm.example' })
    expect(await asked('li', 'password of wang')).toBeNull()
    expect(await asked('nobody', 'password of li')).toBeNull()
    expect(await asked('li', '')).toBeNull()
  })

  it.each(['*', 'l*', 'li)(uid=*', 'li)(|(uid=*', '*)(objectClass=*', 'li\\2a', 'li\0', '(', '\\'])(
    'takes what is typed as a name and never as a filter: %j',
    async (login) => {
      expect(await checkInDirectory(slapd.settings, { login }, 'password of li')).toBeNull()
      // A zero byte is no text at all and comes no further than the door.
      expect((await signIn(login, 'password of li')).statusCode).toBe(login.includes('\0') ? 422 : 401)
    },
  )

  it('tells everybody’s groups, also those by way of others', async () => {
    const entries = await readDirectory(slapd.settings)
    expect(entries).toHaveLength(7)
    expect(entries.find(({ login }) => login === 'chen')?.groups).toContain(group)
    expect(entries.find(({ login }) => login === 'guest')?.groups).toEqual([])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(7)
  })

  it('lets nobody in who is not here yet, and says what to do', async () => {
    const answer = await signIn('guest', 'password of guest')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'not-allowed' })
    expect((await signIn('guest', 'wrong')).statusCode).toBe(401)
  })

  it('brings those of mapped groups in, with their roles, and they sign in with its password', async () => {
    expect(await synced()).toMatchObject({ outcome: 'done', seen: 7, created: 6, gone: 0, clashes: [] })
    expect(await synced()).toMatchObject({ outcome: 'done', created: 0, changed: 0 })
    expect(await personOf('D-li')).toMatchObject({ state: 'active', name: 'li', login: 'li', roles: ['operator'] })
    expect(await personOf('D-chen')).toMatchObject({ roles: ['operator'] })
    expect(await personOf('guest')).toBeUndefined()
    const answer = await signIn('li', 'password of li')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ person: { login: 'li', roles: ['operator'] }, proofs: ['password'] })
    expect((await signIn('li', 'wrong')).statusCode).toBe(401)
    expect((await signIn('li', ' ')).statusCode).toBe(401)
  })

  it('signs with its password too, and does not change it here', async () => {
    const cookie = String((await signIn('li', 'password of li')).headers['set-cookie']).split(';')[0] as string
    const payload = { old: 'password of li', password: 'a new password' }
    const url = '/api/account/password'
    expect((await app.http.inject({ method: 'PUT', url, headers: { cookie }, payload })).statusCode).toBe(403)
    const begin = (password: string) =>
      app.http.inject({
        method: 'POST',
        url: '/api/account/codes',
        headers: { cookie },
        payload: { signature: { password } },
      })
    expect((await begin('wrong')).statusCode).toBe(403)
    expect((await begin('password of li')).statusCode).toBe(200)
  })

  it('keeps the account through a rename, and gives a freed login to nobody else’s account', async () => {
    const before = await personOf('D-wang')
    await slapd.rename('uid=wang,ou=people', 'uid=wang.wu')
    await slapd.setGroup('renamed', ['uid=wang.wu,ou=people'])
    await slapd.setGroup('operators', [
      ...['li', 'zhao', 'sun', 'zhou'].map((uid) => `uid=${uid},ou=people`),
      ...['cn=night,ou=groups', 'cn=renamed,ou=groups'],
    ])
    // Already before the next synchronisation: the id is what counts.
    const early = await signIn('wang.wu', 'password of wang')
    expect(early.json().person.id).toBe(before?.id)
    await slapd.addPerson('wang', { employeeNumber: 'D-other', userPassword: 'another wang' })
    expect((await signIn('wang', 'another wang')).statusCode).toBe(403)
    expect(await synced()).toMatchObject({ created: 0, changed: 1 })
    expect(await personOf('D-wang')).toMatchObject({ id: before?.id, login: 'wang.wu', roles: ['operator'] })
    await slapd.remove('uid=wang,ou=people')
  })

  it('takes a role away with the group, and leaves one that was given by hand', async () => {
    const { id } = (await personOf('D-sun')) as { id: string }
    await app.inTx(asSystem('test'), async (tx) => {
      const held = await tx.db.selectFrom('role').select('id').where('code', 'in', ['operator', 'checker']).execute()
      await tx.update(tx.directory, id, { roles: held.map((one) => one.id) })
    })
    await slapd.setGroup('operators', [
      ...['li', 'zhao', 'zhou'].map((uid) => `uid=${uid},ou=people`),
      ...['cn=night,ou=groups', 'cn=renamed,ou=groups'],
    ])
    await synced()
    expect(await personOf('D-sun')).toMatchObject({ roles: ['checker'] })
  })

  it('disables whoever is gone, ends their session, and lists them with what they still hold', async () => {
    const entered = await signIn('zhao', 'password of zhao')
    const headers = { cookie: String(entered.headers['set-cookie']).split(';')[0] as string }
    expect(await session(headers)).toBe(200)
    const { id } = (await personOf('D-zhao')) as { id: string }
    await app.inTx(asSystem('test'), (tx) => tx.create(team, { code: 'night', name: '夜班', lead: id }))
    await slapd.remove('uid=zhao,ou=people')
    expect(await synced()).toMatchObject({ outcome: 'done', gone: 1 })
    expect(await personOf('D-zhao')).toMatchObject({ state: 'left' })
    await expect.poll(() => session(headers)).toBe(401)
    expect((await signIn('zhao', 'password of zhao')).statusCode).toBe(401)
    const admin = await app.as(await app.person('admin'))
    const { items } = (await admin.get('/api/leavers')).body
    expect(items).toMatchObject([
      { id, by: 'directory-sync', roles: ['值班员'], open: [{ record: 'team', field: 'lead', count: 1 }] },
    ])
    expect((await (await app.as(await app.person('operator'))).get('/api/leavers')).status).toBe(403)
  })

  it('stops, and says so, when more would go than the share allows; goes on when just that is confirmed', async () => {
    await slapd.remove('uid=sun,ou=people')
    await slapd.remove('uid=zhou,ou=people')
    expect(await synced()).toMatchObject({ outcome: 'stopped', gone: 2 })
    expect(await personOf('D-sun')).toMatchObject({ state: 'active' })
    const admin = await app.as(await app.person('admin'))
    expect((await admin.get('/api/directory')).body.syncs[0]).toMatchObject({ outcome: 'stopped', gone: 2 })
    expect(await syncDirectory(app.engine, { confirmed: 3 })).toMatchObject({ outcome: 'stopped' })
    expect(await syncDirectory(app.engine, { confirmed: 2 })).toMatchObject({ outcome: 'done', gone: 2 })
    expect(await personOf('D-sun')).toMatchObject({ state: 'left' })
  })

  it('disables nobody when it cannot be reached, and says so at sign-in', async () => {
    await slapd.kill()
    expect(await synced()).toMatchObject({ outcome: 'failed', gone: 0 })
    expect(await personOf('D-li')).toMatchObject({ state: 'active' })
    expect((await signIn('li', 'password of li')).statusCode).toBe(503)
    // Whoever has a password of ours needs no directory.
    const admin = await app.person('admin')
    const [account] = await app.sql<{ login: string }>('select login from account where person = $1', [admin.id])
    expect((await signIn(account?.login as string, 'a password for tests')).statusCode).toBe(200)
  })
})
