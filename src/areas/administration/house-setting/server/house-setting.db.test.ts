import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEngine } from '../../../../app/open.ts'
import { diskStore } from '../../../../platform/files/store.ts'
import { address, lockTries, passwordLength, sessionHours } from '../../../../platform/settings/house.ts'
import type { Setting } from '../../../../record/setting.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../../testing/app.ts'

let app: TestApp
let admin: Client
beforeAll(async () => {
  app = await testApp()
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

interface Shown {
  readonly value: string
  readonly default: string
  readonly set: { id: string; version: number; reason: string; by: string } | null
}

async function shown(setting: Setting, as = admin): Promise<Shown> {
  const { body } = await as.get('/api/house/settings')
  return body.items.find((one: { key: string }) => one.key === setting.key)
}

/** Sets it as the page does: the first time makes its row, every later one changes it. */
async function set(setting: Setting, value: string, reason = '本单位制度') {
  const { set: row } = await shown(setting)
  const given = { value, reason }
  return row
    ? admin.patch(`/api/house-settings/${row.id}`, { ...given, version: row.version })
    : admin.post('/api/house-settings', { ...given, key: setting.key })
}

const holds = <T>(setting: Setting<T>, value: T) =>
  vi.waitFor(() => expect(app.engine.settings.get(setting)).toBe(value))

describe('a setting', () => {
  it('is as it comes until somebody sets it, then as it was set last, with who and why', async () => {
    expect(await shown(sessionHours)).toMatchObject({ value: '12', default: '12', set: null })
    expect((await set(sessionHours, '8', '等级保护要求')).status).toBe(201)
    expect(await shown(sessionHours)).toMatchObject({
      value: '8',
      default: '12',
      set: { reason: '等级保护要求', by: '管理员' },
    })
    await holds(sessionHours, 8)
    expect((await set(sessionHours, '4', '夜班反映')).status).toBe(200)
    await holds(sessionHours, 4)
    const row = (await shown(sessionHours)).set
    const { body } = await admin.get(`/api/house-settings/${row?.id}/journal`)
    expect(body.items[0]).toMatchObject({ verb: 'update', changes: { value: ['8', '4'] } })
  })

  it('is refused out of its bounds, in words, and without a reason of its own', async () => {
    for (const value of ['0', '169', '1.5', 'twelve', '-3', '1e1']) {
      const refused = await set(sessionHours, value, '试试')
      expect(refused, value).toMatchObject({ status: 422, body: { errors: [{ path: 'value', code: 'out-of-range' }] } })
      expect(refused.body.errors[0].message).toContain('1 到 168')
    }
    expect(await set(sessionHours, '6', '夜班反映')).toMatchObject({ body: { errors: [{ path: 'reason' }] } })
    expect(await admin.post('/api/house-settings', { key: 'colour', value: 'red', reason: '好看' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'key' }] },
    })
    for (const value of ['ftp://x', 'touchstone', 'https://x.cn/here', 'https://me@x.cn', 'javascript:alert(1)'])
      expect((await set(address, value)).status, value).toBe(422)
    expect((await set(address, 'https://touchstone.example.cn/')).status).toBe(201)
    await holds(address, 'https://touchstone.example.cn')
  })

  it('is an administrator’s to set, and open to those who answer for the house', async () => {
    for (const code of ['manager', 'auditor']) {
      const client = await app.as(await app.person(code))
      expect((await shown(lockTries, client)).value).toBe('10')
      const given = { key: lockTries.key, value: '5', reason: '收紧' }
      expect((await client.post('/api/house-settings', given)).status, code).toBe(403)
    }
    const operator = await app.as(await app.person('operator'))
    expect((await operator.get('/api/house/settings')).status).toBe(403)
    expect((await operator.get('/api/house-settings')).body.items).toEqual([])
  })

  it('takes effect on every copy without a restart', async () => {
    const other = await openEngine({ url: app.url, files: diskStore('/nonexistent'), log: pino({ level: 'silent' }) })
    try {
      expect(other.engine.settings.get(passwordLength)).toBe(10)
      await set(passwordLength, '14')
      await vi.waitFor(() => expect(other.engine.settings.get(passwordLength)).toBe(14))
    } finally {
      await other.close()
    }
  })

  it('comes as this server was started, and a text that its setting no longer takes counts as not set', async () => {
    const own = { [address.key]: 'https://ts.firm.cn' }
    const other = await openEngine({
      url: app.url,
      files: diskStore('/nonexistent'),
      defaults: own,
      log: pino({ level: 'silent' }),
    })
    try {
      expect(other.engine.settings.defaultOf(address)).toBe('https://ts.firm.cn')
      expect(other.engine.settings.get(address)).toBe('https://touchstone.example.cn')
      await app.sql("update house_setting set value = 'gone' where key = 'address'")
      await app.engine.inTx(await app.person('admin'), (tx) => tx.notify('record', { record: 'house-setting' }))
      await vi.waitFor(() => expect(other.engine.settings.get(address)).toBe('https://ts.firm.cn'))
    } finally {
      await other.close()
    }
  })
})

describe('what is set', () => {
  it('wants longer passwords, and locks sooner', async () => {
    const person = await app.person('checker')
    await set(passwordLength, '20', '更长的密码')
    await holds(passwordLength, 20)
    const given = { login: 'second.one', password: 'eighteen characters' }
    const refused = await admin.post(`/api/people/${person.id}/give-account`, given)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'password', code: 'too-small' }] } })
    const longer = { ...given, password: 'twenty characters, all told' }
    expect((await admin.post(`/api/people/${person.id}/give-account`, longer)).status).toBe(200)

    await set(lockTries, '3', '收紧')
    await holds(lockTries, 3)
    const wrong = () => app.anyone.post('/api/session', { login: given.login, password: testPassword })
    for (let i = 0; i < 3; i++) expect((await wrong()).status).toBe(401)
    expect((await wrong()).status).toBe(429)
  })
})
