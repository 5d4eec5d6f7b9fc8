import { wordsFor } from '../../../record/record.ts'
import { receipt } from './receipt.record.ts'

export const receiptWords = wordsFor(receipt, {
  name: ['到货单', 'Receipt'],
  plural: ['到货单', 'Receipts'],
  empty: [
    '还没有到货单。在已下单的采购页面登记到货。',
    'No receipts yet. Enter what came in on the page of its purchase.',
  ],
  fields: {
    title: ['采购事项', 'Title'],
    purchase: ['采购', 'Purchase'],
    kind: ['类型', 'Kind'],
    lines: ['到货内容', 'What came'],
    assets: ['退回的资产', 'Assets that go back'],
    receivedOn: ['日期', 'Date'],
    location: ['存放位置', 'Put at'],
    deliveryNote: ['送货单号', 'Delivery note'],
    note: ['说明', 'Note'],
    supplier: ['供应商', 'Supplier'],
    department: ['列支部门', 'Charged to'],
    budget: ['预算', 'Budget'],
    amount: ['含税金额(元)', 'Amount with tax (CNY)'],
  },
  states: { booked: ['已入账', 'Booked'] },
  verbs: {},
  choices: { kind: { in: ['到货', 'Came in'], return: ['退货', 'Went back'] } },
})
