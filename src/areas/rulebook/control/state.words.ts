import type { Words } from '../../../record/words.ts'
import type { ControlState } from './state.rules.ts'

/** How a control stands, in words. */
export const controlStateWords: Readonly<Record<ControlState, Words>> = {
  broken: ['未遵守', 'Broken'],
  'no-evidence': ['无证据', 'No evidence'],
  anew: ['重新评判中', 'Being re-judged'],
  excepted: ['按例外遵守', 'Kept by exception'],
  kept: ['已遵守', 'Kept'],
}
