import { wordsFor } from '../../../record/record.ts'
import { logEntry } from './log-entry.record.ts'

export const logEntryWords = wordsFor(logEntry, {
  name: ['日志条目', 'Log entry'],
  plural: ['日志条目', 'Log entries'],
  empty: [
    '运行、告警、故障会自动记入日志;值班中的其他情况请在这里补记。写入后不能修改或删除。',
    'Runs, alarms and incidents write here by themselves; add whatever else happens on duty. Nothing is changed or removed afterwards.',
  ],
  fields: {
    text: ['内容', 'Text'],
    textEn: ['英文内容', 'Text in English'],
    kind: ['类别', 'Kind'],
    severity: ['级别', 'Severity'],
    component: ['组件', 'Component'],
    subjectRecord: ['相关记录类别', 'About (kind)'],
    subjectId: ['相关记录', 'About'],
    subjectNumber: ['相关编号', 'About (number)'],
    tradingDay: ['交易日', 'Trading day'],
  },
  states: { written: ['已写入', 'Written'] },
  verbs: {},
  choices: {
    kind: {
      note: ['记事', 'Note'],
      shift: ['交接班', 'Handover'],
      run: ['运行', 'Run'],
      alarm: ['告警', 'Alarm'],
      incident: ['故障', 'Incident'],
      component: ['组件', 'Component'],
      duty: ['例行', 'Duty'],
    },
    severity: {
      info: ['一般', 'Information'],
      warning: ['警告', 'Warning'],
      critical: ['严重', 'Critical'],
    },
  },
})
