import { wordsFor } from '../../../record/record.ts'
import { advisoryItem } from './advisory-item.record.ts'

export const adviceWords = {
  approve: ['同意', 'Approve'],
  conditions: ['有条件同意', 'Approve on conditions'],
  'not-yet': ['暂缓', 'Not yet'],
  reject: ['不同意', 'Reject'],
} as const

export const advisoryItemWords = wordsFor(advisoryItem, {
  name: ['评审议题', 'Agenda item'],
  plural: ['评审议题', 'Agenda items'],
  empty: [
    '还没有议题。等待批准的变更会自动列入下一次评审会。',
    'No items yet. What waits for approval comes onto the next agenda by itself.',
  ],
  fields: {
    meeting: ['评审会', 'Meeting'],
    change: ['变更', 'Change'],
    title: ['议题', 'Item'],
    because: ['列入原因', 'Why it is here'],
    addReason: ['加入理由', 'Why it was added'],
    said: ['讨论', 'What was said'],
    advice: ['评审意见', 'Advice'],
    conditions: ['附加条件', 'Conditions'],
    advisedBy: ['记录人', 'Noted by'],
    advisedAt: ['记录时间', 'Noted at'],
    dropReason: ['移出原因', 'Why it left'],
  },
  states: {
    'on-agenda': ['待评审', 'On the agenda'],
    advised: ['已评审', 'Advised'],
    'taken-off': ['已移出', 'Taken off'],
    lapsed: ['已失效', 'Lapsed'],
  },
  verbs: { advise: ['记录意见', 'Note the advice'], 'take-off': ['移出议程', 'Take off'], lapse: ['失效', 'Lapse'] },
  choices: {
    because: {
      waiting: ['等待批准', 'Waits for approval'],
      emergency: ['紧急变更,事后评审', 'Emergency, looked at afterwards'],
      added: ['人工加入', 'Added by hand'],
    },
    advice: adviceWords,
  },
})
