/** What a drill's verbs want of its row alone. Pure. */
import { personId } from '../../../record/actor.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Moment } from '../../../record/record.ts'

/** Others may be granted the verb; yet only who planned it asks, so that it is they who may not agree. */
export const onlyWhoPlanned = ({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  return me === null || me === createdBy
    ? []
    : [fault('', 'not-allowed', '由计划人提交审批。', 'Whoever planned it asks for approval.')]
}

/** A plan is put into effect once in a drill. */
export const notYetDecided = ({ decidedAt }: { readonly decidedAt: string | null }): Fault[] =>
  decidedAt === null ? [] : [fault('', 'decided', '已决定启动预案。', 'It has been decided already.')]

export const endsAfterItBegins = (row: { readonly plannedStart: string; readonly plannedEnd: string }): Fault[] =>
  row.plannedEnd > row.plannedStart
    ? []
    : [fault('plannedEnd', 'before-start', '结束须晚于开始。', 'It must end after it begins.')]
