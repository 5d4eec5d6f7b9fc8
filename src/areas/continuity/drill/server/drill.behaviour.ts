import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { ApprovalStep } from '../../../../record/approval.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { Words } from '../../../../record/words.ts'
import { abortRun, beginRun, editionInForce, writeLog } from '../../../operations/operations.api.ts'
import { drillFault } from '../../drill-fault/drill-fault.record.ts'
import { emergencyPlan } from '../../emergency-plan/emergency-plan.record.ts'
import { daysOn } from '../../emergency-plan/plan.rules.ts'
import { drill } from '../drill.record.ts'
import { endsAfterItBegins } from '../drill.rules.ts'
import { linesOf, type Objectives, scoreOf } from '../measure.rules.ts'
import { type DrillRow, measured } from './course.ts'
import { drillPaper } from './paper.ts'

const planOf = (tx: Tx, { plan }: DrillRow) =>
  tx.db.selectFrom('emergencyPlan').selectAll().where('id', '=', plan).executeTakeFirst()

/** What it is held against is its plan's, as that stood when the drill was planned; the day, when it was held. */
async function derived(tx: Tx, { before, after }: Step<typeof drill>): Promise<Partial<DrillRow>> {
  if (after.state === 'finished' && before?.state === 'running') return { heldOn: tx.today }
  if (after.state === 'closed') return { score: scoreOf(after) }
  const plan = before ? undefined : await planOf(tx, after)
  if (!plan) return {}
  const { decider, deputy, detectMinutes, decideMinutes, restoreMinutes, lossMinutes } = plan
  const components = after.components.length > 0 ? after.components : plan.components
  return { decider, deputy, detectMinutes, decideMinutes, restoreMinutes, lossMinutes, components }
}

/** What trades in earnest is out of reach, unless the drill says that it is not: then two people agree. */
async function withinReach(tx: Tx, row: DrillRow): Promise<Fault[]> {
  const faults = endsAfterItBegins(row)
  const plan = await planOf(tx, row)
  if (plan && plan.state !== 'effective' && plan.state !== 'stale')
    faults.push(fault('plan', 'not-in-force', '预案尚未批准或已停用。', 'Its plan is not in force.'))
  if (row.production || row.components.length === 0) return faults
  const names = await tx.db
    .selectFrom('component')
    .select('name')
    .where('id', 'in', row.components)
    .where('environment', 'in', ['production', 'standby'])
    .orderBy('name')
    .execute()
  if (names.length === 0 || row.kind === 'tabletop') return faults
  const list = names.map(({ name }) => name)
  return [
    ...faults,
    fault(
      'components',
      'production',
      `属生产环境:${list.join('、')}。须注明触及生产,并由两人批准。`,
      `These trade in earnest: ${list.join(', ')}. Say that it reaches production, and two people agree.`,
    ),
  ]
}

async function alone(tx: Tx, row: DrillRow): Promise<Fault[]> {
  const others = await tx.db
    .selectFrom('drill')
    .select(['number', 'components'])
    .where('state', '=', 'running')
    .where('id', '<>', row.id)
    .execute()
  const other = others.find(({ components }) => components.some((id) => row.components.includes(id)))
  return other
    ? [
        fault(
          'components',
          'another',
          `演练 ${other.number} 正在使用同一组件。`,
          `${other.number} is running on the same component.`,
        ),
      ]
    : []
}

/** Nothing of it is still going on. */
async function allIsOver(tx: Tx, { id, run }: DrillRow): Promise<Fault[]> {
  const fit: Fault[] = []
  for (const { number } of await faultsIn(tx, id, 'lasting'))
    fit.push(fault('', 'fault-lasting', `故障 ${number} 仍在持续。`, `Fault ${number} still lasts.`))
  const begun =
    run && (await tx.db.selectFrom('run').select(['number', 'state']).where('id', '=', run).executeTakeFirst())
  if (begun && begun.state === 'in-progress')
    fit.push(fault('run', 'run-open', `执行 ${begun.number} 尚未完成。`, `Run ${begun.number} is not over.`))
  return fit
}

const faultsIn = (tx: Tx, id: string, ...states: ('planned' | 'lasting')[]) =>
  tx.db
    .selectFrom('drillFault')
    .select(['id', 'number', 'state'])
    .where('drill', '=', id)
    .where('state', 'in', states)
    .orderBy('id')
    .execute()

