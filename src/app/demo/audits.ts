import { Readable } from 'node:stream'
import { audit } from '../../areas/rulebook/audit/audit.record.ts'
import { auditItem } from '../../areas/rulebook/audit-item/audit-item.record.ts'
import { auditPlan } from '../../areas/rulebook/audit-plan/audit-plan.record.ts'
import { judgeNow } from '../../areas/rulebook/control/server/service.ts'
import { finding } from '../../areas/rulebook/finding/finding.record.ts'
import { reopenFindings } from '../../areas/rulebook/finding/server/watch.task.ts'
import { sampleJudgements } from '../../areas/rulebook/judgement-sample/server/sample.task.ts'
import { managementReview } from '../../areas/rulebook/management-review/management-review.record.ts'
import { loadAreas } from '../../areas/rulebook/rule-area/server/areas.ts'
import { action } from '../../areas/service/action/action.record.ts'
import { attach, receive } from '../../platform/sides/attachment.ts'
import { dayAway } from '../../record/time.ts'
import {
  decisions,
  handedOn,
  judgedOtherwise,
  lastJudgedOtherwise,
  minutes,
  type PastFinding,
  pastFindings,
} from './audits.data.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { perform, type Stage } from './stage.ts'

/** Ids of the two audits, once they are there. */
type Ids = Partial<Record<'last' | 'this', string>>

/** Last year's audit from plan to management's response, this year's in the field, what both found, and a review by management. */
export function auditActs(stage: Stage, quarter: readonly string[]): Act[] {
  const on = (ago: number) => tradingDay(quarter, ago)
  const at = ([ago, time]: readonly [number, string], work: () => Promise<unknown>): Act => ({
    at: shanghai(on(ago), time),
    do: work,
  })
  const ids: Ids = {}
  const plans: Partial<Record<number, string>> = {}
  const first = quarter[0] as string
  return [
    at([quarter.length, '15:25'], () => loadAreas(stage.engine)),
    at([66, '10:00'], async () => {
      plans[2025] = await planned(stage, 2025, '补做上一年度审计,覆盖治理、资产与服务。', [
        'governance',
        'assets',
        'service',
      ])
    }),
    at([64, '09:30'], async () => {
      const about = { title: '2025 年度信息技术审计', titleEn: 'Audit of IT 2025', plan: plans[2025] as string }
      const span = {
        asOf: first,
        startsOn: on(64),
        endsOn: on(56),
        areas: ['governance', 'assets', 'service'] as const,
      }
      ids.last = await inField(stage, { ...about, ...span, areas: [...span.areas] })
    }),
    at([61, '16:00'], () => workThrough(stage, ids.last as string, lastJudgedOtherwise, Number.POSITIVE_INFINITY)),
    at([58, '16:00'], () => report(stage, ids.last as string)),
    at([56, '10:00'], async () => {
      await stage.as('manager', (tx) =>
        tx.act(audit, ids.last as string, 'respond', { response: '同意各项发现,已指定负责人,按期整改。' }),
      )
      await stage.as('auditor', (tx) => tx.act(auditPlan, plans[2025] as string, 'close'))
    }),
    at([45, '17:30'], () => judgeNow(stage.engine)),
    at([45, '17:40'], () => reopenFindings(stage.engine, {} as never)),
    at([40, '10:30'], async () => {
      const areas = ['operations', 'assets', 'continuity', 'change', 'service', 'security'] as const
      plans[2026] = await planned(stage, 2026, '以运行、资产、备份与应急为重点,年底前覆盖变更与服务。', areas)
    }),
    at([9, '09:20'], async () => {
      const about = { title: '2026 年度审计:运行、资产、备份', titleEn: 'Audit 2026: operations, assets, backup' }
      const span = { asOf: on(10), startsOn: on(9), endsOn: dayAway(on(1), 10), team: [stage.people.checker] }
      ids.this = await inField(stage, {
        ...{ ...about, ...span, plan: plans[2026] as string, areas: ['operations', 'assets', 'continuity'] },
      })
      const ahead = { title: '2026 年度审计:变更、服务、安全', titleEn: 'Audit 2026: change, service, security' }
      const starts = dayAway(on(1), 13)
      await stage.as('auditor', (tx) =>
        tx.create(audit, {
          ...{ ...ahead, plan: plans[2026] as string, asOf: starts },
          areas: ['change', 'service', 'security'],
          ...{ startsOn: starts, endsOn: dayAway(starts, 14), lead: stage.people.auditor },
        }),
      )
    }),
    at([7, '15:00'], () => workThrough(stage, ids.this as string, judgedOtherwise, 12)),
    at([3, '15:40'], () => workThrough(stage, ids.this as string, judgedOtherwise, 26)),
    ...pastFindings.flatMap((one) => storyOf(stage, one, ids, at)),
    ...reviewActs(stage, on, at),
    ...[3, 2, 1].map((ago) => at([ago, '17:10'], () => sampleJudgements(stage.engine, {} as never))),
  ]
}

type At = (when: readonly [number, string], work: () => Promise<unknown>) => Act
type Areas = readonly ('governance' | 'assets' | 'service' | 'operations' | 'continuity' | 'change' | 'security')[]

async function planned(stage: Stage, year: number, purpose: string, areas: Areas): Promise<string> {
  const { id } = await stage.as('auditor', async (tx) => {
    const made = await tx.create(auditPlan, {
      ...{ title: `${year} 年度信息技术审计计划`, titleEn: `Plan of IT audits ${year}`, year, purpose },
      ...{ areas: [...areas], auditors: [stage.people.auditor] },
    })
    return tx.act(auditPlan, made.id, 'submit')
  })
  await stage.as('manager', (tx) => tx.act(auditPlan, id, 'approve'))
  return id
}

