import { wordsFor } from '../../../record/record.ts'
import { timeEntry } from './time-entry.record.ts'

export const timeEntryWords = wordsFor(timeEntry, {
  name: ['工时', 'Time spent'],
  plural: ['工时', 'Time spent'],
  empty: [
    '还没有工时。在故障、请求的页面或服务台上登记。',
    'None yet. Note time on the page of an incident or request, or at the desk.',
  ],
  fields: {
    incident: ['故障', 'Incident'],
    request: ['服务请求', 'Request'],
    person: ['人员', 'Person'],
    minutes: ['分钟', 'Minutes'],
    note: ['说明', 'Note'],
    tradingDay: ['交易日', 'Trading day'],
  },
  states: { noted: ['已登记', 'Noted'], withdrawn: ['已撤回', 'Withdrawn'] },
  verbs: { withdraw: ['撤回', 'Withdraw'] },
  choices: {},
})
