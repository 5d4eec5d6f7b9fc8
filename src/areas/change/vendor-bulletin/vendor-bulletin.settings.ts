import { numberSetting } from '../../../record/setting.ts'

/** How long a bulletin may lie unread. */
export const bulletinReadHours = numberSetting('bulletin-read-hours', {
  group: 'house',
  words: ['厂商公告须在此时间内阅读', 'Bulletins read within'],
  unit: ['小时', 'hours'],
  hint: ['有公告逾期未读即发告警。', 'An alarm follows where one lies unread longer.'],
  default: 24,
  least: 1,
  most: 720,
})
