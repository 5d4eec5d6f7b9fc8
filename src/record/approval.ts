import { z } from 'zod'
import { type Fault, fault } from './problem.ts'
import { shaped } from './shape.ts'
import { whoSchema } from './who.ts'
import type { Words } from './words.ts'

const personField = () => shaped(z.string().min(1).max(60), ['人员项', 'Field'], { names: 'person-field' })

/** Who is asked: somebody named by what they are, or found from the row and from whoever asks. */
export const askedSchema = z.discriminatedUnion('is', [
  ...whoSchema.options,
  shaped(z.strictObject({ is: z.literal('field'), field: personField() }), ['记录中的人员', 'Whom the record names']),
  shaped(z.strictObject({ is: z.literal('head-of'), field: personField() }), [
    '记录中人员的部门负责人',
    'Department head of whom the record names',
  ]),
  shaped(z.strictObject({ is: z.literal('requesters-head') }), [
    '申请人的部门负责人',
    'Department head of whoever asks',
  ]),
])

export type AskedWho = z.output<typeof askedSchema>

export const needs = {
  any: ['任一人同意', 'Any of them'],
  all: ['全部同意', 'All of them'],
  quorum: ['至少几人同意', 'At least so many'],
} as const satisfies Record<string, Words>

const name = z.string().trim().min(1).max(80)

/** One step of an approval: who is asked, how many of them must agree, and who else is asked when it takes too long. */
export const approvalStepSchema = z.strictObject({
  name: shaped(z.tuple([name, name]), ['名称', 'Name']),
  who: shaped(z.array(askedSchema).min(1).max(20), ['审批人', 'Who is asked']),
  need: shaped(z.enum(['any', 'all', 'quorum']), ['须', 'Needed'], { choices: needs }),
  /** Of a quorum. */
  count: shaped(z.int().min(1).max(20).nullable().default(null), ['人数', 'How many']),
  /** Whoever agrees proves presence again and signs what was shown. */
  sign: shaped(z.boolean().default(false), ['同意时签字', 'Signed']),
  /** Minutes after which others are asked too; null: never. */
  escalateAfter: shaped(z.int().min(1).max(43_200).nullable().default(null), [
    '超时升级(分钟)',
    'Escalated after (minutes)',
  ]),
  escalateTo: shaped(z.array(askedSchema).max(20).default([]), ['升级至', 'Escalated to']),
})

export type ApprovalStep = z.output<typeof approvalStepSchema>
export type Need = Pick<ApprovalStep, 'need' | 'count'>

/** In the order in which they are asked: the next only once the one before has agreed. */
export const approvalStepsSchema = z.array(approvalStepSchema).min(1).max(10)

/** What is wrong with steps: fields that hold no person, a quorum without a number, an escalation to nobody. */
export const approvalStepFaults = (
  steps: readonly ApprovalStep[],
  isPerson: (field: string) => boolean,
  path: string,
): Fault[] =>
  steps.flatMap((step, i) => {
    const at = `${path}.${i}`
    const whom = (who: readonly AskedWho[], name: string): Fault[] =>
      who.flatMap((one, n) =>
        'field' in one && !isPerson(one.field)
          ? [fault(`${at}.${name}.${n}.field`, 'no-such-field', '这一项不是人员。', 'This field holds no person.')]
          : [],
      )
    return [
      ...whom(step.who, 'who'),
      ...whom(step.escalateTo, 'escalateTo'),
      ...(step.need === 'quorum' && step.count === null
        ? [fault(`${at}.count`, 'required', '须写明几人同意。', 'Say how many must agree.')]
        : []),
      ...(step.escalateAfter !== null && step.escalateTo.length === 0
        ? [fault(`${at}.escalateTo`, 'required', '须写明升级至何人。', 'Say to whom it is escalated.')]
        : []),
    ]
  })

/** Somebody who was asked in a step; those it was escalated to may fill in for whoever stays silent. */
export interface Seat {
  readonly person: string
  readonly escalated: boolean
}

/** How many must agree, of those who were asked in the first place. */
export function needed({ need, count }: Need, asked: number): number {
  if (need === 'quorum') return count ?? asked
  return need === 'any' ? 1 : asked
}

/**
 * Where a step stands. Where all must agree one refusal ends it; otherwise it is refused once too few are left who could
 * still agree. A voice of somebody it was escalated to counts in place of one who stays silent.
 */
export function standingOf(
  step: Need,
  seats: readonly Seat[],
  voices: readonly { readonly vote: 'agree' | 'refuse' }[],
): 'open' | 'agreed' | 'refused' {
  const count = needed(step, seats.filter(({ escalated }) => !escalated).length)
  const agreed = voices.filter(({ vote }) => vote === 'agree').length
  const refused = voices.length - agreed
  if (step.need === 'all' && refused > 0) return 'refused'
  if (agreed >= count && agreed > 0) return 'agreed'
  return seats.length - refused < count ? 'refused' : 'open'
}
