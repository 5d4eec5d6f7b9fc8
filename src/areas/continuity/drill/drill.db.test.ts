import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { download, upload } from '../../../platform/sides/upload.testing.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { houseSetting } from '../../administration/house-setting/house-setting.record.ts'
import { supplier } from '../../assets/supplier/supplier.record.ts'
import { component } from '../../operations/component/component.record.ts'
import { raiseAlarm, resolveAlarm } from '../../operations/operations.api.ts'
import { run } from '../../operations/run/run.record.ts'
import { act, type Cast, castOf, effectiveRunbook, script, step } from '../../operations/run/server/stage.testing.ts'
import { endFaults, lendFault } from '../drill-fault/server/lend.task.ts'
import { printPlans } from '../emergency-plan/server/print.task.ts'
import { stalePlans } from '../emergency-plan/server/stale.ts'

const signature = { password: testPassword }
let app: TestApp
let cast: Cast
let admin: PersonActor
let engineer: Client
let manager: Client
let checker: Client
let head: Client
const ids: Record<string, string> = {}

beforeAll(async () => {
  // Stands for a component's program of faults: notes what it was told.
  const told = script(
    `process.stdout.write(process.argv.join(' ')); process.exit(process.argv.includes('slow') ? 1 : 0)`,
  )
  app = await testApp({ now: '2026-11-24T08:00:00.000Z', programs: told })
  cast = await castOf(app)
  admin = await app.person('admin')
  engineer = await app.as(cast.engineer)
  manager = await app.as(cast.manager)
  checker = await app.as(cast.wang)
  head = await app.as(admin)
  const program = Object.keys(told)[0] as string
  const faulty = [{ verb: 'fault' as const, program, args: ['x'], timeoutSeconds: 30 }]
  await app.inTx(cast.engineer, async (tx) => {
    for (const [code, more] of [
      ['feed', { environment: 'practice', actions: faulty }],
      ['front', { environment: 'production', actions: faulty }],
      ['plain', { environment: 'practice' }],
    ] as const)
      ids[code] = (await tx.create(component, { code, name: code, kind: 'process', ...more })).id
    ids['vendor'] = (await tx.create(supplier, { name: '行情厂商', kind: 'software' })).id
  })
  ids['book'] = (
    await effectiveRunbook(app, cast, [step('restart', { checkerPost: 'duty-checker' })], {
      code: 'FEED-DOWN',
      title: '行情中断处置',
      titleEn: 'Quotes are gone',
      kind: 'drill',
    })
  ).id
})
afterAll(() => app?.close())

const at = (record: string, id: string, verb = '') => `/api/${record}/${id}${verb && `/${verb}`}`
const plans = (id: string, verb = '') => at('emergency-plans', id, verb)
const drills = (id: string, verb = '') => at('drills', id, verb)
const item = async (path: string) => (await engineer.get(path)).body.item
const signed = async (path: string, more: object = {}) => ({ version: (await item(path)).version, signature, ...more })
const well = (answer: { status: number; body: unknown }, status = 200) =>
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)

const plan = (more: object = {}) => ({
  title: '行情中断',
  titleEn: 'Quotes are gone',
  level: 'major',
  affectsTrading: true,
  scenario: '行情源停止或停滞,客户看到旧价。',
  components: [ids['feed']],
  owner: cast.engineer.id,
  decider: cast.li.id,
  deputy: cast.manager.id,
  contacts: [{ who: '厂商技术支持', role: '恢复行情', phone: '021-5555-0188' }],
  runbook: ids['book'],
  detectMinutes: 2,
  decideMinutes: 5,
  restoreMinutes: 30,
  ...more,
})

async function effectivePlan(more: object = {}): Promise<string> {
  const made = await engineer.post('/api/emergency-plans', plan(more))
  well(made, 201)
  const { id } = made.body.item
  well(await engineer.post(plans(id, 'submit')))
  well(await manager.post(plans(id, 'approve'), await signed(plans(id))))
  return id
}

