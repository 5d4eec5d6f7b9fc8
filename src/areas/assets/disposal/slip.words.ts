import type { Words } from '../../../record/words.ts'

/** What a disposal slip says beside the fields of its records. */
export const slipWords = {
  title: ['资产处置单', 'Disposal slip'],
  assets: ['处置资产', 'Assets'],
  count: ['数量', 'Number'],
  tag: ['资产编号', 'Tag'],
  name: ['名称', 'Name'],
  category: ['类别', 'Category'],
  serial: ['序列号', 'Serial'],
  cost: ['原值(元)', 'Cost (CNY)'],
  worth: ['净值(元)', 'Book value (CNY)'],
  destruction: ['数据销毁证明', 'Certificate of data destruction'],
  source: [
    '销毁等级与方式按 NIST SP 800-88 Rev. 1:清除(Clear)、净化(Purge)、物理销毁(Destroy)。',
    'Methods and techniques as NIST SP 800-88 Rev. 1 has them: clear, purge, destroy.',
  ],
  noMedia: ['本单资产不含存储介质。', 'None of these assets holds data.'],
  how: ['等级与方式', 'Method and technique'],
  done: ['操作人 / 时间', 'Done by, at'],
  seen: ['见证人 / 时间', 'Witnessed by, at'],
  certificate: ['证明附件', 'Certificate'],
  course: ['审批', 'Approval'],
  agreed: ['同意', 'agreed'],
  refused: ['不同意', 'refused'],
  signature: ['签字摘要', 'Digest of what was signed'],
  proposed: ['提出人', 'Proposed by'],
  notYet: ['尚未完成', 'Not carried out yet'],
} as const satisfies Record<string, Words>
