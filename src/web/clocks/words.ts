import type { Words } from '../../record/words.ts'

export const clockWords = {
  clocks: ['时限', 'Clocks'],
  running: ['计时中', 'Running'],
  soon: ['即将到期', 'Due soon'],
  paused: ['暂停计时', 'Paused'],
  met: ['按时完成', 'In time'],
  breached: ['已逾期', 'Overdue'],
  late: ['逾期完成', 'Late'],
  unknown: ['日历未覆盖', 'Calendar ends'],
  left: ['剩余', 'left'],
  over: ['超出', 'over'],
  used: ['用时', 'took'],
  due: ['到期', 'due'],
  pausedHint: ['等待期间不计时,不会逾期', 'does not run while waiting, and is never overdue'],
  unknownHint: [
    '工作日历没有覆盖这段时间,无法给出期限',
    'the working calendar does not reach, so there is no due time',
  ],
  target: ['目标', 'Target'],
  calendar: ['工作日历', 'Calendar'],
  ran: ['已计时', 'Has run'],
  waited: ['暂停合计', 'Paused for'],
  ahead: ['计到期限的工作时段', 'Working time until it is due'],
  why: ['计算依据', 'How it is counted'],
  share: ['已用', 'Used'],
  at: ['其时', 'That was at'],
  warned: ['时限提醒', 'warned of a clock'],
  escalated: ['时限升级', 'escalated a clock'],
  breachedNow: ['时限逾期', 'found a clock overdue'],
} as const satisfies Record<string, Words>

/** What the journal calls the doings of clocks. */
export const clockVerbs: Readonly<Record<string, Words>> = {
  'clock-warned': clockWords.warned,
  'clock-escalated': clockWords.escalated,
  'clock-breached': clockWords.breachedNow,
}
