import { wordsFor } from '../../../record/record.ts'
import { tradingCalendar } from './calendar.record.ts'

export const tradingCalendarWords = wordsFor(tradingCalendar, {
  name: ['交易日历', 'Trading calendar'],
  plural: ['交易日历', 'Trading calendars'],
  empty: [
    '还没有交易日历。没有日历,就不知道今天是不是交易日。',
    'No trading calendar yet; without one no day is known to be a trading day.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    zone: ['时区', 'Time zone'],
    turnsAt: ['换日时刻', 'Day turns at'],
    coversFrom: ['适用自', 'Covers from'],
    coversTo: ['适用至', 'Covers to'],
    sessions: ['交易时段', 'Sessions'],
    closed: ['休市日期', 'Closed dates'],
    noNight: ['无夜盘日期', 'Evenings without a night session'],
    source: ['依据', 'Source'],
  },
  states: { draft: ['草稿', 'Draft'], effective: ['生效', 'Effective'], superseded: ['已被取代', 'Superseded'] },
  verbs: { approve: ['批准生效', 'Approve'], supersede: ['停用', 'Supersede'] },
  choices: {},
})