/** What was missed is followed by something that somebody does about it. */
async function missedIsFollowed(tx: Tx, { id, outcome }: DrillRow): Promise<Fault[]> {
  if (outcome !== 'missed') return []
  const some = await tx.db.selectFrom('action').select('id').where('drill', '=', id).executeTakeFirst()
  return some
    ? []
    : [
        fault(
          '',
          'no-action',
          '目标未达到,须先登记改进措施。',
          'An objective was missed: say first what is done about it.',
        ),
      ]
}

const approval = (production: boolean): ApprovalStep => ({
  name: production ? ['两人批准触及生产', 'Two agree that it reaches production'] : ['经理批准', 'Manager agrees'],
  who: [{ is: 'role', code: 'manager' }, ...(production ? [{ is: 'role', code: 'admin' } as const] : [])],
  need: production ? 'quorum' : 'any',
  count: production ? 2 : null,
  sign: true,
  escalateAfter: null,
  escalateTo: [{ is: 'role', code: 'admin' }],
})

const say = (tx: Tx, row: DrillRow, what: Words) =>
  writeLog(tx, {
    kind: 'component',
    severity: 'warning',
    text: [`演练 ${row.title}:${what[0]}。`, `Drill ${row.title}: ${what[1]}.`],
    about: { record: drill.name, id: row.id, number: row.number },
  })

/** The plan's runbook begins, under the name of who decided. */
async function carryOut(tx: Tx, row: DrillRow): Promise<void> {
  await say(tx, row, ['启动预案', 'the plan was put into effect'])
  const runbook = (await planOf(tx, row))?.runbook
  const edition = runbook ? (await editionInForce(tx.db, runbook)).id : null
  if (edition === null) return
  const { id } = await beginRun(tx, edition)
  await tx.as('continuity').update(drill, row.id, { run: id })
}

async function takeTimes(tx: Tx, row: DrillRow): Promise<void> {
  await say(tx, row, ['结束', 'it is over'])
  const came = await measured(tx.db, row, tx.now)
  if (!came) return
  const met = linesOf(row as Objectives, { ...came, loss: row.loss }, row.kind).every((line) => line.met)
  await tx.as('continuity').update(drill, row.id, { ...came, outcome: met ? 'met' : 'missed' })
}

/** Its plan has been rehearsed, and stands again where that is what it wanted. */
async function tellPlan(tx: Tx, { plan, heldOn }: DrillRow): Promise<void> {
  const system = tx.as('continuity')
  const { state, staleBecause, drillDays, lastDrilledOn } = await system.lock(emergencyPlan, plan)
  if (heldOn === null || (lastDrilledOn !== null && lastDrilledOn > heldOn)) return
  const drillDueOn = daysOn(heldOn, drillDays)
  await system.update(emergencyPlan, plan, { lastDrilledOn: heldOn, drillDueOn })
  if (state === 'stale' && staleBecause === 'undrilled' && drillDueOn >= tx.today)
    await system.act(emergencyPlan, plan, 'refresh')
}

async function callOff(tx: Tx, row: DrillRow): Promise<void> {
  const system = tx.as('continuity')
  for (const { id, state } of await faultsIn(tx, row.id, 'planned', 'lasting'))
    await system.act(drillFault, id, state === 'lasting' ? 'lift' : 'drop')
  if (row.run) await abortRun(system, row.run, `演练取消:${row.cancelReason}`)
}

export const drillBehaviour = behave(drill, {
  derive: async (tx, steps) => Promise.all(steps.map((one) => derived(tx, one))),
  guards: {
    create: async (_tx, row) => endsAfterItBegins(row),
    update: async (_tx, row) => endsAfterItBegins(row),
    approve: withinReach,
    start: async (tx, row) => [...(await withinReach(tx, row)), ...(await alone(tx, row))],
    finish: allIsOver,
    close: missedIsFollowed,
  },
  effects: {
    start: async (tx, row) => void (await say(tx, row, ['开始', 'it has begun'])),
    decide: carryOut,
    finish: takeTimes,
    close: tellPlan,
    cancel: callOff,
  },
  approvals: {
    approve: {
      rule: async (_tx, row) => ({ id: row.id, name: row.title, steps: [approval(row.production)] }),
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(drill, id, 'reject', { rejectReason })
      },
    },
  },
  makers: ({ lead }) => [lead],
  paper: drillPaper,
})
