import type { Words } from '../../../record/words.ts'
import { titles } from './titles.words.ts'

/** Titles of the screens that no record's declaration gives. */
export const screenWords = {
  duty: titles.duty,
  alarms: titles.alarms,
  log: titles.log,
  map: titles.map,
  report: titles.report,
  editSteps: titles.editSteps,
} as const satisfies Record<string, Words>
