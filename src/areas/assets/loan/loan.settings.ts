import { numberSetting } from '../../../record/setting.ts'

export const loanReminderDays = numberSetting('loan-reminder-days', {
  group: 'house',
  words: ['借用提醒:提前天数', 'Loans: reminded before'],
  unit: ['天', 'days'],
  hint: ['到期前这么多天提醒借用人一次。', 'So many days before a loan is due its borrower is reminded once.'],
  default: 2,
  least: 0,
  most: 60,
})
