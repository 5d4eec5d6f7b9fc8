import { numberSetting } from '../../../record/setting.ts'

export const answerDays = numberSetting('finding-answer-days', {
  group: 'house',
  words: ['审计发现:制定整改措施的期限', 'Findings: a corrective action within'],
  unit: ['个工作日', 'working days'],
  default: 5,
  least: 1,
  most: 60,
})

export const relapseDays = numberSetting('finding-relapse-days', {
  group: 'house',
  words: ['审计发现:再次发生即重新打开', 'Findings: open again when it recurs within'],
  unit: ['天', 'days'],
  hint: [
    '关闭后这么多天内,同一对象再次未遵守同一控制项,即自动重新打开。',
    'When the same subject breaks the same control within so many days of its closing, a finding is open again by itself.',
  ],
  default: 90,
  least: 1,
  most: 730,
})

export const raiseDays = numberSetting('finding-raise-days', {
  group: 'house',
  words: ['控制项长期未遵守,自动登记审计发现', 'A finding for a control that stays broken'],
  unit: ['天', 'days'],
  hint: [
    '控制项连续未遵守这么多天且没有未关闭的审计发现,即自动登记一项;0 表示不自动登记。',
    'When a control has been broken for so many days and no finding about it is open, one is raised by itself; 0: never.',
  ],
  default: 0,
  least: 0,
  most: 365,
})
