import { numberSetting } from '../../../record/setting.ts'

export const emergencyAccessHours = numberSetting('emergency-access-approval-hours', {
  group: 'house',
  words: ['紧急授权事后审批期限', 'Emergency access is agreed to within'],
  unit: ['小时', 'hours'],
  hint: [
    '紧急开通后须在这段时间内获得批准,否则自动结束并告警。',
    'Counted from when it is set up; without an agreement by then it ends by itself and an alarm is raised.',
  ],
  default: 8,
  least: 1,
  most: 24,
})
