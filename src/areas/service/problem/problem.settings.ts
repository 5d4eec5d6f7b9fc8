import { numberSetting } from '../../../record/setting.ts'

export const recurrenceTimes = numberSetting('recurrence-times', {
  group: 'house',
  words: ['反复故障:次数', 'Recurring incidents: how many'],
  unit: ['次', 'times'],
  hint: [
    '同一组件出现同样的故障达到这个次数,即自动登记问题。',
    'When a component fails the same way so often, a problem is logged by itself.',
  ],
  default: 3,
  least: 2,
  most: 50,
})

export const recurrenceDays = numberSetting('recurrence-days', {
  group: 'house',
  words: ['反复故障:期间', 'Recurring incidents: within'],
  unit: ['天', 'days'],
  default: 30,
  least: 1,
  most: 365,
})
