import { afterAll, beforeEach, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { judgeNow } from '../control/server/service.ts'
import { policy } from '../policy/policy.record.ts'
import { reading } from '../reading/reading.record.ts'
import { remindReaders } from '../reading/server/remind.task.ts'
import { gatherReadings } from './server/gather.task.ts'

let app: TestApp
let manager: Client
let business: Client
let boss: PersonActor
let li: PersonActor

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[boss, li] = [await app.person('manager'), await app.person('business')]
  ;[manager, business] = [await app.as(boss), await app.as(li)]
})
afterAll(() => app?.close())

const system = asSystem('test')
const gather = () => gatherReadings(app.engine, {} as never)
const remind = () => remindReaders(app.engine, {} as never)
const clause = { key: '1', heading: '桌面', text: '离开时锁屏。', controls: [] }

/** An edition in effect: drawn up by the engineer, approved by the manager. */
async function publish(values: object = {}): Promise<string> {
  const engineer = await app.person('engineer')
  return app.inTx(engineer, async (tx) => {
    const made = await tx.create(policy, {
      ...{
        code: 'desk',
        title: '桌面安全办法',
        area: 'security',
        owner: engineer.id,
        purpose: '防泄密',
        scope: '全体',
      },
      ...{ clauses: [clause], effectiveOn: '2026-11-24', ...values },
    })
    return (await tx.act(policy, made.id, 'submit')).id
  })
}
const approve = (id: string) => app.inTx(boss, (tx) => tx.act(policy, id, 'approve'), true)

async function edition(values?: object): Promise<string> {
  const id = await publish(values)
  await approve(id)
  return id
}

async function nextEdition(id: string, text: string): Promise<void> {
  const engineer = await app.as(await app.person('engineer'))
  const { body } = await engineer.post(`/api/policies/${id}/new-edition`)
  await engineer.patch(`/api/policies/${body.id}`, {
    ...{ version: 1, effectiveOn: '2026-11-24', clauses: [{ ...clause, text }] },
  })
  await engineer.post(`/api/policies/${body.id}/submit`)
  await approve(body.id)
}

async function open(id: string, meant: object = { everybody: true }) {
  const made = (await manager.post('/api/reading-campaigns', { policy: id, owner: boss.id, ...meant })).body.item
  const { body } = await manager.post(`/api/reading-campaigns/${made.id}/open`)
  await gather()
  return body.item
}

const readings = async (): Promise<{ id: string; reader: string; state: string; dueOn: string; campaign: string }[]> =>
  (await manager.get('/api/readings?limit=100')).body.items
const stateOf = async (who: string) => (await readings()).find(({ reader }) => reader === who)?.state
const own = async (client: Client) => (await client.get('/api/my-readings')).body
const sign = (who: PersonActor, id: string) => app.inTx(who, (tx) => tx.act(reading, id, 'acknowledge'), true)
const notices = (who: string) =>
  app.sql<{ key: string }>('select key from notice where person = $1 order by at', [who]).then((all) => all.length)
const tellings = async () =>
  (await app.sql<{ n: string }>('select count(*) as n from graphile_worker._private_jobs'))[0]?.n

it('asks everybody who is here, once, and shows each the text that they sign', async () => {
  const campaign = await open(await edition())
  expect(campaign).toMatchObject({ state: 'running', dueOn: '2026-12-08', title: '桌面安全办法(第 1 版)' })
  await gather()
  const { n } = (await app.sql<{ n: number }>("select count(*)::int as n from person where state = 'active'"))[0] ?? {}
  expect((await readings()).length).toBe(n)
  const [mine] = (await own(business)).open
  expect(mine).toMatchObject({ dueOn: '2026-12-08', policy: { edition: 1, clauses: [{ text: '离开时锁屏。' }] } })
})

it('takes a signature of the reader alone, over the digest of that text', async () => {
  await open(await edition())
  const mine = (await readings()).find(({ reader }) => reader === li.id)
  await expect(sign(boss, mine?.id ?? '')).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await business.post(`/api/readings/${mine?.id}/acknowledge`)).status).toBe(422)
  await sign(li, mine?.id ?? '')
  const { items } = (await manager.get(`/api/readings/${mine?.id}/signatures`)).body
  expect(items).toMatchObject([{ person: li.id, verb: 'acknowledge' }])
  expect((await own(business)).open).toEqual([])
  expect((await own(business)).signed).toHaveLength(1)
  const { digest } = (await manager.get(`/api/readings/${mine?.id}`)).body.item
  const [signed] = await app.sql<{ shown: string }>('select shown::text from signature where record_id = $1', [
    mine?.id,
  ])
  expect(signed?.shown).toContain(digest)
})

