import { wordsFor } from '../../../record/record.ts'
import { assetRelation } from './asset-relation.record.ts'

export const assetRelationWords = wordsFor(assetRelation, {
  name: ['资产关系', 'Asset relation'],
  plural: ['资产关系', 'Asset relations'],
  empty: [
    '还没有资产关系。登记什么运行在什么之上、与什么相连,就能看出故障会影响什么。',
    'No relations yet. Say what runs on what and connects to what, to see what a failure touches.',
  ],
  fields: {
    from: ['资产', 'Asset'],
    kind: ['关系', 'Relation'],
    to: ['对方资产', 'Other asset'],
    note: ['说明', 'Note'],
  },
  states: { standing: ['有效', 'Standing'], ended: ['已解除', 'Ended'] },
  verbs: { end: ['解除', 'End'], restore: ['恢复', 'Restore'] },
  choices: {
    kind: {
      'runs-on': ['运行于', 'Runs on'],
      'connects-to': ['连接', 'Connects to'],
      'backed-up-by': ['备份于', 'Backed up by'],
      'part-of': ['属于', 'Part of'],
    },
  },
})
