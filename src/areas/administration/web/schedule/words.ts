import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'

export const scheduleWords = {
  next: ['接下来', 'Next'],
  past: ['已发生', 'So far'],
  makeNow: ['立即生成一次', 'Make one now'],
  makeNowHint: ['手动生成不占用计划中的任何一次。', 'Made by hand, none that is planned is used up.'],
  made: ['已生成', 'Made'],
  nonePlanned: ['没有计划中的次数。', 'None is planned.'],
  nonePast: ['还没有发生过。', 'None yet.'],
  noCalendar: ['没有生效的工作日历,计划不会执行。', 'No calendar is in force: nothing is made.'],
  unknownFrom: ['工作日历只到这一天之前:', 'The working calendar ends before'],
  calendar: ['日历', 'calendar'],
} as const satisfies Record<string, Words>

export type OccurrenceState = 'made' | 'caught-up' | 'by-hand' | 'missed' | 'skipped' | 'refused'

export const occurrenceStates: Readonly<Record<OccurrenceState, { readonly tone: Tone; readonly word: Words }>> = {
  made: { tone: 'kept', word: ['已生成', 'Made'] },
  'caught-up': { tone: 'kept', word: ['补做', 'Caught up'] },
  'by-hand': { tone: 'kept', word: ['手动', 'By hand'] },
  missed: { tone: 'late', word: ['错过', 'Missed'] },
  skipped: { tone: 'ended', word: ['暂停跳过', 'Skipped, paused'] },
  refused: { tone: 'broken', word: ['被拒绝', 'Refused'] },
}