it('includes joiners with days of their own, drops leavers, and asks those who return again', async () => {
  const [settle, below] = await app.inTx(system, async (tx) => {
    const top = await tx.create(department, { code: 'SET', name: '结算部' })
    return [top, await tx.create(department, { code: 'SE2', name: '清算组', parent: top.id })]
  })
  await open(await edition(), { departments: [settle.id] })
  expect(await readings()).toEqual([])
  app.clock.set('2026-12-01T02:00:00.000Z')
  await app.inTx(system, (tx) => tx.update(person, li.id, { department: below.id }))
  await gather()
  expect(await readings()).toMatchObject([{ reader: li.id, state: 'asked', dueOn: '2026-12-15' }])
  await app.inTx(system, (tx) => tx.act(person, li.id, 'leave'))
  await gather()
  expect(await stateOf(li.id)).toBe('lapsed')
  await app.inTx(system, (tx) => tx.act(person, li.id, 'return'))
  await gather()
  expect(await stateOf(li.id)).toBe('asked')
})

it('asks again where another text takes effect, and nobody where the text is the same', async () => {
  const first = await edition()
  const campaign = await open(first)
  const mine = (await readings()).find(({ reader }) => reader === li.id)
  await sign(li, mine?.id ?? '')
  await nextEdition(first, clause.text)
  await gather()
  expect((await own(business)).open).toEqual([])
  const kept = (await manager.get(`/api/reading-campaigns/${campaign.id}`)).body.item
  expect(kept).toMatchObject({ state: 'running', title: '桌面安全办法(第 2 版)' })

  await nextEdition(kept.policy, '离开时锁屏并收好文件。')
  await gather()
  expect((await manager.get(`/api/reading-campaigns/${campaign.id}`)).body.item.state).toBe('superseded')
  const [again] = (await own(business)).open
  expect(again.policy).toMatchObject({ edition: 3, clauses: [{ text: '离开时锁屏并收好文件。' }] })
  const old = (await readings()).filter((one) => one.campaign === campaign.id && one.state === 'asked')
  expect(old).toEqual([])
  const { items } = (await manager.get('/api/reading-campaigns?state=running')).body
  expect(items).toMatchObject([{ follows: campaign.id, everybody: true }])
})

it('is late at the dawn after its day: red on the control, and told once a morning', async () => {
  await open(await edition(), { roles: await rolesOf('business') })
  await judgeNow(app.engine)
  const control = async () => (await manager.get('/api/controls/G-06')).body
  expect(await control()).toMatchObject({ state: 'kept', ok: 1 })
  app.clock.set('2026-12-08T15:59:00.000Z')
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'kept' })
  app.clock.set('2026-12-08T16:00:00.000Z')
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'broken', bad: 1 })

  app.clock.set('2026-12-09T00:30:00.000Z')
  const before = await tellings()
  await remind()
  const [mine] = await readings()
  const verbs = async () =>
    (await manager.get(`/api/readings/${mine?.id}/journal`)).body.items.map(({ verb }: { verb: string }) => verb)
  expect(await verbs()).toEqual(['overdue', 'create'])
  // To whoever is late, and to the owner of the campaign.
  expect(Number(await tellings()) - Number(before)).toBe(2)
  await remind()
  expect(await verbs()).toEqual(['overdue', 'create'])
  expect((await manager.get(`/api/reading-campaigns/${mine?.campaign}/progress`)).body).toMatchObject({
    ...{ signed: 0, open: 0, late: 1, departments: [{ late: 1 }] },
  })
  await sign(li, mine?.id ?? '')
  await judgeNow(app.engine)
  expect(await control()).toMatchObject({ state: 'kept', bad: 0 })
  expect(await notices(li.id)).toBe(0)
})

it('is over when it is closed or its policy withdrawn: nothing is signed any more', async () => {
  const id = await edition()
  await open(id)
  await manager.post(`/api/policies/${id}/withdraw`, { withdrawReason: '不再需要' })
  const mine = (await readings()).find(({ reader }) => reader === li.id)
  await expect(sign(li, mine?.id ?? '')).rejects.toMatchObject({ code: 'guarded' })
  await gather()
  expect(await stateOf(li.id)).toBe('lapsed')
})

it('is opened for somebody, and for an edition in effect, both said', async () => {
  const draft = await publish()
  const refused = await manager.post('/api/reading-campaigns', { policy: draft, owner: boss.id, everybody: true })
  expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(['policy'])
  await approve(draft)
  const made = (await manager.post('/api/reading-campaigns', { policy: draft, owner: boss.id })).body.item
  const opened = await manager.post(`/api/reading-campaigns/${made.id}/open`)
  expect(opened.body.errors.map(({ path }: { path: string }) => path)).toEqual(['departments'])
})

it('is begun by those who work on rules, and by nobody else', async () => {
  const refused = await business.post('/api/reading-campaigns', { policy: await edition(), owner: boss.id })
  expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
})

const rolesOf = async (code: string) =>
  (await app.sql<{ id: string }>('select id from role where code = $1', [code])).map(({ id }) => id)
