import { Readable } from 'node:stream'
import { attestation } from '../../areas/rulebook/attestation/attestation.record.ts'
import { turnAttestations } from '../../areas/rulebook/attestation/server/attest.task.ts'
import { judgeNow } from '../../areas/rulebook/control/server/service.ts'
import { controlException } from '../../areas/rulebook/control-exception/control-exception.record.ts'
import { controlSetting } from '../../areas/rulebook/control-setting/control-setting.record.ts'
import { obligation } from '../../areas/rulebook/obligation/obligation.record.ts'
import { pack } from '../../areas/rulebook/pack/pack.record.ts'
import { loadPacks } from '../../areas/rulebook/pack/server/load.task.ts'
import { reading } from '../../areas/rulebook/reading/reading.record.ts'
import { remindReaders } from '../../areas/rulebook/reading/server/remind.task.ts'
import { readingCampaign } from '../../areas/rulebook/reading-campaign/reading-campaign.record.ts'
import { gatherReadings } from '../../areas/rulebook/reading-campaign/server/gather.task.ts'
import { attach, receive } from '../../platform/sides/attachment.ts'
import { dayAway } from '../../record/time.ts'
import { chance } from './chance.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { makeOwnControls } from './own-controls.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000
/** The rules that everybody reads and signs, and how long before today, in trading days, that began. */
const conduct = 'it-conduct'
const askedAgo = 18
const daysToSign = 14

/** What became of the rules in a quarter: taken up, attested, signed by most and late by some, set otherwise, excepted. */
export function ruleActs(stage: Stage, quarter: readonly string[], now: number): Act[] {
  const at = (ago: number, time: string) => shanghai(tradingDay(quarter, ago), time)
  const asked = tradingDay(quarter, askedAgo)
  const late = shanghai(dayAway(asked, daysToSign + 1), '08:30')
  return [
    { at: at(quarter.length, '15:10'), do: () => takeUpLaws(stage) },
    { at: at(quarter.length, '15:20'), do: () => attestSupport(stage) },
    { at: at(40, '11:05'), do: () => attestRoom(stage) },
    { at: at(38, '15:35'), do: () => attestService(stage) },
    { at: at(30, '10:20'), do: () => setOtherwise(stage) },
    { at: at(askedAgo, '09:30'), do: () => askToSign(stage) },
    ...[1, 2, 4, 7, 9].map((after) => ({
      at: shanghai(dayAway(asked, after), '16:05'),
      do: () => signSome(stage, after),
    })),
    ...(late < now - day ? [{ at: late, do: () => remindReaders(stage.engine, {} as never) }] : []),
    ...[15, 10, 5, 1].map((ago) => ({ at: at(ago, '17:05'), do: () => judgeNow(stage.engine) })),
    { at: at(12, '10:15'), do: () => makeOwnControls(stage) },
    { at: at(4, '10:40'), do: () => except(stage, now) },
    { at: at(1, '17:06'), do: () => turnAttestations(stage.engine) },
  ]
}

async function takeUpLaws(stage: Stage): Promise<void> {
  await loadPacks(stage.engine)
  const { db } = stage.engine
  const laws = await db
    .selectFrom('pack')
    .select(['id', 'code'])
    .where('code', 'in', ['CSL', 'CAC-2025', 'ISO20K'])
    .orderBy('code')
    .execute()
  for (const { id, code } of laws) {
    const reason = code === 'ISO20K' ? '以此为服务管理的参照。' : '本公司作为网络运营者受其约束。'
    await stage.as('manager', (tx) => tx.act(pack, id, 'switch-on', { reason }))
  }
  const plans = await db
    .selectFrom('obligation')
    .select('id')
    .where('item', 'in', ['23', '27'])
    .where('state', '=', 'in-force')
    .orderBy('item')
    .execute()
  for (const { id } of plans)
    await stage.as('auditor', (tx) =>
      tx.act(obligation, id, 'assess', { applies: 'applies', assessment: '适用;由运行、安全各项制度满足,年内复核。' }),
    )
}

const clauseOf = (clause: string, policyCode: string) => ({ policyCode, clause })

/** Signed a quarter ago and not since: by today it is stale. */
async function attestSupport(stage: Stage): Promise<void> {
  await attest(stage, 'director', '管理层例会纪要.txt', '本季度例会听取了信息技术管理情况汇报,见纪要。', {
    ...clauseOf('4.1', 'it-governance'),
    ...{ title: '管理层听取汇报', titleEn: 'Management hears of IT', every: 90 },
    statement: '本季度管理层已听取信息技术管理情况汇报,并对所提事项作出决定。',
    statementEn: 'This quarter management heard of the state of IT and decided on what was raised.',
  })
}

