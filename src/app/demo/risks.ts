import type { z } from 'zod'
import { risk } from '../../areas/security/risk/risk.record.ts'
import { riskAcceptance } from '../../areas/security/risk-acceptance/risk-acceptance.record.ts'
import { endAcceptances } from '../../areas/security/risk-acceptance/server/end.task.ts'
import { riskAssessment } from '../../areas/security/risk-assessment/risk-assessment.record.ts'
import type { levelsSchema } from '../../areas/security/risk-matrix/matrix.rules.ts'
import { riskMatrix } from '../../areas/security/risk-matrix/risk-matrix.record.ts'
import { importScan } from '../../areas/security/scan/server/import.command.ts'
import { vulnerability } from '../../areas/security/vulnerability/vulnerability.record.ts'
import { dayAway, instantAt } from '../../record/time.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { type DemoRisk, demoRisks, levelsData, matrixData, weaknesses } from './risks.data.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000
const scanner = 'nessus'
/** Trading days before today. */
const firstScan = 30
const secondScan = 8

interface Ground {
  readonly stage: Stage
  readonly places: Places
  readonly ids: Map<string, string>
}

/**
 * A quarter of risks and vulnerabilities: a matrix that two agreed on, risks rated and treated as they came up, two of them accepted by the
 * general manager (one for long enough to have ended), the important systems assessed, and two scans of the servers.
 */
export function riskActs(stage: Stage, places: Places, quarter: readonly string[], now: number): Act[] {
  const ground = { stage, places, ids: new Map<string, string>() }
  const at = (ago: number, time: string) => shanghai(tradingDay(quarter, ago), time)
  const today = instantAt(now).slice(0, 10)
  const steps = demoRisks.map(
    (one, n): Act => ({
      at: at(62 - 4 * n, '10:25') + n * 60_000,
      do: () => keep(ground, one, today),
    }),
  )
  return [
    { at: at(66, '09:50'), do: () => agreeOnMatrix(stage) },
    ...steps,
    { at: at(48, '14:40'), do: () => accept(ground, '交易平台只有一家厂商支持', 20 * day) },
    { at: at(10, '17:02'), do: () => endAcceptances(stage.engine, {} as never) },
    { at: at(20, '15:10'), do: () => accept(ground, '机房空调单点', now + 12 * day - at(20, '15:10')) },
    { at: at(40, '16:20'), do: () => assess(ground) },
    { at: at(firstScan, '20:10'), do: () => bringIn(stage, 'first', tradingDay(quarter, firstScan)) },
    { at: at(firstScan - 5, '09:40'), do: () => begin(stage) },
    { at: at(secondScan, '20:10'), do: () => bringIn(stage, 'second', tradingDay(quarter, secondScan)) },
  ]
}

async function agreeOnMatrix(stage: Stage): Promise<void> {
  const top = await stage.engine.db
    .selectFrom('department')
    .select('id')
    .where('code', '=', 'MGT')
    .executeTakeFirstOrThrow()
  const tones = ['kept', 'late', 'broken', 'severe'] as const
  const levels: z.output<typeof levelsSchema> = levelsData.map((one, n) => ({
    ...{ ...one, tone: tones[n] as (typeof tones)[number] },
    acceptedBy: n < 2 ? [{ is: 'role', code: 'manager' }] : [{ is: 'head', department: top.id }],
  }))
  const { likelihoods, impacts, grid, ...values } = matrixData
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(riskMatrix, {
      ...values,
      ...{ likelihoods: [...likelihoods], impacts: [...impacts], levels },
      grid: grid.map((row) => ({ levels: [...row.levels] })),
    }),
  )
  await stage.as('manager', (tx) => tx.act(riskMatrix, id, 'approve'))
}

/** Written down, rated, treated, closed: as far as it has come. */
async function keep({ stage, places, ids }: Ground, one: DemoRisk, today: string): Promise<void> {
  const { title, category, description, owner, component, controls, rated, treated, reviewIn, closed } = one
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(risk, {
      ...{ title, category, description, controls: [...controls], owner: stage.people[owner] },
      components: component ? [placeOf(places, component).component] : [],
    }),
  )
  ids.set(title, id)
  if (!rated) return
  const [
    [inherentLikelihood, inherentImpact],
    [currentLikelihood, currentImpact],
    [residualLikelihood, residualImpact],
  ] = rated
  await stage.as('engineer', (tx) =>
    tx.act(risk, id, 'assess', {
      ...{ inherentLikelihood, inherentImpact, currentLikelihood, currentImpact, residualLikelihood, residualImpact },
    }),
  )
  if (treated) {
    const [treatment, plan, ahead] = treated
    await stage.as('engineer', (tx) => tx.act(risk, id, 'treat', { treatment, plan, dueOn: dayAway(today, ahead) }))
  }
  if (reviewIn !== undefined)
    await stage.as('engineer', (tx) => tx.act(risk, id, 'monitor', { reviewOn: dayAway(today, reviewIn) }))
  if (closed) await stage.as('manager', (tx) => tx.act(risk, id, 'close', { closeReason: closed }))
}

