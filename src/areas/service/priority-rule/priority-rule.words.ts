import { wordsFor } from '../../../record/record.ts'
import { levelWords, priorityWords } from '../incident/incident.rules.ts'
import { priorityRule } from './priority-rule.record.ts'

export const priorityRuleWords = wordsFor(priorityRule, {
  name: ['优先级规则', 'Priority rule'],
  plural: ['优先级规则', 'Priority rules'],
  empty: [
    '优先级按默认矩阵由影响面和紧急度得出。要改其中一格,在这里新建。',
    'Priorities follow from the usual matrix. To change one of its cells, make a rule here.',
  ],
  fields: {
    impact: ['影响面', 'Impact'],
    urgency: ['紧急度', 'Urgency'],
    priority: ['优先级', 'Priority'],
    reason: ['设置原因', 'Reason'],
  },
  states: { 'in-force': ['生效', 'In force'], superseded: ['已失效', 'Superseded'] },
  verbs: { supersede: ['由新规则取代', 'Superseded'], withdraw: ['撤销', 'Withdraw'] },
  choices: { impact: levelWords, urgency: levelWords, priority: priorityWords },
})