/** What no record shows of how IT serves: said by management, half a year long. */
async function attestService(stage: Stage): Promise<void> {
  await attest(stage, 'director', '业务座谈纪要.txt', '座谈三次,业务部门提出的七项意见均有答复,见纪要。', {
    ...clauseOf('5.2', 'it-governance'),
    ...{ title: '服务意识与协作', titleEn: 'Spirit of service', every: 183 },
    statement: '信息技术部按季度与业务部门座谈,对所提意见逐项答复,服务态度良好。',
    statementEn: 'IT met the business every quarter and answered each point; it serves willingly.',
  })
  // The year's resources are to be assessed still.
  await stage.as('engineer', (tx) =>
    tx.create(attestation, {
      ...clauseOf('5.3', 'it-assets'),
      ...{ title: '资源年度评估', titleEn: 'Yearly assessment of resources', every: 365 },
      ...{ dueOn: dayAway(tx.today, 60), attester: stage.people.manager },
      statement: '本年度已评估各类资源的使用率、维修响应和安全状况,并写明后续措施。',
      statementEn: 'This year the use of resources, their repair and their security were assessed, with what follows.',
    }),
  )
}

async function attestRoom(stage: Stage): Promise<void> {
  await attest(stage, 'operator', '机房登记簿.txt', '抽查两个月登记簿,陪同人签名齐全。', {
    ...clauseOf('4', conduct),
    ...{ title: '机房出入登记', titleEn: 'Visitors to the machine room', every: 183 },
    statement: '外来人员进入机房均有人陪同并登记。',
    statementEn: 'Visitors to the machine room were accompanied and written down.',
  })
  const made = await stage.as('engineer', async (tx) =>
    tx.create(attestation, {
      ...clauseOf('5', conduct),
      ...{ title: '境外携带', titleEn: 'Devices abroad', every: 183, dueOn: tx.today, attester: stage.people.engineer },
      statement: '没有存有客户资料的设备被携带出境。',
      statementEn: 'No device that holds client data was taken abroad.',
    }),
  )
  const outUntil = dayAway(made.dueOn, 180)
  await stage.as('engineer', (tx) =>
    tx.act(attestation, made.id, 'ask-out', { outReason: '本公司没有出境业务,也未配发可出境的设备。', outUntil }),
  )
  await stage.as('manager', (tx) => tx.act(attestation, made.id, 'agree-out'))
}

interface Attested {
  readonly policyCode: string
  readonly clause: string
  readonly title: string
  readonly titleEn: string
  readonly every: number
  readonly statement: string
  readonly statementEn: string
}

async function attest(stage: Stage, who: 'director' | 'operator', file: string, finding: string, values: Attested) {
  const { engine } = stage
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(attestation, { ...values, attester: stage.people[who], dueOn: tx.today }),
  )
  const evidence = await receive(engine, Readable.from([Buffer.from(`${file}\n${finding}\n`)]), file)
  await stage.as('engineer', (tx) => attach(engine, tx, attestation, id, [evidence]))
  await stage.as(who, (tx) => tx.act(attestation, id, 'attest', { finding }))
}

async function askToSign(stage: Stage): Promise<void> {
  const edition = await stage.engine.db
    .selectFrom('policy')
    .select('id')
    .where('code', '=', conduct)
    .where('state', '=', 'effective')
    .executeTakeFirstOrThrow()
  await stage.as('manager', async (tx) => {
    const values = { policy: edition.id, owner: stage.people.manager, everybody: true, days: daysToSign }
    await tx.act(readingCampaign, (await tx.create(readingCampaign, values)).id, 'open')
  })
  await gatherReadings(stage.engine, {} as never)
}

/** Of those who have not signed, about every third does on such an afternoon; the demo's auditor and business staff never do. */
async function signSome({ engine, people }: Stage, after: number): Promise<void> {
  const open = await engine.db
    .selectFrom('reading')
    .innerJoin('person', 'person.id', 'reading.reader')
    .select(['reading.id', 'reader', 'employeeNo'])
    .where('reading.state', '=', 'asked')
    .orderBy('reading.number')
    .execute()
  for (const { id, reader, employeeNo } of open) {
    if (reader === people.business || reader === people.auditor) continue
    if (chance(Number(employeeNo.replaceAll(/\D/g, '')) * 31 + after).between(0, 9) > 3) continue
    const actor = await engine.directory.actor(engine.db, reader, 'demo')
    if (actor)
      await engine.inTx(actor, (tx) => tx.act(reading, id, 'acknowledge'), { person: reader, method: 'password' })
  }
}

/** Requests are to be settled sooner than the product would have it: proposed by one, agreed to by another. */
async function setOtherwise(stage: Stage): Promise<void> {
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(controlSetting, {
      ...{ control: 'V-05', effectiveOn: tx.today, reason: '业务部门希望请求更快办结。' },
      values: [{ name: 'within', value: 10 }],
    }),
  )
  await stage.as('auditor', (tx) => tx.act(controlSetting, id, 'approve'))
}

/** A department without a head is not held against the firm until its new one comes, in four days. */
async function except(stage: Stage, now: number): Promise<void> {
  const risk = await stage.engine.db
    .selectFrom('department')
    .select('number')
    .where('code', '=', 'RSK')
    .executeTakeFirstOrThrow()
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(controlException, {
      ...{ title: '风险管理部负责人到岗前', control: 'G-05', subjects: [risk.number], owner: stage.people.checker },
      ...{ reason: '新任负责人已定,尚未到岗。', measure: '期间由总经理室代行审批。' },
      ...{ startsAt: tx.now, endsAt: new Date(now + 4 * day).toISOString() },
    }),
  )
  await stage.as('manager', (tx) => tx.act(controlException, id, 'grant'))
}
