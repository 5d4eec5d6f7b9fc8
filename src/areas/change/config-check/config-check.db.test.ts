import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { component } from '../../operations/component/component.record.ts'
import { configurationTasks } from './server/check.task.ts'

const signature = { password: testPassword }
let app: TestApp
let engineer: Client
let other: Client
let manager: Client
let folder: string
let checklist: string
const places: string[] = []

beforeAll(async () => {
  app = await testApp({
    programs: {
      limits: { command: process.execPath, args: ['-e', 'console.log(1024)'], probe: true },
      stop: { command: process.execPath, args: ['-e', 'console.log("stopped")'] },
    },
  })
  folder = mkdtempSync(join(tmpdir(), 'touchstone-configuration-'))
  process.env['TOUCHSTONE_TARGET_FLOOR_CONFIG'] = folder
  process.env['TOUCHSTONE_TARGET_FLOOR_DB'] = app.engine.url
})
afterAll(async () => {
  delete process.env['TOUCHSTONE_TARGET_FLOOR_CONFIG']
  delete process.env['TOUCHSTONE_TARGET_FLOOR_DB']
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const lineOf = (path: string, pattern: string) => ({ is: 'file-line', folder: 'floor-config', path, pattern })
const items = [
  {
    ...{ key: 'timeout', name: '超时(秒)', nameEn: 'Timeout (s)' },
    from: lineOf('{code}/app.conf', '^timeout\\s*=\\s*(\\S+)'),
    expect: { is: 'number', least: 3, most: 10 },
  },
  {
    ...{ key: 'mode', name: '运行方式' },
    from: lineOf('{code}/app.conf', '^mode=(.*)$'),
    expect: { is: 'pattern', pattern: '^(live|standby)$' },
  },
  {
    ...{ key: 'tables', name: '字典', from: { is: 'sql', target: 'floor-db', statement: "select 'gbk'::text" } },
    expect: { is: 'text', value: 'gbk' },
  },
  {
    ...{ key: 'limits', name: '句柄数', from: { is: 'program', program: 'limits' } },
    expect: { is: 'number', least: 1024 },
  },
  {
    ...{ key: 'licence', name: '许可文件' },
    from: { is: 'file-digest', folder: 'floor-config', path: '{code}/licence' },
    expect: { is: 'digest', sha256: createHash('sha256').update('licence').digest('hex') },
  },
]

beforeEach(async () => {
  await app.renew()
  const [first, second, third] = [
    await app.person('engineer'),
    await app.person('checker'),
    await app.person('manager'),
  ]
  engineer = await app.as(first)
  other = await app.as(second)
  manager = await app.as(third)
  places.length = 0
  await app.inTx(asSystem('test'), async (tx) => {
    for (const code of ['bank-a', 'bank-b'])
      places.push((await tx.create(component, { code, name: code, kind: 'process' })).id)
  })
  for (const code of ['bank-a', 'bank-b']) install(code, { timeout: '8' })
  const made = await engineer.post('/api/config-checklists', {
    ...{ title: '银行通道', components: places, owner: first.id, items, everyDays: 7 },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  checklist = made.body.item.id
})

function install(code: string, { timeout, mode = 'live' }: { timeout: string; mode?: string }) {
  mkdirSync(join(folder, code), { recursive: true })
  writeFileSync(join(folder, code, 'app.conf'), `# settings\ntimeout = ${timeout}\nmode=${mode}\n`)
  writeFileSync(join(folder, code, 'licence'), 'licence')
}

/** A signed verb, from the version that is there. */
async function signs(who: Client, path: string, verb: string) {
  const { version } = (await who.get(path)).body.item
  return who.post(`${path}/${verb}`, { version, signature })
}
const approve = (who = manager) => signs(who, `/api/config-checklists/${checklist}`, 'approve')
/** Does every check that waits. */
async function work() {
  const waiting = await app.sql<{ id: string }>(`select id from config_check where state = 'waiting' order by id`)
  for (const { id } of waiting) await configurationTasks['check-configuration'](app.engine, { id } as never)
}
const checkNow = async (place: string | undefined) => {
  await engineer.post(`/api/config-checklists/${checklist}/check`, { component: place })
  await work()
}
interface Newest {
  id: string
  state: string
  drifted: number
  unread: number
}
const newest = async (code: string): Promise<Newest> => {
  const [row] = await app.sql<Newest>(`select k.id, k.state, k.drifted, k.unread from config_check k
    join component c on c.id = k.component where c.code = '${code}' and k.newest`)
  return row as Newest
}
const alarms = () => app.sql<{ title: string }>(`select title from alarm where state <> 'resolved' order by key`)

describe('a configuration checklist', () => {
  it('is approved by another, and then every component is checked where its values really stand', async () => {
    expect(faultsIn((await approve(engineer)).body)).toEqual([' same-person'])
    expect((await approve()).status).toBe(200)
    await work()
    expect(await newest('bank-a')).toMatchObject({ state: 'matches', drifted: 0, unread: 0 })
    const { body } = await engineer.get(`/api/config-checklists/${checklist}/matrix`)
    expect(body.components.map(({ cells }: { cells: { found: string }[] }) => cells.map(({ found }) => found))).toEqual(
      Array(2).fill(['8', 'live', 'gbk', '1024', createHash('sha256').update('licence').digest('hex')]),
    )
  })

  it('is not taken with patterns that are none, and reads nothing outside the folder that the server names', async () => {
    const bad = [{ ...items[0], from: lineOf('app.conf', '(') }]
    const { body } = await engineer.post('/api/config-checklists', {
      ...{ title: 'x', components: places, owner: places[0], items: bad },
    })
    expect(faultsIn(body)).toContain('items.0.from.pattern not-a-pattern')
    const outside = [{ ...items[0], from: lineOf('../secret', 'x') }]
    expect(
      (await engineer.post('/api/config-checklists', { title: 'x', components: places, items: outside })).status,
    ).toBe(422)
  })

  it('says drift until it matches again', async () => {
    await approve()
    install('bank-b', { timeout: '30' })
    await work()
    expect(await newest('bank-b')).toMatchObject({ state: 'drifts', drifted: 1 })
    expect(await alarms()).toEqual([{ title: '配置偏离:银行通道 · bank-b。超时(秒) 实为 30' }])
    await checkNow(places[1])
    expect(await alarms()).toHaveLength(1)
    install('bank-b', { timeout: '9' })
    await checkNow(places[1])
    expect(await newest('bank-b')).toMatchObject({ state: 'matches' })
    expect(await alarms()).toEqual([])
  })

  it('takes a drift for right once two people have signed it, and no other value', async () => {
    await approve()
    install('bank-b', { timeout: '30' })
    await work()
    const { id } = await newest('bank-b')
    const path = `/api/config-checks/${id}`
    expect((await engineer.post(`${path}/ask-baseline`, { baselineReason: '银行要求三十秒。' })).status).toBe(200)
    expect(faultsIn((await signs(engineer, path, 'sign-baseline')).body)).toEqual([' same-person'])
    expect(await alarms()).toHaveLength(1)
    expect((await signs(other, path, 'sign-baseline')).status).toBe(200)
    expect(await alarms()).toEqual([])
    await work()
    expect(await newest('bank-b')).toMatchObject({ state: 'matches' })
    install('bank-b', { timeout: '31' })
    await checkNow(places[1])
    expect(await newest('bank-b')).toMatchObject({ state: 'drifts' })
  })

  it('keeps a finding where nothing can be read, and takes what can as it is', async () => {
    await approve()
    install('bank-b', { timeout: '30' })
    await work()
    rmSync(join(folder, 'bank-b'), { recursive: true })
    await checkNow(places[1])
    expect(await newest('bank-b')).toMatchObject({ state: 'unclear', drifted: 0, unread: 3 })
    expect(await alarms()).toHaveLength(1)
  })

  it('is checked again once its days are over, and once only', async () => {
    await approve()
    await work()
    app.clock.advance(7 * 86_400_000)
    await configurationTasks['ask-configuration'](app.engine, {} as never)
    await configurationTasks['ask-configuration'](app.engine, {} as never)
    expect(await app.sql(`select why from config_check where state = 'waiting'`)).toEqual(
      Array(2).fill({ why: 'schedule' }),
    )
  })

  it('sets two systems beside each other', async () => {
    await approve()
    install('bank-b', { timeout: '9' })
    await work()
    const [left, right] = [(await newest('bank-a')).id, (await newest('bank-b')).id]
    const { body } = await engineer.get(`/api/config-comparison?left=${left}&right=${right}`)
    expect(body.items.filter(({ same }: { same: boolean }) => !same)).toEqual([
      { key: 'timeout', name: ['超时(秒)', 'Timeout (s)'], left: '8', right: '9', same: false },
    ])
  })

  it('revised, asks for something else only once another has approved that', async () => {
    await approve()
    await work()
    const { body } = await manager.post(`/api/config-checklists/${checklist}/revise`, { reviseReason: '银行改了。' })
    const [first, ...rest] = items
    const changed = [{ ...first, expect: { is: 'number', most: 5 } }, ...rest]
    await manager.patch(`/api/config-checklists/${checklist}`, { version: body.item.version, items: changed })
    expect(faultsIn((await approve()).body)).toEqual([' same-person'])
    expect((await approve(engineer)).status).toBe(200)
    await work()
    expect(await newest('bank-a')).toMatchObject({ state: 'drifts' })
    expect(await alarms()).toHaveLength(2)
  })

  it('lets go of what it is for no longer, and of what is retired', async () => {
    await approve()
    for (const code of ['bank-a', 'bank-b']) install(code, { timeout: '30' })
    await work()
    expect(await alarms()).toHaveLength(2)
    await app.inTx(asSystem('test'), async (tx) => {
      await tx.act(component, places[0] as string, 'commission')
      await tx.act(component, places[0] as string, 'retire')
    })
    await configurationTasks['ask-configuration'](app.engine, {} as never)
    expect(await alarms()).toHaveLength(1)
    await engineer.post(`/api/config-checklists/${checklist}/retire`)
    expect(await alarms()).toEqual([])
    expect(await app.sql('select id from config_check where newest')).toEqual([])
  })
})