/** Asked for by the engineer, accepted by the general manager for so long. */
async function accept({ stage, ids }: Ground, title: string, lasts: number): Promise<void> {
  const endsAt = instantAt(Date.parse(stage.clock.now()) + lasts)
  const { id } = await stage.as('engineer', (tx) =>
    tx.create(riskAcceptance, {
      ...{ risk: ids.get(title) as string, decider: stage.people.director, endsAt },
      reason: '整改须列入下一年度预算,期间加强巡视。',
      measures: '每日巡视两次,备件到场。',
    }),
  )
  await stage.as('director', (tx) => tx.act(riskAcceptance, id, 'grant'))
}

/** All that trading stands on but the line, which is the operator's to assess. */
async function assess({ stage, places, ids }: Ground): Promise<void> {
  const codes = ['core-switch', 'host-app', 'quote-feed', 'trading-front', 'order-gateway', 'risk-control']
  const found = ['市电中断', '误操作交易前置'].flatMap((title) => ids.get(title) ?? [])
  const { id } = await stage.as('engineer', async (tx) => {
    const made = await tx.create(riskAssessment, {
      ...{ title: '交易系统年度风险评估', method: '资产识别、访谈、配置检查与漏洞扫描,按风险矩阵评定。' },
      ...{ components: codes.map((code) => placeOf(places, code).component), risks: found, heldOn: tx.today },
      scope: '交易前置、报单网关、风控、行情及其主机和网络。',
      conclusion: '总体可控。高风险两项,已分别安排处置和接受;专线单独评估。',
    })
    return tx.act(riskAssessment, made.id, 'submit')
  })
  await stage.as('manager', (tx) => tx.act(riskAssessment, id, 'approve'))
}

/** The servers that are scanned, in the order of their tags. */
const machines = ({ engine }: Stage) =>
  engine.db
    .selectFrom('asset as a')
    .innerJoin('assetCategory as c', 'c.id', 'a.category')
    .select(['a.id', 'a.address'])
    .where('c.code', '=', 'server')
    .where('a.state', '=', 'in-use')
    .where('a.address', 'is not', null)
    .orderBy('a.tag')
    .limit(8)
    .execute()

async function bringIn(stage: Stage, which: 'first' | 'second', on: string): Promise<void> {
  const scanned = await machines(stage)
  const lines = weaknesses
    .filter(([, , , , scans]) => scans === which || scans === 'both')
    .map(([ref, title, severity, machine]) => [scanned[machine % scanned.length]?.address, ref, title, severity].join())
  // One that the register does not know.
  if (which === 'second') lines.push('10.10.99.7,CVE-2024-6387,OpenSSH 远程代码执行(regreSSHion),严重')
  const input = importScan.input.parse({
    ...{ name: `服务器网段 ${on}.csv`, scanner, complete: true, assets: scanned.map(({ id }) => id) },
    scannedAt: instantAt(Date.parse(stage.clock.now()) - 3_600_000),
    content: Buffer.from(['目标,漏洞编号,名称,严重程度', ...lines].join('\n')).toString('base64'),
  })
  await stage.as('engineer', (tx) => importScan.run(tx, input as never))
}

/** Two are taken in hand; one is said to be fixed, and the second scan still sees it. */
async function begin(stage: Stage): Promise<void> {
  const found = await stage.engine.db
    .selectFrom('vulnerability')
    .select('id')
    .where('severityFound', 'in', ['critical', 'high'])
    .where('state', '=', 'open')
    .orderBy('number')
    .limit(3)
    .execute()
  for (const [n, { id }] of found.entries())
    await stage.as('engineer', async (tx) => {
      await tx.act(vulnerability, id, 'start', { owner: stage.people.engineer })
      if (n === 2) await tx.act(vulnerability, id, 'claim-fixed', { fixNote: '已升级软件包并重启。' })
    })
}
