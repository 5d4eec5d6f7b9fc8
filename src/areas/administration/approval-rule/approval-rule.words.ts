import { wordsFor } from '../../../record/record.ts'
import { approvalRule } from './approval-rule.record.ts'

export const approvalRuleWords = wordsFor(approvalRule, {
  name: ['审批规则', 'Approval rule'],
  plural: ['审批规则', 'Approval rules'],
  empty: [
    '没有审批规则:所有动作都直接办理。新建一条,说明哪类记录的哪个动作要先经谁同意。',
    'No approval rules: every verb is done at once. Create one to say which verb of which record waits for whom.',
  ],
  fields: {
    name: ['名称', 'Name'],
    rule: ['规则', 'Rule'],
    priority: ['优先次序(小者先)', 'Priority (lowest first)'],
    reason: ['依据', 'Reason'],
    inForceBy: ['启用人', 'Put in force by'],
    inForceAt: ['启用时间', 'In force since'],
    endAskedBy: ['停用提出人', 'End asked by'],
    endedBy: ['停用人', 'Ended by'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-force': ['生效', 'In force'],
    ending: ['待停用', 'To be ended'],
    retired: ['已停用', 'Retired'],
  },
  verbs: {
    'put-in-force': ['启用', 'Put in force'],
    'ask-end': ['提出停用', 'Ask to end'],
    keep: ['继续使用', 'Keep'],
    retire: ['停用', 'Retire'],
    discard: ['放弃草稿', 'Discard'],
  },
  choices: {},
})
