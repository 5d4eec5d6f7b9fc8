import { textSetting } from '../../../record/setting.ts'
import { type Threshold, thresholds } from './advice.rules.ts'

const isThreshold = (text: string): text is Threshold => (thresholds as readonly string[]).includes(text)

/** From which risk on a normal change is approved only once a board has advised on it. */
export const adviceFrom = textSetting('change-advice-from', {
  group: 'house',
  words: ['变更须经评审会:自风险等级', 'Changes that want the board’s advice: from risk'],
  hint: [
    'low(低)、medium(中)、high(高)或 never(不要求)。达到该等级的一般变更,须有已召开的评审会的意见才能批准。',
    'low, medium, high or never. A normal change of that risk is approved only with the advice of a meeting that was held.',
  ],
  default: 'high',
  read: (text) =>
    isThreshold(text)
      ? { value: text }
      : { wrong: ['须是 low、medium、high 或 never。', 'This must be low, medium, high or never.'] },
})

export const thresholdOf = (text: string): Threshold => (isThreshold(text) ? text : 'high')
