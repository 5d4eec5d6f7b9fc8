import { wordsFor } from '../../../record/record.ts'
import { logCheck } from './log-check.record.ts'

export const logCheckWords = wordsFor(logCheck, {
  name: ['日志校验', 'Check of the journal'],
  plural: ['日志校验', 'Checks of the journal'],
  empty: ['还没有校验。系统每天校验两次操作日志。', 'None yet. The journal is checked twice a day, by itself.'],
  fields: {
    result: ['结果', 'Result'],
    checkedAt: ['校验时间', 'Checked at'],
    entries: ['日志条数', 'Entries'],
    seals: ['封存数', 'Seals'],
    broken: ['首个不符之处', 'What did not fit'],
    oldestAt: ['最早的日志', 'Oldest entry'],
    since: ['系统启用时间', 'There is something to keep since'],
    gapHours: ['距上次校验(小时)', 'Hours since the one before'],
    newest: ['最近一次', 'Newest'],
  },
  states: { sound: ['完好', 'Sound'], broken: ['不符', 'Broken'] },
  verbs: {},
  choices: { result: { sound: ['完好', 'Sound'], broken: ['不符', 'Broken'] } },
})
