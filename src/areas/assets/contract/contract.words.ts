import { wordsFor } from '../../../record/record.ts'
import { contract } from './contract.record.ts'

export const contractWords = wordsFor(contract, {
  name: ['合同', 'Contract'],
  plural: ['合同', 'Contracts'],
  empty: [
    '还没有合同。登记与供应商签的采购、维保、线路和软件合同,到期前会提醒负责人。',
    'No contracts yet. Register what was agreed with suppliers; owners are told before it runs out.',
  ],
  fields: {
    title: ['合同名称', 'Title'],
    code: ['合同编号', 'Our number'],
    supplier: ['供应商', 'Supplier'],
    kind: ['类别', 'Kind'],
    amount: ['金额(元)', 'Amount (CNY)'],
    validFrom: ['生效日期', 'Valid from'],
    validTo: ['到期日期', 'Valid to'],
    noticeDays: ['提前通知(天)', 'Notice (days)'],
    renewMonths: ['自动续期(月)', 'Goes on by itself (months)'],
    noticeOn: ['最迟决定日', 'Decide by'],
    owner: ['负责人', 'Owner'],
    department: ['使用部门', 'Department'],
    assets: ['涉及的资产', 'Assets covered'],
    coversPost: ['代行的岗位', 'Does the work of post'],
    follows: ['续自合同', 'Goes on from'],
    note: ['说明', 'Note'],
    endedWhy: ['终止原因', 'Why it was ended'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-force': ['生效', 'In force'],
    renewed: ['已续签', 'Renewed'],
    expired: ['到期', 'Expired'],
    ended: ['终止', 'Ended'],
  },
  verbs: {
    begin: ['生效', 'Bring into force'],
    'hand-on': ['由续签合同接续', 'Go on in the next'],
    expire: ['到期', 'Expire'],
    prolong: ['自动续期', 'Go on by itself'],
    end: ['终止', 'End'],
    restore: ['恢复', 'Restore'],
  },
  choices: {
    kind: {
      purchase: ['采购', 'Purchase'],
      maintenance: ['维保', 'Maintenance'],
      lease: ['租赁', 'Lease'],
      line: ['线路', 'Line'],
      software: ['软件', 'Software'],
      service: ['服务', 'Service'],
    },
  },
  acts: {
    'clock-decide': ['须决定是否续签', 'decide whether to renew'],
    'clock-ends-soon': ['即将到期', 'runs out soon'],
  },
})
