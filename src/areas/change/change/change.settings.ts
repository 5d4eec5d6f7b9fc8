import { numberSetting } from '../../../record/setting.ts'

export const freezeBefore = numberSetting('freeze-before-session', {
  group: 'house',
  words: ['变更冻结:交易时段前', 'Changes freeze before a session'],
  unit: ['分钟', 'min'],
  hint: [
    '影响交易的系统,开市前这段时间起不得变更。',
    'What trading stands on is not changed from this long before a session.',
  ],
  default: 60,
  least: 0,
  most: 720,
})

export const freezeAfter = numberSetting('freeze-after-session', {
  group: 'house',
  words: ['变更冻结:交易时段后', 'Changes freeze after a session'],
  unit: ['分钟', 'min'],
  hint: ['收市后这段时间内仍不得变更,以便清算。', 'Nor until this long after it, so that the day can be settled.'],
  default: 30,
  least: 0,
  most: 720,
})

/** Before and after a long holiday nothing live is changed on so many trading days. */
export const freezeBeforeHoliday = numberSetting('freeze-before-holiday', {
  group: 'house',
  words: ['变更冻结:长假前', 'Changes freeze before a long holiday'],
  unit: ['个交易日', 'trading days'],
  hint: [
    '休市五天以上为长假;其前这些交易日不得变更生产与备用系统。零即不冻结。',
    'Five days without trading are a long holiday. Nothing live is changed on so many trading days before it; 0 freezes none.',
  ],
  default: 2,
  least: 0,
  most: 10,
})

export const freezeAfterHoliday = numberSetting('freeze-after-holiday', {
  group: 'house',
  words: ['变更冻结:长假后', 'Changes freeze after a long holiday'],
  unit: ['个交易日', 'trading days'],
  hint: ['复市后这些交易日内仍不得变更。', 'Nor on so many trading days once trading has begun again.'],
  default: 1,
  least: 0,
  most: 10,
})

/** Within how long an emergency must be approved afterwards. */
export const emergencyApprovalHours = numberSetting('emergency-approval-hours', {
  group: 'house',
  words: ['紧急变更事后审批期限', 'Emergency changes approved within'],
  unit: ['小时', 'hours'],
  hint: ['逾期未审批即发告警。', 'An alarm follows where nobody has.'],
  default: 24,
  least: 1,
  most: 240,
})

export const changeSettings = [
  freezeBefore,
  freezeAfter,
  freezeBeforeHoliday,
  freezeAfterHoliday,
  emergencyApprovalHours,
]