const drillOf = (planId: string, more: object = {}) => ({
  title: '行情中断演练',
  plan: planId,
  plannedStart: '2026-11-24T08:00:00.000Z',
  plannedEnd: '2026-11-24T10:00:00.000Z',
  lead: cast.engineer.id,
  scope: '演练环境的行情源',
  safety: '只在演练环境;出现真实告警即中止。',
  ...more,
})

/** Agreed to by so many of those who are asked. */
async function agree(id: string, ...who: Client[]): Promise<void> {
  for (const one of who) {
    const [pending] = await app.sql<{ id: string; digest: Buffer }>(
      `select id, digest from approval where record_id = $1 and state = 'pending'`,
      [id],
    )
    const digest = pending?.digest.toString('hex')
    well(await one.post(`/api/approvals/${pending?.id}/agree`, { digest, signature }))
  }
}

async function approved(planId: string, faults: object[] = [], more: object = {}): Promise<[string, string[]]> {
  const made = await engineer.post('/api/drills', drillOf(planId, more))
  well(made, 201)
  const { id } = made.body.item
  const lent: string[] = []
  for (const one of faults) {
    const added = await engineer.post('/api/drill-faults', {
      drill: id,
      component: ids['feed'],
      kind: 'stop',
      minutes: 10,
      ...one,
    })
    well(added, 201)
    lent.push(added.body.item.id)
  }
  well(await engineer.post(drills(id, 'approve')), 202)
  await agree(id, manager)
  return [id, lent]
}

const marks = { alertScore: 4, commandScore: 4, handsScore: 4, speechScore: 3, planScore: 5, conclusion: '流程可行。' }

