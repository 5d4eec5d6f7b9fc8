import { sql } from 'kysely'
import { asset } from '../areas/assets/asset/asset.record.ts'
import { disposal } from '../areas/assets/disposal/disposal.record.ts'
import { licence } from '../areas/assets/licence/licence.record.ts'
import { software } from '../areas/assets/software/software.record.ts'
import { stocktake } from '../areas/assets/stocktake/stocktake.record.ts'
import { change as changeRecord } from '../areas/change/change/change.record.ts'
import { configChecklist } from '../areas/change/config-checklist/config-checklist.record.ts'
import { drill } from '../areas/continuity/drill/drill.record.ts'
import { goldExchange } from '../areas/operations/calendar/calendar.data.ts'
import { storedOf } from '../areas/operations/calendar/stored.rules.ts'
import { component } from '../areas/operations/component/component.record.ts'
import { duty } from '../areas/operations/duty/duty.record.ts'
import { dutyTask } from '../areas/operations/duty-task/duty-task.record.ts'
import { sourceSchema } from '../areas/operations/event-source/event-source.settings.ts'
import { digestOfReviewed, reviewedOf } from '../areas/operations/log-review/server/figures.ts'
import { run } from '../areas/operations/run/run.record.ts'
import { runbook } from '../areas/operations/runbook/runbook.record.ts'
import { stepSchema } from '../areas/operations/runbook/step.rules.ts'
import { person } from '../areas/organisation/person/person.record.ts'
import { post } from '../areas/organisation/post/post.record.ts'
import { policy } from '../areas/rulebook/policy/policy.record.ts'
import { readingCampaign } from '../areas/rulebook/reading-campaign/reading-campaign.record.ts'
import { accessRight } from '../areas/security/access-right/access-right.record.ts'
import { accessSystem } from '../areas/security/access-system/access-system.record.ts'
import { accountList } from '../areas/security/account-list/account-list.record.ts'
import { evidence } from '../areas/security/evidence/evidence.record.ts'
import { risk } from '../areas/security/risk/risk.record.ts'
import { five } from '../areas/security/risk-matrix/matrix.testing.ts'
import { riskMatrix } from '../areas/security/risk-matrix/risk-matrix.record.ts'
import { incident } from '../areas/service/incident/incident.record.ts'
import { offering } from '../areas/service/offering/offering.record.ts'
import { asSystem, type PersonActor } from '../record/actor.ts'
import { type AnyRecord, tableOf } from '../record/record.ts'
import { dayAway } from '../record/time.ts'
import type { Client, TestApp } from './app.ts'
import { purchasingValues } from './purchasing.ts'
import { leastOf } from './values.ts'

type Values = Record<string, unknown>
export const roleCodes = ['operator', 'checker', 'engineer', 'manager', 'business', 'auditor', 'admin'] as const
export type RoleCode = (typeof roleCodes)[number]

/** One person of each role, signed in, and a record of each kind to link to, made when first wanted. */
export interface World {
  readonly app: TestApp
  readonly people: Readonly<Record<RoleCode, PersonActor>>
  readonly clients: Readonly<Record<RoleCode, Client>>
  /** The id of a record of this name, always the same one. */
  link(name: string): Promise<string>
  /** What a person gives to create one; each call gives values that are not taken. */
  input(record: AnyRecord): Promise<Values>
  /** Makes one as the system does. */
  make(record: AnyRecord): Promise<string>
  /** Columns without which the database refuses the row in that state. */
  forState(record: AnyRecord, state: string): Values
}

export async function makeWorld(app: TestApp): Promise<World> {
  const people = {} as Record<RoleCode, PersonActor>
  const clients = {} as Record<RoleCode, Client>
  for (const code of roleCodes) {
    const made = await app.person(code)
    clients[code] = await app.as(made)
    people[code] = made
  }
  const linked = new Map<string, Promise<string>>()
  const world: World = {
    app,
    people,
    clients,
    link(name) {
      const known = linked.get(name) ?? fixtureOf(world, name)
      linked.set(name, known)
      return known
    },
    async input(record) {
      const known = Object.entries(await special(world, record)).filter(([name]) => record.fields[name].by !== 'system')
      return leastOf(record, ['person', 'once'], world.link, Object.fromEntries(known))
    },
    async make(record) {
      const values = await leastOf(record, ['person', 'once', 'system'], world.link, await special(world, record))
      return app.inTx(asSystem('test'), async (tx) => (await tx.create(record, values)).id)
    },
    forState: (record, state) => statesOf(people)[record.name]?.[state] ?? {},
  }
  await fillPosts(world)
  return world
}

