import { wordsFor } from '../../../record/record.ts'
import { schedule } from './schedule.record.ts'

export const scheduleWords = wordsFor(schedule, {
  name: ['周期计划', 'Schedule'],
  plural: ['周期计划', 'Schedules'],
  empty: [
    '还没有周期计划。需要按日、周、月或交易日重复的工作,在这里登记。',
    'No schedules yet. Put here what has to be done every day, week, month or trading day.',
  ],
  fields: {
    name: ['名称', 'Name'],
    make: ['生成', 'Makes'],
    rule: ['周期', 'Recurs'],
    at: ['时刻', 'At'],
    calendar: ['工作日历', 'Working calendar'],
    missed: ['错过时', 'When missed'],
    startsOn: ['自', 'From'],
    endsOn: ['至', 'Until'],
  },
  states: { active: ['运行', 'Active'], paused: ['暂停', 'Paused'], ended: ['结束', 'Ended'] },
  verbs: { pause: ['暂停', 'Pause'], resume: ['恢复', 'Resume'], end: ['结束', 'End'] },
  choices: { missed: { 'catch-up': ['补做一次', 'Caught up once'], skip: ['不补', 'Left out'] } },
})
