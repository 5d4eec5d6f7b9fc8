import { approvalStepFaults } from '../../../record/approval.ts'
import { conditionFaults } from '../../../record/condition.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { type RowOf, transitionOf } from '../../../record/record.ts'
import type { Registry } from '../../../record/registry.ts'
import { approvalRule } from './approval-rule.record.ts'

type Rule = RowOf<typeof approvalRule>['rule']

/** What is wrong with a rule: records, verbs and fields that are not declared, values that do not fit, steps nobody could take. */
export function approvalRuleFaults(rule: Rule, registry: Registry, directory: string): Fault[] {
  const entry = registry.all.find(({ record }) => record.name === rule.record)
  if (!entry || entry.record.name === approvalRule.name)
    return [
      fault('rule.record', 'no-such-record', '没有这类可审批的记录。', 'There is no such kind of record to approve.'),
    ]
  const { record } = entry
  const transition = transitionOf(record, rule.verb)
  const faults: Fault[] = []
  if (!transition)
    faults.push(fault('rule.verb', 'no-such-verb', '这类记录没有这个动作。', 'The record has no such verb.'))
  else if (transition.allow.is === 'nobody')
    faults.push(
      fault('rule.verb', 'no-such-verb', '这个动作由系统自己办理,不需审批。', 'The system does this by itself.'),
    )
  faults.push(...conditionFaults(record, rule.when, 'rule.when'))
  const isPerson = (name: string) =>
    name === 'createdBy' || (Object.hasOwn(record.fields, name) && record.fields[name].to === directory)
  faults.push(...approvalStepFaults(rule.steps, isPerson, 'rule.steps'))
  return faults
}
