import { minuteMs, msOf } from '../../../record/time.ts'

/** What is due is worth beginning as long as one of its steps has a deadline to come, or none has any. */
export const canStillStart = (deadlines: readonly string[], now: string): boolean =>
  deadlines.length === 0 || deadlines.some((one) => one > now)

/** The clock looks every few seconds: later than this, and nobody was there to look. */
export const wasAway = (dueAt: string, now: string): boolean => msOf(now) - msOf(dueAt) > minuteMs
