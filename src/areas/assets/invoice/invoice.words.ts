import { wordsFor } from '../../../record/record.ts'
import { invoice } from './invoice.record.ts'

export const invoiceWords = wordsFor(invoice, {
  name: ['发票', 'Invoice'],
  plural: ['发票', 'Invoices'],
  empty: [
    '还没有发票。在采购页面登记,系统与订单和到货核对。',
    'No invoices yet. Enter one on the page of its purchase: it is compared with the order and what came in.',
  ],
  fields: {
    code: ['发票号码', 'Invoice number'],
    purchase: ['采购', 'Purchase'],
    lines: ['开票内容', 'What it asks for'],
    invoicedOn: ['开票日期', 'Invoiced on'],
    note: ['说明', 'Note'],
    amount: ['含税金额(元)', 'Amount with tax (CNY)'],
    supplier: ['供应商', 'Supplier'],
    budget: ['预算', 'Budget'],
    differences: ['差异', 'Differences'],
    acceptReason: ['认可差异的理由', 'Why the differences are accepted'],
    acceptedBy: ['认可人', 'Accepted by'],
    paidOn: ['付款日期', 'Paid on'],
    paidBy: ['付款确认人', 'Paid by'],
    returnReason: ['退票原因', 'Why it went back'],
  },
  states: {
    entered: ['待核对', 'Entered'],
    matched: ['已核对', 'Checked'],
    paid: ['已付款', 'Paid'],
    returned: ['已退票', 'Sent back'],
  },
  verbs: {
    match: ['核对相符', 'Match'],
    accept: ['认可差异', 'Accept the differences'],
    pay: ['付款', 'Pay'],
    return: ['退票', 'Send back'],
  },
  choices: {},
})
