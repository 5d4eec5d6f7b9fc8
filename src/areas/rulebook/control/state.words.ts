import type { Words } from '../../../record/words.ts'
import type { ControlState, ShownState } from './state.rules.ts'

/** How a control stands, in words. */
export const controlStateWords: Readonly<Record<ControlState, Words>> = {
  broken: ['未遵守', 'Broken'],
  'no-evidence': ['无证据', 'No evidence'],
  excepted: ['按例外遵守', 'Kept by exception'],
  kept: ['已遵守', 'Kept'],
}

/** How one is shown, in words. */
export const shownStateWords: Readonly<Record<ShownState, Words>> = {
  ...controlStateWords,
  anew: ['重新评判中', 'Being re-judged'],
}
