import { wordsFor } from '../../../record/record.ts'
import { target } from './target.record.ts'

export const targetWords = wordsFor(target, {
  name: ['时限目标', 'Target'],
  plural: ['时限目标', 'Targets'],
  empty: ['还没有时限目标。没有目标,记录的时限不计时。', 'No targets yet. Without one no clock of a record runs.'],
  fields: {
    name: ['名称', 'Name'],
    rule: ['适用于', 'Applies to'],
    minutes: ['时限(分钟)', 'Minutes'],
    calendar: ['工作日历', 'Working calendar'],
    warnAt: ['提醒时已用比例', 'Warned at this share'],
    escalation: ['升级', 'Escalation'],
    reason: ['说明', 'Reason'],
  },
  states: { 'in-force': ['生效', 'In force'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {},
})
