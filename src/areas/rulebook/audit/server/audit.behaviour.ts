import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { Who } from '../../../../record/who.ts'
import { tellToday } from '../../../messaging/messaging.api.ts'
import { areasAudited } from '../../rule-area/server/areas.ts'
import { audit } from '../audit.record.ts'
import { independence, plannedInOrder } from '../audit.rules.ts'
import { drawUpChecklist, seedOf } from './freeze.ts'
import { auditPaper } from './paper.ts'
import { compileReport, digestOfReport } from './report.ts'
import { type AuditRow, editionsOf, ownersOf } from './scope.ts'

/** Its plan is approved and covers its areas; its days are in order; nobody audits what they answer for. */
async function sound(tx: Tx, row: AuditRow): Promise<Fault[]> {
  const faults = [...plannedInOrder(row), ...independence(row, await ownersOf(tx, row))]
  if (row.plan === null) return faults
  const plan = await tx.db
    .selectFrom('auditPlan')
    .select(['state', 'areas'])
    .where('id', '=', row.plan)
    .executeTakeFirst()
  if (plan && plan.state !== 'approved')
    faults.push(fault('plan', 'not-approved', '审计计划尚未批准或已结束。', 'Its plan is not approved, or it is over.'))
  if (plan && !row.areas.every((area) => plan.areas.includes(area)))
    faults.push(fault('areas', 'not-planned', '领域超出审计计划。', 'The plan does not cover all of its areas.'))
  return faults
}

async function openFieldwork(tx: Tx, row: AuditRow): Promise<Fault[]> {
  const faults = [...independence(row, await ownersOf(tx, row))]
  if (row.asOf > tx.today) faults.push(fault('asOf', 'in-the-future', '基准日还没有到。', 'Its date has not come yet.'))
  else if (!(await editionsOf(tx, row)).some(({ clauses }) => clauses.length > 0))
    faults.push(
      fault('areas', 'nothing-in-effect', '基准日没有有效的制度条款。', 'No clause was in effect there on that date.'),
    )
  return faults
}

async function allJudged(tx: Tx, { id }: AuditRow): Promise<Fault[]> {
  const { n } = await tx.db
    .selectFrom('auditItem')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('audit', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(n) === 0
    ? []
    : [fault('', 'items-open', `还有 ${n} 项没有检查。`, `${n} items have not been looked at yet.`)]
}

/** What does not conform has been written down as a finding. */
async function foundAsFindings(tx: Tx, { id }: AuditRow): Promise<Fault[]> {
  const missing = await tx.db
    .selectFrom('auditItem as i')
    .select(['i.position', 'i.clause'])
    .where('i.audit', '=', id)
    .where('i.result', '=', 'nonconforming')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('finding as f').select('f.id').whereRef('f.item', '=', 'i.id'))),
    )
    .orderBy('i.position')
    .limit(20)
    .execute()
  return missing.map(({ position, clause }) =>
    fault(
      '',
      'no-finding',
      `第 ${position} 项(条款 ${clause})不符合,尚未登记审计发现。`,
      `Item ${position} (clause ${clause}) does not conform and no finding says so.`,
    ),
  )
}

/** It goes to management, and to whoever owns what was audited or has a finding to correct. */
async function distribute(tx: Tx, row: AuditRow): Promise<void> {
  const owners = new Set((await ownersOf(tx, row)).flatMap(({ owner }) => owner ?? []))
  const found = await tx.db.selectFrom('finding').select('owner').where('audit', '=', row.id).execute()
  for (const { owner } of found) owners.add(owner)
  const who: Who[] = [
    { is: 'role', code: 'manager' },
    ...[...owners].sort().map((id) => ({ is: 'person' as const, id })),
  ]
  const { grades, items } = row.report ?? { grades: { major: 0, minor: 0, observation: 0 }, items: 0 }
  await tellToday(tx, audit, row, 'issued', who, [
    `检查 ${items} 项;重大 ${grades.major}、一般 ${grades.minor}、观察项 ${grades.observation}。请管理层答复。`,
    `${items} items; ${grades.major} major, ${grades.minor} minor, ${grades.observation} observations. Management is to respond.`,
  ])
}

export const auditBehaviour = behave(audit, {
  async derive(tx, steps) {
    return Promise.all(
      steps.map(async ({ before, after }) => {
        if (before?.state === 'in-preparation' && after.state === 'fieldwork')
          return { seed: seedOf(after.number, tx.now) }
        if (before?.state !== 'reporting' || after.state !== 'reported') return {}
        const report = await compileReport(tx.db, after)
        return { report, digest: digestOfReport(report) }
      }),
    )
  },
  guards: {
    create: sound,
    update: sound,
    prepare: sound,
    'open-fieldwork': openFieldwork,
    'end-fieldwork': allJudged,
    issue: foundAsFindings,
  },
  effects: {
    'open-fieldwork': drawUpChecklist,
    async issue(tx, row) {
      await areasAudited(tx, row.areas, row.id)
      await distribute(tx, row)
    },
  },
  paper: auditPaper,
})