const fixtureOf = (world: World, name: string): Promise<string> => {
  if (name === 'run') return beginRun(world)
  if (name === 'person') return Promise.resolve(world.people.engineer.id)
  return world.make(world.app.engine.registry.get(name).record)
}

let count = 0

/** A review of a week to come, in whose log nothing stands: what it shows is true. */
async function anEmptyWeek({ app: { engine } }: World, n: number): Promise<Values> {
  const from = dayAway('2030-01-07', 7 * n)
  const period = { from, to: dayAway(from, 6) }
  const reviewed = await reviewedOf(engine.db, period, engine.zone)
  return { startsOn: from, endsOn: period.to, reviewed, digest: digestOfReviewed(period, reviewed) }
}

/** Values that no kind of field tells: shapes of their own, and what must agree with something else. */
async function special(world: World, record: AnyRecord): Promise<Values> {
  const n = ++count
  const { operator } = world.people
  switch (record.name) {
    case 'custom-field':
      return { record: 'incident', key: `extra-${n}`, kind: 'text' }
    case 'survey':
      return { questions: [question] }
    case 'survey-answer':
      return { questions: [question], answers: [5], expiresAt: '2027-11-25T00:00:00.000Z' }
    case 'trading-calendar':
      return { ...storedOf(goldExchange), code: `CAL${n}` }
    case 'working-calendar':
      return { code: `WORK${n}`, kind: 'always' }
    case 'house-setting':
      return asItComes(world)
    case 'channel':
      return { settings: { is: 'wecom', url: 'http://127.0.0.1:9/robot' } }
    case 'mailbox':
      return {
        address: `box-${n}@firm.example`,
        settings: { is: 'delivery' },
        makes: { record: 'incident', subject: 'title', text: 'description', values: {} },
      }
    case 'notice-rule':
      return { rule: { record: 'incident', on: ['create'], when: [{ field: 'title', op: 'is', value: `事件 ${n}` }] } }
    case 'target':
      return { rule: { record: 'incident', clock: 'response', when: [] }, minutes: 30 }
    case 'agreement':
      return { validFrom: '2026-01-01', validTo: '2027-12-31' }
    case 'level-report':
      return { month: `${1_900 + (n % 120)}-${String(1 + (Math.floor(n / 120) % 12)).padStart(2, '0')}-01` }
    case 'schedule':
      return {
        make: { record: 'log-entry', values: { text: '{date}' } },
        rule: { every: 'day', closed: 'skip' },
        startsOn: '2026-11-25',
      }
    case 'periodic-duty':
      return { rule: { every: 'day', closed: 'skip' }, startsOn: '2026-11-25', statement: '已逐项检查。' }
    case 'patrol-visit':
      return { visitor: operator.id, ...(await roundOf(world)) }
    case 'log-review':
      return anEmptyWeek(world, n)
    case 'duty-task':
      return dutyTaskValues(world, n)
    case 'probe':
      return { settings: { kind: 'tcp', host: '127.0.0.1', port: 1, timeoutMs: 1000 }, kind: 'tcp' }
    case 'event-source':
      return { settings: sourceSchema.parse({ is: 'alertmanager' }) }
    case 'maintenance-window':
      return {
        components: [await world.link('component')],
        startsAt: '2026-11-24T02:00:00.000Z',
        endsAt: '2026-11-24T03:00:00.000Z',
      }
    case 'silence':
      return { keyPattern: `t${n}` }
    case 'alarm-grouping':
      return { by: 'component' }
    case 'directory-group':
      return { dn: `cn=group-${n},dc=firm`, role: await world.link('role') }
    case 'freeze-window':
      return { startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-26T01:00:00.000Z' }
    case 'bulletin-feed':
      return { url: `https://vendor.example/${n}.xml` }
    case 'upgrade-package':
      return { fits: '>=6.3 <6.3.10', toVersion: '6.3.10' }
    case 'config-checklist':
      return {
        components: [await world.link('component')],
        items: [
          { key: 'limit', name: '上限', from: { is: 'program', program: 'limit' }, expect: { is: 'text', value: '1' } },
        ],
      }
    case 'config-check':
      // Of a component by a checklist one waits, and one is the newest.
      return { checklist: await world.make(configChecklist), newest: true }
    case 'backup-plan':
      return {
        settings: { is: 'tar', folder: '/srv/backup' },
        rule: { every: 'day', closed: 'anyway' },
        startsOn: '2026-11-25',
      }
    case 'advisory-meeting':
      return { startsAt: '2026-11-25T04:00:00.000Z', endsAt: '2026-11-25T05:00:00.000Z' }
    case 'advisory-item':
      return { change: await world.make(changeRecord), addReason: '影响面大' }
    case 'drill':
      return { plannedStart: '2026-11-25T04:00:00.000Z', plannedEnd: '2026-11-25T05:00:00.000Z' }
    case 'drill-fault':
      return drillWithReach(world, n)
    case 'review':
      return { major: await world.link('major-incident') }
    case 'runbook':
      return { code: `book-${n}`, steps: [step] }
    case 'time-entry':
      return { incident: await world.link('incident') }
    case 'access-grant':
      return {
        person: operator.id,
        accessRight: await world.make(accessRight),
        endsAt: '2026-12-24T00:00:00.000Z',
      }
    case 'access-review':
      return { system: await systemWithList(world) }
    case 'access-review-item':
      return { reviewer: world.people.engineer.id, goneIn: await world.link('account-list') }
    case 'duty-separation':
      return { first: [await world.make(accessRight)], second: [await world.make(accessRight)] }
    case 'allocation':
      return { licence: await seatsWithoutEnd(world), person: operator.id }
    case 'asset-relation':
      return { from: await world.make(asset), to: await world.make(asset) }
    case 'stocktake-count':
      return { stocktake: await countedBy(world) }
    case 'discovery-difference':
      return { kind: 'changed', field: 'hostname', found: `host-${n}`, asset: await world.make(asset) }
    case 'installation':
      return { software: await world.make(software) }
    case 'maintenance-order':
      // What is due today falls due as it is made.
      return { assets: [await world.make(asset)], dueOn: '2027-01-15' }
    case 'maintenance-plan':
    case 'disposal':
      return { assets: [await world.make(asset)] }
    case 'destruction':
      return leavingFor(world)
    case 'request':
      return { offering: await publishedOffering(world) }
    case 'run':
      return { runbook: await effectiveRunbook(world) }
    case 'approval-rule':
      return approvalRuleFor(`事件 ${n}`)
    case 'delegation':
      return { person: operator.id, deputy: world.people.checker.id }
    case 'run-step':
      return {
        position: n + 100,
        key: `step-${n}`,
        plan: step,
        mode: 'hand',
        maker: operator.id,
        hands: [operator.id],
        makerPost: await postOf(world, 'duty-maker'),
        checkerPost: await postOf(world, 'duty-checker'),
      }
    case 'roster':
      return { startsOn: '2026-11-25', endsOn: '2026-11-26' }
    case 'shift-pattern':
      return { startsAt: '08:00', endsAt: '16:00' }
    case 'duty':
      return { person: operator.id, startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T09:00:00.000Z' }
    case 'shift':
      return { duty: await world.make(duty), person: operator.id }
    case 'duty-swap':
      return { duty: await world.make(duty), to: world.people.engineer.id }
    case 'leave':
      return { person: operator.id, startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-02T01:00:00.000Z' }
    case 'duty-feed':
      return { person: operator.id }
    case 'policy':
      return {
        code: `policy-${n}`,
        effectiveOn: '2026-12-24',
        clauses: [{ key: '1', heading: '盘点', text: '每年盘点。', controls: [] }],
      }
    case 'reading-campaign':
      return { policy: (await effectivePolicy(world)).id, everybody: true }
    case 'reading':
      return { reader: world.people.engineer.id, ...(await openCampaign(world)) }
    case 'attestation':
      return { policyCode: (await effectivePolicy(world)).code, clause: '1' }
    case 'control-setting':
      return { control: 'V-06', values: [{ name: 'silent', value: 5 }], effectiveOn: '2026-12-24' }
    case 'own-control':
      return { code: `X-${String(++ownCount).padStart(3, '0')}`, record: 'asset', judges: filledIn }
    case 'control-exception':
      return exceptionFor(world)
    case 'audit-plan':
      return { year: 2026, areas: ['security'] }
    case 'audit':
      return {
        ...{ areas: ['security'], policies: [(await effectivePolicy(world)).id] },
        ...{ plan: null, lead: world.people.auditor.id, team: [], asOf: '2026-11-24' },
      }
    case 'audit-item':
      return { area: 'security', auditors: [world.people.auditor.id] }
    case 'finding':
      return { control: null, area: 'security' }
    case 'judgement-sample':
      return { day: dayAway('2030-01-01', n) }
    case 'risk-matrix':
      return { ...five }
    case 'risk-acceptance':
      return { risk: await ratedRisk(world), decider: world.people.auditor.id, endsAt: '2027-01-25T01:00:00.000Z' }
    case 'vulnerability':
      return { asset: await world.link('asset') }
    case 'security-incident':
      // Of those who work at the desk all need to know.
      return { incident: await world.make(incident), named: deskOf(world) }
    case 'evidence':
      return { takenAt: '2026-11-24T01:00:00.000Z' }
    case 'custody':
      return { evidence: await sealedEvidence(world), taker: world.people.checker.id }
    case 'class-review':
      return { asset: await world.make(asset) }
    case 'training-record':
      return { heldOn: dayAway('2026-11-20', -n) }
    case 'purchase':
    case 'receipt':
    case 'invoice':
    case 'budget':
    case 'handover':
    case 'loan':
      return purchasingValues(world, record)
    default:
      return {}
  }
}

let ownCount = 0
const filledIn = { is: 'fresh', field: 'createdAt', days: 30 }

/** A risk of the least level, by a matrix by which the auditor accepts any. */
async function ratedRisk(world: World): Promise<string> {
  const { app } = world
  const inForce = await app.sql("select 1 from risk_matrix where state = 'in-force'")
  const id = await world.make(risk)
  const acceptedBy = [{ is: 'role' as const, code: 'auditor' }]
  await app.inTx(asSystem('test'), async (tx) => {
    if (inForce.length === 0) {
      const levels = five.levels.map((one) => ({ ...one, acceptedBy }))
      const made = await tx.create(riskMatrix, { ...five, levels, title: '矩阵', reason: '测试' })
      await tx.act(riskMatrix, made.id, 'approve')
    }
    await tx.act(risk, id, 'assess', {
      ...{ inherentLikelihood: 1, inherentImpact: 1, currentLikelihood: 1, currentImpact: 1 },
      ...{ residualLikelihood: 1, residualImpact: 1 },
    })
  })
  return id
}

/** A system of which there is a complete list of accounts, taken this morning. */
async function systemWithList(world: World): Promise<string> {
  const system = await world.make(accessSystem)
  await world.app.inTx(asSystem('test'), (tx) =>
    tx.create(accountList, {
      ...{ title: '账号清单', system, takenAt: '2026-11-24T01:00:00.000Z', complete: true, digest: '0'.repeat(64) },
    }),
  )
  return system
}

const deskOf = ({ people }: World): string[] =>
  (['operator', 'checker', 'engineer', 'manager'] as const).map((code) => people[code].id)

/** Evidence in the engineer's hands, sealed. */
async function sealedEvidence(world: World): Promise<string> {
  const id = await world.make(evidence)
  await world.app.sql('update evidence set state = $1 where id = $2', ['sealed', id])
  return id
}

/** An exception for some asset, for a month. */
async function exceptionFor(world: World): Promise<Values> {
  const [one] = await world.app.sql<{ number: string }>('select number from asset where id = $1', [
    await world.link('asset'),
  ])
  return {
    ...{ control: 'A-01', subjects: [one?.number] },
    ...{ startsAt: '2026-11-24T00:00:00.000Z', endsAt: '2026-12-24T00:00:00.000Z' },
  }
}

/** A task of the duty post, open for years to come. */
const dutyTaskValues = async (world: World, n: number): Promise<Values> => ({
  ...{ key: `day-${n}`, asks: 'due', post: await postOf(world, 'duty-maker') },
  ...{ opensAt: '2026-11-20T00:00:00.000Z', dueBy: '2027-11-20T01:00:00.000Z', closesAt: '2027-11-20T02:00:00.000Z' },
})

/** A planned drill, and a component in its reach that can be told to fail. */
async function drillWithReach({ app, link, people }: World, n: number): Promise<Values> {
  const plan = await link('emergency-plan')
  return app.inTx(asSystem('test'), async (tx) => {
    const one = await tx.create(component, {
      ...{ code: `fails-${n}`, name: `fails-${n}`, kind: 'process', environment: 'practice' },
      actions: [{ verb: 'fault', program: 'none', args: [], timeoutSeconds: 5 }],
    })
    const planned = await tx.create(drill, {
      ...{ title: `演练 ${n}`, plan, lead: people.engineer.id, scope: '演练环境', safety: '休市进行' },
      ...{ plannedStart: '2026-11-25T04:00:00.000Z', plannedEnd: '2026-11-25T05:00:00.000Z', components: [one.id] },
    })
    return { drill: planned.id, component: one.id }
  })
}

/** A checkpoint, and a round of its route that stands open for whoever holds the duty post. */
async function roundOf(world: World): Promise<Values> {
  const { app } = world
  const [point] = await app.sql<{ id: string; route: string }>('select id, route from checkpoint where id = $1', [
    await world.link('checkpoint'),
  ])
  const task = await world.make(dutyTask)
  await app.sql('update duty_task set route = $1 where id = $2', [point?.route, task])
  return { task, checkpoint: point?.id }
}

/** A disposal that has been agreed to, and its asset. */
async function leavingFor(world: World): Promise<Values> {
  const [id, leaving] = [await world.make(disposal), await world.make(asset)]
  await world.app.sql('update disposal set state = $1, assets = $2 where id = $3', ['approved', [leaving], id])
  return { disposal: id, asset: leaving }
}

/** A licence of which more may be given out than there is. */
async function seatsWithoutEnd({ app, people }: World): Promise<string> {
  const values = {
    name: `许可 ${++count}`,
    metric: 'seat' as const,
    overuse: 'warn' as const,
    owner: people.engineer.id,
  }
  return app.inTx(asSystem('test'), async (tx) => (await tx.create(licence, values)).id)
}

const question = { kind: 'scale', zh: '满意吗', en: 'Satisfied?' }

/** A setting that nobody has set yet, at what it is anyway. */
function asItComes({ app }: World): Values {
  const some = app.engine.settings.all.filter(({ least }) => least !== undefined)
  const setting = some[++settingCount % some.length]
  return { key: setting?.key, value: String(setting?.default) }
}

let settingCount = 0

/** A rule for one incident alone, so that it holds up no other. */
const approvalRuleFor = (title: string): Values => ({
  rule: {
    record: 'incident',
    verb: 'close',
    when: [{ field: 'title', op: 'is', value: title }],
    steps: [
      {
        name: ['主管', 'Manager'],
        who: [{ is: 'role', code: 'manager' }],
        need: 'any',
        count: null,
        sign: false,
        escalateAfter: null,
        escalateTo: [],
      },
    ],
  },
})

const step = stepSchema.parse({
  key: 'look',
  title: ['巡视', 'Look around'],
  instructions: '看一遍。',
  expected: '都好。',
  mode: 'hand',
  makerPost: 'duty-maker',
  checkerPost: 'duty-checker',
})

/** What the database wants of records in some states: two persons. */
const statesOf = (people: World['people']): Readonly<Record<string, Record<string, Values>>> => ({
  reading: { signed: { signedAt: '2026-11-24T01:00:00.000Z' } },
  'access-review-item': Object.fromEntries(
    ['kept', 'revoking', 'revoked'].map((state) => [state, { decidedAt: '2026-11-24T01:00:00.000Z' }]),
  ),
  'run-step': stepIn(people),
  shift: Object.fromEntries(
    ['handing-over', 'over'].map((state) => [
      state,
      { signedOutBy: people.operator.id, signedOutAt: '2026-11-24T01:00:00.000Z' },
    ]),
  ),
  destruction: {
    witnessed: {
      operator: people.engineer.id,
      witness: people.manager.id,
      witnessedAt: '2026-11-24T01:00:00.000Z',
    },
  },
})

/** The constraints of a step's states (migration 0004), satisfied by two persons. */
const stepIn = ({ checker, manager, operator }: World['people']): Record<string, Values> => ({
  checked: { checker: checker.id },
  'waive-asked': { waiveAskedBy: operator.id },
  waived: { waiveAskedBy: operator.id, waivedBy: manager.id },
  'override-asked': { overrideAskedBy: operator.id },
})

async function fillPosts({ app, people }: World): Promise<void> {
  const holders = { 'duty-maker': ['operator', 'engineer'], 'duty-checker': ['checker', 'manager'] } as const
  await app.inTx(asSystem('test'), async (tx) => {
    for (const [code, roles] of Object.entries(holders)) {
      const made = await tx.create(post, { code, name: code, duties: '值班', duty: 'both' })
      for (const one of roles) await tx.update(person, people[one].id, { posts: [made.id] })
    }
  })
  for (const code of roleCodes) {
    const found = await app.engine.directory.actor(app.engine.db, people[code].id, 'test')
    if (found) (people as Record<RoleCode, PersonActor>)[code] = found
  }
}

async function postOf({ app }: World, code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(post))} where code = ${code}`.execute(
    app.engine.db,
  )
  return rows[0]?.id ?? ''
}

/** A policy of one clause in effect, drawn up by one person and approved by another. */
async function effectivePolicy({ app, people }: World): Promise<{ id: string; code: string }> {
  const code = `rules-${++count}`
  const clauses = [{ key: '1', heading: '锁屏', text: '离座锁屏。', controls: [] }]
  const about = { area: 'security', purpose: '防泄密', scope: '全体', owner: people.manager.id } as const
  const { id } = await app.inTx(people.engineer, async (tx) => {
    const made = await tx.create(policy, { code, title: code, ...about, clauses, effectiveOn: '2026-11-24' })
    return tx.act(policy, made.id, 'submit')
  })
  await app.inTx(people.manager, (tx) => tx.act(policy, id, 'approve'), true)
  return { id, code }
}

/** A campaign for that edition, under way, with the digest that is signed. */
async function openCampaign(world: World): Promise<{ campaign: string; digest: string | null }> {
  const edition = await effectivePolicy(world)
  return world.app.inTx(asSystem('test'), async (tx) => {
    const about = { policy: edition.id, owner: world.people.manager.id, everybody: true }
    const { id: campaign } = await tx.create(readingCampaign, about)
    return { campaign, digest: (await tx.act(readingCampaign, campaign, 'open')).digest }
  })
}

/** A runbook of one step that nobody has run yet, drawn up by one person and approved by another. */
async function effectiveRunbook({ app, people }: World): Promise<string> {
  const code = `run-${++count}`
  const values = { code, title: code, kind: 'other' as const, purpose: '试运行', steps: [step] }
  const drawn = await app.inTx(people.engineer, async (tx) => {
    const made = await tx.create(runbook, values)
    return tx.act(runbook, made.id, 'submit')
  })
  await app.inTx(people.manager, (tx) => tx.act(runbook, drawn.id, 'approve'), true)
  return drawn.id
}

/** A stocktake under way that everybody may count. */
async function countedBy({ app, people }: World): Promise<string> {
  const counters = Object.values(people).map(({ id }) => id)
  const values = { title: `盘点 ${++count}`, plannedOn: '2026-11-25', leader: people.engineer.id, counters }
  return app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(stocktake, values)
    return (await tx.act(stocktake, id, 'start')).id
  })
}

/** An offering that asks nothing and nobody, drawn up by one person and published by another. */
async function publishedOffering(world: World): Promise<string> {
  const { app, people } = world
  const code = `offering-${++count}`
  const values = { code, title: code, summary: code, service: await world.link('service') }
  const { id } = await app.inTx(people.engineer, async (tx) => {
    const made = await tx.create(offering, values)
    return tx.act(offering, made.id, 'submit')
  })
  await app.inTx(people.manager, (tx) => tx.act(offering, id, 'publish'), true)
  return id
}

async function beginRun(world: World): Promise<string> {
  const of = await effectiveRunbook(world)
  return world.app.inTx(world.people.operator, async (tx) => (await tx.create(run, { runbook: of })).id)
}
