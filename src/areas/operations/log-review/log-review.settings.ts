import { numberSetting, type Setting } from '../../../record/setting.ts'

export const reviewWeeks = numberSetting('log-review-weeks', {
  group: 'house',
  words: ['日志复核周期', 'The log is reviewed every'],
  unit: ['周', 'weeks'],
  hint: [
    '周期结束后自动生成日志复核,由经理签字;0 为不复核。',
    'Drawn up once its weeks are over, for the manager to sign; 0 for never.',
  ],
  default: 1,
  least: 0,
  most: 13,
})

export const reviewDays = numberSetting('log-review-days', {
  group: 'house',
  words: ['日志复核期限', 'A review of the log is signed within'],
  unit: ['天', 'days'],
  hint: ['逾期未签即告警。', 'One that is not signed by then is an alarm.'],
  default: 7,
  least: 1,
  most: 31,
})

export const logReviewSettings: readonly Setting[] = [reviewWeeks, reviewDays]
