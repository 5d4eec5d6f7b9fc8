/** What a plan says in shapes of its own, and when it is no longer to be relied on. Pure. */
import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'

/** How grave, from the least. */
export const levels = ['general', 'larger', 'major', 'severe'] as const

const line = () => z.string().trim().min(1).max(200)

/** Whom one reaches and how, in the order in which they are called; on paper it must say all by itself. */
export const contactsSchema = z
  .array(
    z.strictObject({
      who: shaped(line(), ['姓名或单位', 'Who']),
      role: shaped(line(), ['职责', 'What for']),
      phone: shaped(line(), ['电话', 'Telephone']),
    }),
  )
  .max(40)

export type Contacts = z.output<typeof contactsSchema>

/** Why a plan cannot be relied on: its time is over, something in it is no longer as it was, or nobody has rehearsed it. */
export const staleReasons = ['expired', 'changed', 'undrilled'] as const
export type StaleReason = (typeof staleReasons)[number]

interface Dated {
  readonly validUntil: string | null
  readonly drillDueOn: string | null
}

/** What makes a plan stale on a day by time alone; the plan's last day still counts. */
export const staleOn = ({ validUntil, drillDueOn }: Dated, today: string): StaleReason | null => {
  if (validUntil !== null && validUntil < today) return 'expired'
  return drillDueOn !== null && drillDueOn < today ? 'undrilled' : null
}

/** So many days after a date. */
export const daysOn = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** What a component must keep so that the plans naming it stay true. */
export const whatPlansRestOn = ['installedVersion', 'product', 'host', 'dependsOn', 'state'] as const

/** A plan says what is done: by a runbook, or in words. */
export const saysWhatIsDone = ({ runbook, steps }: { runbook: string | null; steps: string | null }): Fault[] =>
  runbook === null && !steps
    ? [fault('steps', 'required', '须选操作流程或写明处置步骤。', 'Name a runbook or write down the steps.')]
    : []

interface Signed {
  readonly supplier: string | null
  readonly vendorSignedBy: string | null
  readonly vendorSignedOn: string | null
}

/** Where a vendor has a part in it, the vendor has signed. */
export const vendorHasSigned = ({ supplier, vendorSignedBy, vendorSignedOn }: Signed): Fault[] =>
  supplier === null || (vendorSignedBy !== null && vendorSignedOn !== null)
    ? []
    : [fault('vendorSignedBy', 'vendor-unsigned', '厂商尚未签字。', 'The vendor has not signed it.')]

/** What was not rehearsed becomes reliable again by a drill, and by nothing else. */
export const notForWantOfDrill = ({ staleBecause }: { staleBecause: StaleReason | null }): Fault[] =>
  staleBecause === 'undrilled'
    ? [
        fault(
          '',
          'undrilled',
          '因逾期未演练而失效,演练关闭后自动恢复。',
          'It wants a drill: once one is closed it stands again.',
        ),
      ]
    : []
