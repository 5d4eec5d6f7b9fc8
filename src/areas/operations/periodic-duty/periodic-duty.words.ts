import { wordsFor } from '../../../record/record.ts'
import { periodicDuty } from './periodic-duty.record.ts'

export const periodicDutyWords = wordsFor(periodicDuty, {
  name: ['例行工作', 'Periodic duty'],
  plural: ['例行工作', 'Periodic duties'],
  empty: [
    '还没有例行工作。把每天、每周、每月必须做的事登记在这里,到时会出现在值班台上。',
    'No periodic duties yet. Enter what must be done every day, week or month, and it appears on the duty console when due.',
  ],
  fields: {
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'Name in English'],
    post: ['责任岗位', 'Post'],
    instructions: ['做法', 'What to do'],
    statement: ['办结声明', 'What is attested'],
    signed: ['须签字', 'Signed'],
    route: ['巡检路线', 'Patrol route'],
    rule: ['周期', 'How often'],
    calendar: ['日历', 'Calendar'],
    at: ['应完成时刻', 'Due at'],
    opensBefore: ['提前出现(分钟)', 'Appears before (minutes)'],
    closesAfter: ['逾期多久算错过(分钟)', 'Missed after (minutes)'],
    startsOn: ['起始日期', 'Starts on'],
    endsOn: ['终止日期', 'Ends on'],
  },
  states: { active: ['执行中', 'Active'], paused: ['已暂停', 'Paused'], ended: ['已终止', 'Ended'] },
  verbs: { pause: ['暂停', 'Pause'], resume: ['恢复', 'Resume'], end: ['终止', 'End'] },
  choices: {},
})
