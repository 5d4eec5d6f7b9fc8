import { wordsFor } from '../../../record/record.ts'
import { loan } from './loan.record.ts'

export const loanWords = wordsFor(loan, {
  name: ['借用', 'Loan'],
  plural: ['借用', 'Loans'],
  empty: [
    '还没有借用。备用设备借给谁、什么时候还,登记在这里。',
    'No loans yet. Enter here who has what of the pool, and when it is due back.',
  ],
  fields: {
    title: ['借用物品', 'What'],
    asset: ['资产', 'Asset'],
    borrower: ['借用人', 'Borrower'],
    startsOn: ['借出日期', 'From'],
    dueOn: ['应还日期', 'Due back'],
    purpose: ['用途', 'Purpose'],
    extendReason: ['延期原因', 'Why it was extended'],
    condition: ['归还状况', 'How it came back'],
    cancelReason: ['取消原因', 'Why it was cancelled'],
    lentAt: ['借出时间', 'Lent at'],
    returnedAt: ['归还时间', 'Returned at'],
    remindedAt: ['提醒时间', 'Reminded at'],
  },
  states: {
    reserved: ['已预约', 'Reserved'],
    lent: ['借出', 'Lent'],
    overdue: ['逾期', 'Overdue'],
    returned: ['已归还', 'Returned'],
    cancelled: ['已取消', 'Cancelled'],
  },
  verbs: {
    lend: ['借出', 'Lend'],
    remind: ['到期提醒', 'Remind'],
    'fall-overdue': ['逾期', 'Fall overdue'],
    extend: ['延期', 'Extend'],
    return: ['归还', 'Return'],
    cancel: ['取消', 'Cancel'],
  },
  choices: {},
})