async function inField(stage: Stage, values: object): Promise<string> {
  return stage.as('auditor', async (tx) => {
    const { id } = await tx.create(audit, { lead: stage.people.auditor, ...values } as never)
    await tx.act(audit, id, 'prepare')
    await tx.act(audit, id, 'open-fieldwork')
    return id
  })
}

/** Items up to a position, each with its sample looked at; what was not found in order says why. */
async function workThrough(stage: Stage, id: string, otherwise: typeof judgedOtherwise, upTo: number): Promise<void> {
  const items = await stage.engine.db
    .selectFrom('auditItem')
    .select(['id', 'position', 'clause', 'control', 'stood', 'sample'])
    .where('audit', '=', id)
    .where('state', '=', 'open')
    .orderBy('position')
    .execute()
  for (const { id: item, position, clause, control, stood, sample } of items) {
    const said = otherwise[control ?? clause]
    if (position > upTo && !said) continue
    for (const { number } of sample)
      await stage.as('auditor', (tx) => perform(tx, stage.engine, auditItem, item, 'look', { number, found: 'agrees' }))
    const [result, note] = said ?? (stood === 'broken' ? handedOn : (['conforming', null] as const))
    await stage.as('auditor', (tx) => tx.act(auditItem, item, 'judge', { result, note }))
  }
}

async function report(stage: Stage, id: string): Promise<void> {
  await stage.as('auditor', async (tx) => {
    await tx.act(audit, id, 'end-fieldwork')
    const conclusion = '制度基本得到遵守;两项不符合,须限期整改。建议以系统记录代替人工台账作为证据。'
    await tx.act(audit, id, 'issue', { conclusion })
  })
}

/** What became of a finding, each by whose turn it was. */
function storyOf(stage: Stage, past: PastFinding, ids: Ids, at: At): Act[] {
  let id = ''
  const act = (who: keyof Stage['people'], verb: keyof typeof finding.transitions, values: object = {}) =>
    stage.as(who, (tx) => tx.act(finding, id, verb, values as never))
  const { answered, done, verified, closed } = past
  const answer = ({ cause, action: correctiveAction, days }: NonNullable<PastFinding['answered']>) =>
    stage.as(past.owner, (tx) =>
      tx.act(finding, id, 'answer', { cause, correctiveAction, due: dayAway(tx.today, days) }),
    )
  return [
    at(past.raised, async () => {
      id = await raised(stage, past, ids)
    }),
    ...[answered, past.again].flatMap((one) => (one ? [at(one.at, () => answer(one))] : [])),
    ...(done
      ? [
          at(done.at, async () => {
            const file = await receive(stage.engine, Readable.from([Buffer.from(`${done.outcome}\n`)]), done.file)
            await stage.as(past.owner, (tx) => attach(stage.engine, tx, finding, id, [file]))
            await act(past.owner, 'finish', { outcome: done.outcome })
          }),
        ]
      : []),
    ...(verified ? [at(verified.at, () => act('auditor', 'verify', { verification: verified.how }))] : []),
    ...(closed ? [at(closed, () => act('auditor', 'close'))] : []),
  ]
}

async function raised(stage: Stage, past: PastFinding, ids: Ids): Promise<string> {
  const { title, description, grade, owner, audit: of, item, control = null, area = null } = past
  const found = item ? await itemOf(stage, ids[of as 'last'] as string, item) : null
  const made = await stage.as('auditor', (tx) =>
    tx.create(finding, {
      ...{ title, description, grade, owner: stage.people[owner], control, area },
      ...{ audit: of ? (ids[of] as string) : null, item: found },
    }),
  )
  return made.id
}

async function itemOf({ engine }: Stage, id: string, of: string): Promise<string | null> {
  const items = await engine.db
    .selectFrom('auditItem')
    .select(['id', 'clause', 'control'])
    .where('audit', '=', id)
    .orderBy('position')
    .execute()
  return items.find(({ clause, control }) => (control ?? clause) === of)?.id ?? null
}

/** The review of the third quarter: prepared by the auditor, signed by the manager, one of its two decisions done. */
function reviewActs(stage: Stage, on: (ago: number) => string, at: At): Act[] {
  let id = ''
  const made: string[] = []
  return [
    at([32, '09:40'], async () => {
      const row = await stage.as('auditor', async (tx) => {
        const { id: review } = await tx.create(managementReview, {
          ...{ title: '2026 年前三季度管理评审', titleEn: 'Management review to September 2026' },
          ...{ startsOn: '2026-01-01', endsOn: '2026-09-30', chair: stage.people.manager },
          participants: [stage.people.director, stage.people.engineer, stage.people.auditor],
          agenda: '制度遵守情况;审计发现;故障与变更;资源需求。',
        })
        return tx.act(managementReview, review, 'compile')
      })
      id = row.id
    }),
    at([30, '11:40'], () =>
      stage.as('auditor', (tx) => tx.act(managementReview, id, 'hold', { heldOn: on(30), minutes })),
    ),
    at([30, '14:20'], async () => {
      for (const { title, owner, days } of decisions)
        made.push(
          await stage.as('manager', async (tx) => {
            const due = dayAway(tx.today, days)
            return (await tx.create(action, { title, owner: stage.people[owner], due, managementReview: id })).id
          }),
        )
      await stage.as('manager', (tx) => tx.act(managementReview, id, 'sign'))
    }),
    at([14, '10:00'], async () => {
      const [first] = decisions
      await stage.as(first.owner, (tx) => tx.act(action, made[0] as string, 'finish', { outcome: first.done }))
      await stage.as('auditor', (tx) => tx.act(action, made[0] as string, 'verify'))
    }),
  ]
}
