import { wordsFor } from '../../../record/record.ts'
import { workingCalendar } from './working-calendar.record.ts'

export const workingCalendarWords = wordsFor(workingCalendar, {
  name: ['工作日历', 'Working calendar'],
  plural: ['工作日历', 'Working calendars'],
  empty: [
    '还没有工作日历。时限和周期计划都按日历计时,请先建立一个。',
    'No working calendar yet. Targets and schedules count time by one: make it first.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    kind: ['类型', 'Kind'],
    zone: ['时区', 'Time zone'],
    coversFrom: ['适用自', 'Covers from'],
    coversTo: ['适用至', 'Covers to'],
    week: ['每周工时', 'Hours of the week'],
    closed: ['休息日', 'Days off'],
    madeUp: ['调休上班日', 'Make-up days'],
    source: ['依据', 'Source'],
  },
  states: { draft: ['草稿', 'Draft'], 'in-force': ['生效', 'In force'], retired: ['停用', 'Retired'] },
  verbs: { approve: ['批准生效', 'Approve'], retire: ['停用', 'Retire'] },
  choices: {
    kind: {
      always: ['全天候', 'Around the clock'],
      office: ['办公时间', 'Office hours'],
      trading: ['交易时段', 'Trading sessions'],
      own: ['自定', 'Own'],
    },
  },
})
