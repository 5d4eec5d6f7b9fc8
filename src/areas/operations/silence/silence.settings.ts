import { numberSetting } from '../../../record/setting.ts'

/** How long something may be silenced at most: what nobody wants to hear of at all wants no alarm. */
export const longestSilence = numberSetting('longest-silence', {
  group: 'limits',
  words: ['告警静默最长', 'Longest silence of alarms'],
  unit: ['天', 'days'],
  default: 7,
  least: 1,
  most: 90,
})
