import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { component } from '../../operations/component/component.record.ts'
import { type Cast, castOf, effectiveRunbook, step } from '../../operations/run/server/stage.testing.ts'

const signature = { password: testPassword }
let app: TestApp
let cast: Cast
let engineer: Client
let manager: Client
let checker: Client
let book: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T12:00:00.000Z' })
  cast = await castOf(app)
  engineer = await app.as(cast.engineer)
  manager = await app.as(cast.manager)
  checker = await app.as(cast.wang)
  const steps = [step('do', { checkerPost: 'duty-checker' })]
  book = (
    await effectiveRunbook(app, cast, steps, { code: 'UPGRADE', title: '升级', titleEn: 'Upgrade', kind: 'upgrade' })
  ).id
  await app.inTx(cast.engineer, async (tx) => {
    for (const code of ['one', 'two', 'three', 'four']) {
      const { id } = await tx.create(component, { code, name: code, kind: 'process', environment: 'test' })
      await tx.act(component, id, 'commission')
      ids[code] = id
    }
  })
})
afterAll(() => app?.close())

const risky = { rehearsed: 'no', undo: 'never', done: 'never', outage: 'long' }
const harmless = { rehearsed: 'yes', undo: 'quick', done: 'often', outage: 'none' }

async function planned(code: string, more: object = {}): Promise<string> {
  const values = {
    ...{ title: `升级 ${code}`, reason: '补丁', components: [ids[code]], answers: risky, runbook: book },
    ...{ plannedStart: '2026-11-25T12:00:00.000Z', plannedEnd: '2026-11-25T14:00:00.000Z', rollbackSteps: '装回' },
    ...{ tests: [{ what: '登录', expected: '成功' }], noBackupReason: '只改程序' },
  }
  const made = await engineer.post('/api/changes', { ...values, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.item.id
}
async function assessed(code: string, more: object = {}): Promise<string> {
  const id = await planned(code, more)
  const answer = await engineer.post(`/api/changes/${id}/assess`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}
const meet = async (more: object = {}) => {
  const made = await manager.post('/api/advisory-meetings', {
    ...{ title: '周评审会', startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T02:00:00.000Z' },
    ...{ chair: cast.manager.id, participants: [cast.wang.id, cast.engineer.id], ...more },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.item.id as string
}
const at = (id: string, verb: string) => `/api/advisory-meetings/${id}/${verb}`
const agenda = async (id: string) => (await manager.get(at(id, 'agenda'))).body.items
const itemOf = async (id: string, change: string) =>
  (await agenda(id)).find((one: { change: { id: string } }) => one.change.id === change)
const advise = async (by: Client, id: string, change: string, more: object) =>
  by.post(`/api/advisory-items/${(await itemOf(id, change)).id}/advise`, { said: '已逐项看过。', ...more })
const sign = async (id: string) => {
  const { version } = (await manager.get(`/api/advisory-meetings/${id}`)).body.item
  return manager.post(at(id, 'hold'), { version, signature, remarks: '按议程评审完毕。' })
}
const approve = (id: string) => engineer.post(`/api/changes/${id}/approve`)
const gate = async (id: string) =>
  (await engineer.get(`/api/changes/${id}/standing`)).body.gates.find(({ code }: { code: string }) => code === 'advice')

describe('an agenda', () => {
  let first: string
  let one: string
  it('is drawn from what waits, the riskiest first, and what is assessed later comes onto it by itself', async () => {
    one = await assessed('one', { answers: harmless })
    const two = await assessed('two')
    first = await meet()
    expect((await agenda(first)).map((is: { change: { id: string } }) => is.change.id)).toEqual([two, one])
    const three = await assessed('three', { plannedStart: '2026-11-25T11:00:00.000Z' })
    expect((await itemOf(first, three)).because).toBe('waiting')
    expect((await agenda(first)).length).toBe(3)
  })

  it('takes a draft by hand, with a reason, and lets one go with a reason', async () => {
    const draft = await planned('four')
    expect((await gate(draft)).is).toBe('later')
    const add = (more: object) => engineer.post('/api/advisory-items', { meeting: first, change: draft, ...more })
    expect(faultsIn((await add({})).body)).toEqual(['addReason required'])
    expect((await add({ addReason: '影响大,先听意见' })).status).toBe(201)
    expect(faultsIn((await add({ addReason: '再加' })).body)).toEqual(['change on-agenda'])
    const { id } = await itemOf(first, draft)
    expect(faultsIn((await engineer.post(`/api/advisory-items/${id}/take-off`, { dropReason: '下次' })).body)).toEqual([
      ' not-leading',
    ])
    expect(faultsIn((await manager.post(`/api/advisory-items/${id}/take-off`, {})).body)).toEqual([
      'dropReason required',
    ])
    expect((await manager.post(`/api/advisory-items/${id}/take-off`, { dropReason: '材料不全' })).status).toBe(200)
    await engineer.post(`/api/changes/${draft}/withdraw`, { withdrawReason: '不做了' })
  })

  it('lets go of what is approved meanwhile, and leaves what was withdrawn', async () => {
    expect((await approve(one)).status).toBe(202)
    await engineer.post(`/api/changes/${one}/withdraw`, { withdrawReason: '合并到下月' })
    expect((await itemOf(first, one)).state).toBe('lapsed')
  })

  it('goes to all who take part with the invitation, and to calendars', async () => {
    expect((await manager.post(at(first, 'invite'), {})).status).toBe(200)
    const told = await app.sql<{ payload: string }>(
      `select payload::text from graphile_worker._private_jobs where payload::text like '%议程%'`,
    )
    expect(told.length).toBe(1)
    for (const text of ['升级 two', '升级 three', cast.wang.id]) expect(told[0]?.payload).toContain(text)
    const file = await manager.get(`/api/advisory-meeting-invitation?meeting=${first}`)
    expect(file.status).toBe(200)
  })
})

describe('a meeting', () => {
  let id: string
  let two: string
  let three: string
  beforeAll(async () => {
    const [found] = await app.sql<{ id: string }>(`select id from advisory_meeting`)
    id = found?.id as string
    const changes = await app.sql<{ id: string; title: string }>(`select id, title from change`)
    const named = (title: string) => changes.find((is) => is.title === title)?.id as string
    two = named('升级 two')
    three = named('升级 three')
  })

  it('is what a risky change waits for', async () => {
    expect((await gate(two)).is).toBe('lacks')
    expect(faultsIn((await approve(two)).body)).toEqual([' gate-advice'])
  })

  it('notes advice while it is in session, by somebody else than whose change it is', async () => {
    expect(faultsIn((await advise(checker, id, two, { advice: 'approve' })).body)).toEqual([' not-in-session'])
    expect((await checker.post(at(id, 'open'))).status).toBe(403)
    expect((await manager.post(at(id, 'open'))).status).toBe(200)
    expect(faultsIn((await advise(engineer, id, two, { advice: 'approve' })).body)).toEqual([' own-change'])
    const outside = await app.as(cast.li)
    expect(faultsIn((await advise(outside, id, two, { advice: 'approve' })).body)).toEqual([' not-there'])
    expect(faultsIn((await advise(checker, id, two, { advice: 'conditions' })).body)).toEqual(['conditions required'])
    expect((await advise(checker, id, two, { advice: 'conditions', conditions: '先演练回退' })).status).toBe(200)
    expect(faultsIn((await approve(two)).body)).toEqual([' gate-advice'])
  })

  it('is over once something is advised of everything and the chair has signed', async () => {
    expect(faultsIn((await sign(id)).body)).toEqual([' not-advised'])
    const next = await meet({
      title: '下周评审会',
      startsAt: '2026-12-02T01:00:00.000Z',
      endsAt: '2026-12-02T02:00:00.000Z',
    })
    expect((await advise(checker, id, three, { advice: 'not-yet' })).status).toBe(200)
    expect((await sign(id)).status).toBe(200)
    expect((await itemOf(next, three))?.because).toBe('waiting')
    expect(await itemOf(next, two)).toBeUndefined()
    expect((await gate(three)).is).toBe('lacks')
    expect(await gate(two)).toMatchObject({ is: 'holds' })
    expect((await approve(two)).status).toBe(202)
    const { boards } = (await engineer.get(`/api/changes/${two}/standing`)).body
    expect(boards).toMatchObject([{ meeting: 'held', advice: 'conditions', conditions: '先演练回退' }])
    for (const format of ['pdf', 'xlsx']) expect((await manager.get(at(id, format))).status).toBe(200)
  })

  it('has its advice no longer stand for a change that was revised since', async () => {
    await engineer.post(`/api/changes/${two}/revise`)
    await engineer.post(`/api/changes/${two}/assess`)
    expect((await gate(two)).is).toBe('lacks')
    expect((await itemOf(id, two)).state).toBe('lapsed')
  })

  it('looks at an emergency afterwards, by itself, and one that is called off hands its agenda on', async () => {
    const emergency = await planned('one', { kind: 'emergency', plannedStart: null, plannedEnd: null })
    const { version } = (await engineer.get(`/api/changes/${emergency}`)).body.item
    const begun = await engineer.post(`/api/changes/${emergency}/start-emergency`, { version, signature })
    expect(begun.status, JSON.stringify(begun.body)).toBe(200)
    const [next] = await app.sql<{ id: string }>(`select id from advisory_meeting where state = 'planned'`)
    expect((await agenda(next?.id as string))[0]).toMatchObject({ because: 'emergency', change: { id: emergency } })
    const later = await meet({
      title: '再下周',
      startsAt: '2026-12-09T01:00:00.000Z',
      endsAt: '2026-12-09T02:00:00.000Z',
    })
    expect(await agenda(later)).toEqual([])
    await manager.post(at(next?.id as string, 'cancel'), { cancelReason: '人不齐' })
    expect((await agenda(later))[0]).toMatchObject({ because: 'emergency', change: { id: emergency } })
  })
})
