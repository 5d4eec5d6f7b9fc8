/** What a change's verbs want of its row alone. Pure. */
import { personId } from '../../../record/actor.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Moment } from '../../../record/record.ts'
import { openTests, type Results, type Tests } from './plan.rules.ts'

type Kind = 'standard' | 'normal' | 'emergency'

/** An emergency begins at once; everything else is assessed and approved first. */
export const isOfKind =
  (...among: Kind[]) =>
  ({ kind }: { readonly kind: Kind }): Fault[] => {
    if (among.includes(kind)) return []
    return kind === 'emergency'
      ? [
          fault(
            'kind',
            'emergency',
            '紧急变更直接开始,事后审批。',
            'An emergency starts at once and is approved afterwards.',
          ),
        ]
      : [fault('kind', 'not-emergency', '只有紧急变更可以未经审批开始。', 'Only an emergency starts without approval.')]
  }

/** Others may be granted the verb; yet only who planned it asks, so that it is they who may not agree. */
export const onlyWhoProposed = ({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  return me === null || me === createdBy
    ? []
    : [fault('', 'not-allowed', '由提出人提交审批。', 'Whoever planned it asks for approval.')]
}

export const notWhoBegan = ({ startedBy }: { readonly startedBy: string | null }, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  return me === null || me !== startedBy
    ? []
    : [fault('', 'same-person', '由另一人验证,不能是开始变更的人。', 'Somebody other than who began it verifies it.')]
}

export const notWhoRolledBack = (
  { rollbackBy }: { readonly rollbackBy: string | null },
  { actor }: Moment,
): Fault[] => {
  const me = personId(actor)
  return me === null || me !== rollbackBy
    ? []
    : [
        fault(
          '',
          'same-person',
          '由另一人确认回退完成,不能是决定回退的人。',
          'Somebody other than who decided to roll back confirms it.',
        ),
      ]
}

/** Every test has passed by its latest result. */
export const resultsStand = ({ tests, results }: { readonly tests: Tests; readonly results: Results }): Fault[] =>
  openTests(tests, results).map(({ test, what, failed }) =>
    failed
      ? fault(`tests.${test}`, 'test-failed', `测试未通过:${what}。`, `This test failed: ${what}.`)
      : fault(`tests.${test}`, 'test-open', `尚未测试:${what}。`, `This test was not done: ${what}.`),
  )

interface Begun {
  readonly kind: Kind
  readonly approvedAt: string | null
  readonly createdBy: string | null
  readonly startedBy: string | null
}

/** An emergency is approved afterwards, once, by somebody who did not begin it. */
export const afterwards = ({ kind, approvedAt, createdBy, startedBy }: Begun, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  if (kind !== 'emergency')
    return [fault('', 'not-emergency', '只有紧急变更需事后审批。', 'Only an emergency is approved afterwards.')]
  if (approvedAt !== null) return [fault('', 'approved', '已经审批。', 'It has been approved.')]
  return me !== null && (me === createdBy || me === startedBy)
    ? [fault('', 'same-person', '不能审批自己提出或开始的变更。', 'Whoever planned or began it does not approve it.')]
    : []
}

/** Closed once it has been watched for as long as it said, and an emergency approved. */
export const watched = (
  { watchUntil, kind, approvedAt }: Pick<Begun, 'kind' | 'approvedAt'> & { readonly watchUntil: string | null },
  { now }: Moment,
): Fault[] => {
  const faults: Fault[] = []
  if (watchUntil !== null && watchUntil > now)
    faults.push(fault('', 'watched', '观察期未满。', 'It is being watched still.'))
  if (kind === 'emergency' && approvedAt === null)
    faults.push(fault('', 'not-approved', '紧急变更尚未事后审批。', 'This emergency has not been approved afterwards.'))
  return faults
}
