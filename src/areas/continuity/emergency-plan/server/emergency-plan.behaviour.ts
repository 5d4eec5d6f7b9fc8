import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { editionInForce } from '../../../operations/operations.api.ts'
import { emergencyPlan } from '../emergency-plan.record.ts'
import { daysOn } from '../plan.rules.ts'
import { planPaper } from './paper.ts'

export type PlanRow = RowOf<typeof emergencyPlan>

/** How long it holds, and when it must be rehearsed, from when it was agreed to or looked through again. */
function dated({ before, after }: Step<typeof emergencyPlan>, today: string): Partial<PlanRow> {
  if (after.state !== 'effective' || before === null || before.state === 'effective') return {}
  const drillDueOn = daysOn(after.lastDrilledOn ?? today, after.drillDays)
  // A drill shows that it can be carried out, and not that it is still in date.
  if (before.state === 'stale')
    return before.staleBecause === 'undrilled' ? {} : { validUntil: daysOn(today, after.validDays) }
  return { validUntil: daysOn(today, after.validDays), drillDueOn: drillDueOn < today ? daysOn(today, 30) : drillDueOn }
}

/** Their sheet is there for all to see, and was signed already. */
async function sheetIsThere(tx: Tx, { id, vendorSignedOn }: PlanRow): Promise<Fault[]> {
  const faults: Fault[] = []
  const sheet = await tx.db
    .selectFrom('attachment')
    .select('id')
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!sheet)
    faults.push(fault('', 'no-sheet', '请先上传厂商签字的扫描件。', 'Upload the sheet that the vendor signed first.'))
  if (vendorSignedOn !== null && vendorSignedOn > tx.today)
    faults.push(fault('vendorSignedOn', 'ahead', '签字日期不能晚于今天。', 'It cannot have been signed after today.'))
  return faults
}

async function runbookIsInForce(tx: Tx, { runbook }: PlanRow): Promise<Fault[]> {
  if (runbook === null) return []
  const { id, title, titleEn } = await editionInForce(tx.db, runbook)
  return id === null
    ? [
        fault(
          'runbook',
          'not-in-force',
          `流程「${title}」没有生效的版次。`,
          `${titleEn ?? title} has no edition in force.`,
        ),
      ]
    : []
}

export const emergencyPlanBehaviour = behave(emergencyPlan, {
  derive: async ({ today }, steps) => steps.map((one) => dated(one, today)),
  guards: { 'vendor-sign': sheetIsThere, submit: runbookIsInForce, approve: runbookIsInForce },
  effects: {
    'go-stale': (tx, row) => tellDue(tx, emergencyPlan, row, 'go-stale', [{ is: 'person', id: row.owner }]),
  },
  paper: planPaper,
})
