import { wordsFor } from '../../../record/record.ts'
import { allocation } from './allocation.record.ts'

export const allocationWords = wordsFor(allocation, {
  name: ['许可分配', 'Allocation'],
  plural: ['许可分配', 'Allocations'],
  empty: [
    '还没有分配。在许可的页面分给人员或设备。',
    'None yet. Give seats to people or devices on the licence’s page.',
  ],
  fields: {
    licence: ['许可', 'Licence'],
    person: ['人员', 'Person'],
    asset: ['设备', 'Device'],
    quantity: ['数量', 'Quantity'],
    note: ['说明', 'Note'],
    withdrawnAt: ['收回时间', 'Withdrawn at'],
  },
  states: { held: ['已分配', 'Held'], withdrawn: ['已收回', 'Withdrawn'] },
  verbs: { withdraw: ['收回', 'Withdraw'] },
  choices: {},
})
