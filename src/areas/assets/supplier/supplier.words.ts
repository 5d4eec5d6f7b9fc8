import { wordsFor } from '../../../record/record.ts'
import { supplier } from './supplier.record.ts'

const candidate = ['候选', 'Candidate'] as const
const approved = ['合格', 'Approved'] as const

export const supplierWords = wordsFor(supplier, {
  name: ['供应商', 'Supplier'],
  plural: ['供应商', 'Suppliers'],
  empty: [
    '还没有供应商。登记向谁采购、由谁维护,合同和资产就能指向他们。',
    'No suppliers yet. Register whom you buy from and who maintains; contracts and assets point to them.',
  ],
  fields: {
    name: ['名称', 'Name'],
    registeredAs: ['登记为', 'Registered as'],
    kind: ['类别', 'Kind'],
    creditCode: ['统一社会信用代码', 'Credit code'],
    contact: ['联系人', 'Contact'],
    phone: ['电话', 'Phone'],
    email: ['邮箱', 'E-mail'],
    hotline: ['值守热线', 'Hotline'],
    owner: ['我方负责人', 'Our contact'],
    note: ['说明', 'Note'],
  },
  states: { candidate, approved, suspended: ['暂停', 'Suspended'], ended: ['终止', 'Ended'] },
  verbs: { approve: ['准入', 'Approve'], suspend: ['暂停', 'Suspend'], end: ['终止', 'End'] },
  choices: {
    registeredAs: { candidate, approved },
    kind: {
      manufacturer: ['制造商', 'Manufacturer'],
      reseller: ['经销商', 'Reseller'],
      software: ['软件商', 'Software vendor'],
      carrier: ['运营商', 'Carrier'],
      maintenance: ['维保商', 'Maintenance'],
      consulting: ['咨询商', 'Consulting'],
    },
  },
})
