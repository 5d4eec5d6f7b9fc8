import { wordsFor } from '../../../record/record.ts'
import { shiftPattern } from './shift-pattern.record.ts'

export const shiftPatternWords = wordsFor(shiftPattern, {
  name: ['班制', 'Shift pattern'],
  plural: ['班制', 'Shift patterns'],
  empty: [
    '还没有班制。例如:日班 07:30–16:00,夜班 19:30–02:45。',
    'No shift patterns yet. For example: day 07:30–16:00, night 19:30–02:45.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    mark: ['表中简称', 'Mark in rosters'],
    startsAt: ['上班', 'Starts'],
    endsAt: ['下班', 'Ends'],
    days: ['在哪些日子', 'On which days'],
    positions: ['值班位置', 'Positions'],
  },
  states: { 'in-use': ['在用', 'In use'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {
    days: {
      'trading-days': ['交易日', 'Trading days'],
      'night-sessions': ['有夜盘的晚上', 'Evenings with a night session'],
      'every-day': ['每天', 'Every day'],
    },
  },
})
