import { numberSetting } from '../../../record/setting.ts'

/** How long after its beginning a shift may be unsigned before an alarm is raised. */
export const lateShiftMinutes = numberSetting('late-shift-minutes', {
  group: 'house',
  words: ['接班逾时告警', 'Alarm for a late shift'],
  unit: ['分钟', 'min'],
  hint: ['到班时间后超过此时仍无人签字接班,即发告警。', 'Nobody has signed for a shift this long after it began.'],
  default: 10,
  least: 1,
  most: 240,
})
