import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorker } from '../../../../platform/jobs/worker.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { component } from '../../../operations/component/component.record.ts'
import { team } from '../../../organisation/team/team.record.ts'
import { findRecurrence } from './recurrence.ts'

let app: TestApp
let engineer: Client
let gateway: string
let duty: string

beforeAll(async () => {
  app = await testApp()
  engineer = await app.as(await app.person('engineer'))
  ;[gateway, duty] = await app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(team, { code: 'duty', name: '值班组' })
    const made = await tx.create(component, {
      code: 'gw-1',
      name: '报单网关',
      kind: 'service',
      ownerTeam: id,
    })
    return [made.id, id]
  })
})
afterAll(() => app?.close())

const report = async (title: string, on = gateway): Promise<string> =>
  (await engineer.post('/api/incidents', { title, component: on })).body.item.id

const look = (signature: string) => findRecurrence(app.engine, { component: gateway, signature } as never)

const problems = async (q: string) => (await engineer.get(`/api/problems?q=${encodeURIComponent(q)}`)).body.items

describe('recurrence, found by itself', () => {
  it('logs a problem once for incidents that tell of the same thing, and later ones join it', async () => {
    const ids = [await report('报单超时 3 秒'), await report('报单超时 12 秒')]
    await report('网关证书将到期')
    await look('报单超时')
    expect(await problems('报单超时')).toEqual([])

    ids.push(await report('报单超时(09:31)'))
    await Promise.all([look('报单超时'), look('报单超时'), look('报单超时')])
    const [one, ...more] = await problems('报单超时')
    expect(more).toEqual([])
    expect(one).toMatchObject({ state: 'logged', component: gateway, team: duty, occurrences: 3 })
    expect(new Set(one.incidents)).toEqual(new Set(ids))

    ids.push(await report('报单超时 8 秒'))
    await look('报单超时')
    await look('报单超时')
    expect((await engineer.get(`/api/problems/${one.id}`)).body.item).toMatchObject({ occurrences: 4, version: 2 })
  })

  it('begins anew after the problem was solved: it takes as many again', async () => {
    const [{ id }] = await problems('报单超时')
    app.clock.set('2026-11-25T01:00:00.000Z')
    expect((await engineer.post(`/api/problems/${id}/analyse`, { rootCause: '线程池过小' })).status).toBe(200)
    expect((await engineer.post(`/api/problems/${id}/solve`)).body.item.state).toBe('solved')
    app.clock.set('2026-11-25T02:00:00.000Z')
    await report('报单超时 5 秒')
    await report('报单超时 6 秒')
    await look('报单超时')
    expect(await problems('报单超时')).toHaveLength(1)
    await report('报单超时 7 秒')
    await look('报单超时')
    expect(await problems('报单超时')).toHaveLength(2)
  })

  it('is looked for after the commit, by a job of its own for each kind of failure, and the team is told', async () => {
    const worker = await startWorker(app.engine, { 'find-recurrence': findRecurrence }, [])
    for (const n of [1, 2, 3]) await report(`会话断开 ${n}`)
    await expect.poll(() => problems('会话断开'), { timeout: 10_000 }).toHaveLength(1)
    await worker.stop()
    const [{ id }] = await problems('会话断开')
    const told = await app.sql<{ payload: { tellings: { who?: object[]; id: string }[] } }>(
      `select payload from graphile_worker._private_jobs`,
    )
    const tellings = told.flatMap(({ payload }) => payload.tellings ?? []).filter((one) => one.id === id)
    expect(tellings.flatMap(({ who }) => who ?? [])).toEqual([{ is: 'team', id: duty }])
  })
})

describe('a problem logged by hand', () => {
  it('takes what its incidents share, and is named at each of them', async () => {
    const ids = [await report('屏幕闪烁'), await report('屏幕变暗')]
    const made = await engineer.post('/api/problems/from-incidents', { incidents: ids, title: '显卡驱动不稳' })
    const { item } = (await engineer.get(`/api/problems/${made.body.number}`)).body
    expect(item).toMatchObject({ title: '显卡驱动不稳', component: gateway, service: null, occurrences: 2 })
    for (const id of ids)
      expect(JSON.stringify((await engineer.get(`/api/incidents/${id}/neighbourhood`)).body)).toContain(item.number)
    const business = await app.as(await app.person('business'))
    expect((await business.post('/api/problems/from-incidents', { incidents: ids })).status).toBe(403)
  })
})

describe('a known error', () => {
  it('stands beside incidents of its component, with what helps meanwhile', async () => {
    const made = await engineer.post('/api/problems', { title: '行情转发缓冲区溢出', component: gateway })
    await engineer.post(`/api/problems/${made.body.item.id}/make-known`, { workaround: '重启行情转发进程。' })
    const incident = await report('客户看不到报价')
    const { items } = (await engineer.get(`/api/incidents/${incident}/known-errors`)).body
    expect(items).toEqual([expect.objectContaining({ title: '行情转发缓冲区溢出', workaround: '重启行情转发进程。' })])
  })

  it('or of the same words, and stands beside no other', async () => {
    const by = async (title: string) =>
      (
        await engineer.get(
          `/api/incidents/${(await engineer.post('/api/incidents', { title })).body.item.id}/known-errors`,
        )
      ).body.items
    expect(await by('缓冲区溢出,行情转发停了')).toHaveLength(1)
    expect(await by('打印机缺纸')).toEqual([])
  })

  it('is not for business staff', async () => {
    const business = await app.as(await app.person('business'))
    const mine = await business.post('/api/incidents', { title: '行情转发缓冲区溢出' })
    expect((await business.get(`/api/incidents/${mine.body.item.id}/known-errors`)).body.items).toEqual([])
    expect((await business.get('/api/problems')).body.items).toEqual([])
  })
})
