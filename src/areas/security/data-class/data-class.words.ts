import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { dataClass, type levels } from './data-class.record.ts'

export const levelWords = {
  public: ['公开', 'Public'],
  internal: ['内部', 'Internal'],
  sensitive: ['敏感', 'Sensitive'],
  secret: ['机密', 'Secret'],
} as const satisfies Record<(typeof levels)[number], Words>

export const dataClassWords = wordsFor(dataClass, {
  name: ['数据分级', 'Data class'],
  plural: ['数据分级', 'Data classes'],
  empty: [
    '还没有数据分级。为每一级写明存放、传输、打印、销毁和知悉范围,由另一人批准。',
    'No classes yet. Say of each level how it is kept, sent, printed and destroyed, and by whom it is had; another approves it.',
  ],
  fields: {
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    level: ['级别', 'Level'],
    examples: ['举例', 'For example'],
    store: ['存放', 'Kept'],
    send: ['传输与外发', 'Sent'],
    print: ['打印与复制', 'Printed and copied'],
    destroy: ['销毁', 'Destroyed'],
    who: ['知悉范围', 'Who may have it'],
    effectiveOn: ['生效日期', 'Takes effect on'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    withdrawReason: ['撤销原因', 'Why it was withdrawn'],
  },
  states: { draft: ['草稿', 'Draft'], approved: ['已批准', 'Approved'], withdrawn: ['已撤销', 'Withdrawn'] },
  verbs: { approve: ['批准', 'Approve'], withdraw: ['撤销', 'Withdraw'] },
  choices: { level: levelWords },
})
