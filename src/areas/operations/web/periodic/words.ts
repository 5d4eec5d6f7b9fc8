import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'

export const periodicWords = {
  kept: ['办结情况', 'How it was kept'],
  keptHint: ['近 90 天', 'Last 90 days'],
  next: ['接下来', 'Next'],
  none: ['到时后,每一次的办理情况显示在这里。', 'Once it has fallen due, what became of each time is shown here.'],
  nonePlanned: ['没有后续安排', 'Nothing is planned'],
  noCalendar: ['所选日历没有生效的版本,不会到期。', 'Its calendar is not in force, so that it never falls due.'],
  unknownFrom: ['日历自此日起没有数据:', 'The calendar says nothing from'],
  onTime: ['按时', 'In time'],
  late: ['逾期', 'Late'],
  missed: ['错过', 'Missed'],
  rate: ['办结率', 'Done'],
  of: ['应由', 'By'],
  until: ['最迟', 'until'],
} as const satisfies Record<string, Words>

export const taskTones = {
  due: 'start',
  late: 'late',
  done: 'kept',
  missed: 'broken',
} as const satisfies Record<string, Tone>

export const taskWords = {
  due: ['应办', 'Due'],
  late: ['逾期', 'Overdue'],
  done: ['已办结', 'Done'],
  missed: ['错过', 'Missed'],
} as const satisfies Record<string, Words>
