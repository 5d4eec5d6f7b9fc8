import { wordsFor } from '../../../record/record.ts'
import { escalationPolicy } from './escalation-policy.record.ts'

export const escalationPolicyWords = wordsFor(escalationPolicy, {
  name: ['升级策略', 'Escalation policy'],
  plural: ['升级策略', 'Escalation policies'],
  empty: [
    '没有升级策略:告警只按通知规则告知一次。新建一条,说明先告知谁、等多久、再告知谁。',
    'No policies: alarms are told once, by the notice rules. Create one to say who is told first, how long to wait, and who is next.',
  ],
  fields: {
    name: ['名称', 'Name'],
    priority: ['优先次序(小者先)', 'Priority (lowest first)'],
    criticality: ['组件重要程度', 'Criticality'],
    component: ['组件', 'Component'],
    source: ['事件来源', 'Event source'],
    level: ['最低级别', 'Level at least'],
    steps: ['步骤(依次;最后总是经理)', 'Steps in order (the manager is always last)'],
    urgent: ['紧急(不受免打扰限制)', 'Urgent (also in quiet hours)'],
  },
  states: { 'in-force': ['生效', 'In force'], stopped: ['停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: {
    criticality: {
      trading: ['影响交易', 'Affects trading'],
      important: ['重要', 'Important'],
      ordinary: ['一般', 'Ordinary'],
    },
    level: { warning: ['警告', 'Warning'], critical: ['严重', 'Critical'] },
  },
})