describe('an emergency plan', () => {
  it('is approved by another, once it says what is done and its vendor has signed', async () => {
    const made = await engineer.post('/api/emergency-plans', plan({ supplier: ids['vendor'], runbook: null }))
    const { id } = made.body.item
    expect(faultsIn((await engineer.post(plans(id, 'submit'))).body)).toEqual(['steps required'])
    well(await engineer.patch(plans(id), { version: (await item(plans(id))).version, steps: '一、切备用行情。' }))
    well(await engineer.post(plans(id, 'submit')))
    const answer = await manager.post(plans(id, 'approve'), await signed(plans(id)))
    expect(faultsIn(answer.body)).toEqual(['vendorSignedBy vendor-unsigned'])
    const vendor = { vendorSignedBy: '周工', vendorSignedOn: '2026-11-23' }
    expect(faultsIn((await engineer.post(plans(id, 'vendor-sign'), vendor)).body)).toEqual([' no-sheet'])
    await upload(app, await app.token(cast.engineer), plans(id, 'attachments'), [
      { name: '签字页.pdf', bytes: '%PDF-1.4' },
    ])
    well(await engineer.post(plans(id, 'vendor-sign'), vendor))
    well(await manager.post(plans(id, 'approve'), await signed(plans(id))))
    expect(await item(plans(id))).toMatchObject({
      state: 'effective',
      validUntil: '2027-11-24',
      drillDueOn: '2027-05-23',
    })
  })

  it('is stale as soon as a component in it changes, and stands again when it was looked through', async () => {
    const id = await effectivePlan()
    await app.inTx(asSystem('test'), (tx) => tx.update(component, ids['feed'] as string, { note: '只是备注' }))
    expect((await item(plans(id))).state).toBe('effective')
    await app.inTx(asSystem('test'), (tx) => tx.update(component, ids['feed'] as string, { installedVersion: '2.0' }))
    expect(await item(plans(id))).toMatchObject({
      state: 'stale',
      staleBecause: 'changed',
      staleNote: 'feed: installedVersion',
    })
    well(await manager.post(plans(id, 'confirm'), await signed(plans(id))))
    expect(await item(plans(id))).toMatchObject({ state: 'effective', staleBecause: null })
  })

  it('is stale when nobody has rehearsed it, and a confirmation does not help', async () => {
    const id = await effectivePlan({ drillDays: 7 })
    await stalePlans(app.engine, {} as never)
    expect((await item(plans(id))).state).toBe('effective')
    const now = app.clock.now()
    app.clock.set('2026-12-02T08:00:00.000Z')
    await stalePlans(app.engine, {} as never)
    const answer = await manager.post(plans(id, 'confirm'), await signed(plans(id)))
    app.clock.set(now)
    expect(await item(plans(id))).toMatchObject({ state: 'stale', staleBecause: 'undrilled' })
    expect(faultsIn(answer.body)).toEqual([' undrilled'])
  })

  it('lies printed in a folder, every one in force, and no other any more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plans-'))
    await app.inTx(admin, (tx) =>
      tx.create(houseSetting, { key: 'plan-print-folder', value: folder, reason: '断网备查' } as never),
    )
    const [keep, gone] = [await effectivePlan({ title: '交易前置故障' }), await effectivePlan({ title: '旧预案' })]
    await printPlans(app.engine, {} as never)
    const number = async (id: string) => (await item(plans(id))).number
    const files = await readdir(folder)
    expect(files).toEqual(
      expect.arrayContaining(['index.html', `${await number(keep)}.html`, `${await number(gone)}.html`]),
    )
    const page = await readFile(join(folder, `${await number(keep)}.html`), 'utf8')
    for (const word of ['交易前置故障', '021-5555-0188', '步骤restart', 'Step restart', 'feed'])
      expect(page).toContain(word)
    well(await manager.post(plans(gone, 'retire'), { version: (await item(plans(gone))).version }))
    await printPlans(app.engine, {} as never)
    expect(await readdir(folder)).not.toContain(`${await number(gone)}.html`)
    await rm(folder, { recursive: true })
  })

  it('is taken along with all others in one page', async () => {
    const { bytes } = await download(app, await app.token(cast.wang), '/api/emergency-plan-set?lang=en')
    const page = bytes.toString()
    for (const word of ['Quotes are gone', '021-5555-0188', 'Step restart']) expect(page).toContain(word)
  })

  it('reads as a paper', async () => {
    const id = await effectivePlan()
    const { bytes } = await download(app, await app.token(cast.engineer), `${plans(id)}/pdf`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('what is out of reach', () => {
  let id = ''
  beforeAll(async () => {
    id = await effectivePlan({ components: [ids['feed'], ids['front']] })
  })

  it('is production, unless the drill says so and two people agree', async () => {
    const { id: safe } = (await engineer.post('/api/drills', drillOf(id))).body.item
    expect(faultsIn((await engineer.post(drills(safe, 'approve'))).body)).toEqual(['components production'])
    const { id: bold } = (await engineer.post('/api/drills', drillOf(id, { production: true }))).body.item
    well(await engineer.post(drills(bold, 'approve')), 202)
    await agree(bold, manager)
    expect((await item(drills(bold))).state).toBe('planned')
    await agree(bold, head)
    expect((await item(drills(bold))).state).toBe('approved')
  })

  it('is what lies out of scope, cannot be told to fail, or was not planned before', async () => {
    const fault = (drill: string, code: string) =>
      engineer.post('/api/drill-faults', { drill, component: ids[code], kind: 'stop', minutes: 5 })
    const { id: safe } = (await engineer.post('/api/drills', drillOf(id))).body.item
    expect(faultsIn((await fault(safe, 'front')).body)).toEqual(['component production'])
    expect(faultsIn((await fault(safe, 'plain')).body)).toEqual(['component out-of-scope', 'component no-fault'])
    const [ready] = await approved(await effectivePlan())
    expect(faultsIn((await fault(ready, 'feed')).body)).toEqual(['drill not-planned'])
    const paper = (await engineer.post('/api/drills', drillOf(id, { kind: 'tabletop' }))).body.item
    expect(faultsIn((await fault(paper.id, 'feed')).body)).toEqual(['drill tabletop'])
  })
})

describe('a drill', () => {
  const minute = 60_000
  let planId = ''
  let id = ''
  let lent: string[] = []
  const key = 'probe:feed'
  const alarm = (title: string) => ({
    key,
    severity: 'critical' as const,
    title: [title, title] as const,
    component: ids['feed'] as string,
  })

  it('is started, and lends what was planned to fail', async () => {
    planId = await effectivePlan({ drillDays: 7 })
    ;[id, lent] = await approved(planId, [{}, { kind: 'slow' }])
    const [first] = lent as [string]
    expect(faultsIn((await engineer.post(`/api/drill-faults/${first}/inject`)).body)).toEqual(['drill not-running'])
    well(await engineer.post(drills(id, 'start'), await signed(drills(id))))
    app.clock.advance(2 * minute)
    well(await engineer.post(`/api/drill-faults/${first}/inject`))
    await lendFault(app.engine, { id: first } as never)
    expect(await item(`/api/drill-faults/${first}`)).toMatchObject({
      state: 'lasting',
      until: '2026-11-24T08:12:00.000Z',
    })
  })

  it('lends one component one fault at a time', async () => {
    const [, second] = lent as [string, string]
    expect(faultsIn((await engineer.post(`/api/drill-faults/${second}/inject`)).body)).toEqual(['component has-fault'])
  })

  it('puts its plan into effect by whoever decides, whose runbook begins', async () => {
    app.clock.advance(minute / 2)
    await app.inTx(asSystem('test'), (tx) => raiseAlarm(tx, alarm('行情中断') as never))
    app.clock.advance(6 * minute)
    const version = (await item(drills(id))).version
    expect((await manager.post(drills(id, 'decide'), { version })).status).toBe(200)
    expect((await item(drills(id))).run).not.toBeNull()
    expect(faultsIn((await manager.post(drills(id, 'decide'))).body)).toEqual([' decided'])
  })

  it('is not finished while something of it goes on; its faults end by their own time', async () => {
    expect(faultsIn((await engineer.post(drills(id, 'finish'))).body)).toEqual([' fault-lasting', 'run run-open'])
    app.clock.advance(5 * minute)
    await endFaults(app.engine, {} as never)
    expect(await item(`/api/drill-faults/${lent[0]}`)).toMatchObject({
      state: 'ended',
      endedAt: '2026-11-24T08:12:00.000Z',
    })
    const { run: runId } = await item(drills(id))
    await app.inTx(asSystem('test'), (tx) => resolveAlarm(tx, key, ['恢复', 'Well again']))
    await act(app, cast.li, runId, 'restart', 'start')
    await act(app, cast.li, runId, 'restart', 'done')
    await act(app, cast.wang, runId, 'restart', 'check')
    await app.inTx(cast.wang, (tx) => tx.act(run, runId, 'finish'), true)
  })

  it('tells of a fault that could not be lent', async () => {
    const [, second] = lent as [string, string]
    well(await engineer.post(`/api/drill-faults/${second}/inject`))
    await lendFault(app.engine, { id: second } as never)
    expect(await item(`/api/drill-faults/${second}`)).toMatchObject({ state: 'failed' })
    expect((await item(`/api/drill-faults/${second}`)).failure).toContain('x slow --until')
  })

  it('takes its times from what happened, and holds them against the plan', async () => {
    well(await engineer.post(drills(id, 'finish'), { loss: 0 }))
    expect(await item(drills(id))).toMatchObject({
      state: 'finished',
      zeroAt: '2026-11-24T08:02:00.000Z',
      detectTook: 0.5,
      decideTook: 6.5,
      restoreTook: 11.5,
      outcome: 'missed',
      heldOn: '2026-11-24',
    })
    const { lines, items } = (await engineer.get(drills(id, 'course'))).body
    expect(lines.map(({ name, met }: { name: string; met: boolean }) => [name, met])).toEqual([
      ['detect', true],
      ['decide', false],
      ['restore', true],
    ])
    const told = items.map(({ record, verb }: { record: string; verb: string }) => `${record} ${verb}`)
    for (const one of [
      'drill start',
      'drill-fault inject',
      'alarm create',
      'drill decide',
      'run create',
      'run-step check',
    ])
      expect(told).toContain(one)
  })

  it('is closed once somebody does something about what was missed; then its plan is rehearsed', async () => {
    const closing = await signed(drills(id), marks)
    expect(faultsIn((await engineer.post(drills(id, 'close'), closing)).body)).toEqual([' no-action'])
    const owed = { title: '决策电话改为群呼', owner: cast.li.id, due: '2026-12-10', drill: id }
    well(await engineer.post('/api/actions', owed), 201)
    well(await engineer.post(drills(id, 'close'), closing))
    expect(await item(drills(id))).toMatchObject({ state: 'closed', score: 80 })
    expect(await item(plans(planId))).toMatchObject({ lastDrilledOn: '2026-11-24', drillDueOn: '2026-12-01' })
  })

  it('has a report on paper and as a workbook', async () => {
    const token = await app.token(cast.engineer)
    const pdf = await download(app, token, `${drills(id)}/pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const book = await download(app, token, `${drills(id)}/xlsx?lang=en`)
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
  })

  it('makes a plan stand again that only wanted rehearsing', async () => {
    await app.inTx(asSystem('test'), async (tx) => {
      const { emergencyPlan } = await import('../emergency-plan/emergency-plan.record.ts')
      await tx.act(emergencyPlan, planId, 'go-stale', { staleBecause: 'undrilled' })
    })
    const [again] = await approved(planId, [], { kind: 'tabletop' })
    well(await engineer.post(drills(again, 'start'), await signed(drills(again))))
    const li = await app.as(cast.li)
    well(await li.post(drills(again, 'decide'), { version: (await item(drills(again))).version }))
    const { run: runId } = await item(drills(again))
    await app.inTx(cast.manager, (tx) => tx.act(run, runId, 'abort', { abortReason: '推演只走到决策' }), true)
    well(await engineer.post(drills(again, 'finish')))
    well(
      await engineer.post('/api/actions', { title: '补一次实战', owner: cast.li.id, due: '2026-12-10', drill: again }),
      201,
    )
    well(await engineer.post(drills(again, 'close'), await signed(drills(again), marks)))
    expect((await item(plans(planId))).state).toBe('effective')
  })

  it('that is called off leaves nothing broken behind', async () => {
    const [off, [broken, unused]] = await approved(await effectivePlan(), [{}, { kind: 'refuse' }])
    well(await engineer.post(drills(off, 'start'), await signed(drills(off))))
    well(await engineer.post(`/api/drill-faults/${broken}/inject`))
    well(await engineer.post(drills(off, 'cancel'), { cancelReason: '真实告警' }))
    expect((await item(`/api/drill-faults/${broken}`)).state).toBe('lifted')
    expect((await item(`/api/drill-faults/${unused}`)).state).toBe('dropped')
    const jobs = await app.sql(`select 1 from graphile_worker.jobs where task_identifier = 'take-back-drill-fault'`)
    expect(jobs).toHaveLength(1)
  })

  it('stands in the calendar of what must be rehearsed', async () => {
    const { plans: rows, today } = (await checker.get('/api/drill-calendar?year=2026')).body
    expect(today).toBe('2026-11-24')
    const mine = rows.find((one: { id: string }) => one.id === planId)
    expect(mine.drills.map(({ state }: { state: string }) => state)).toEqual(['closed', 'closed'])
  })
})
