import type { Words } from '../../../record/words.ts'

/** What a review says on its screen and on paper. */
export const reviewWords = {
  period: ['复核期间', 'Period'],
  before: ['上一期间', 'Period before'],
  lines: ['日志条数', 'Lines'],
  span: ['日志编号', 'Numbers'],
  seal: ['封存', 'Seal'],
  digest: ['摘要', 'Digest'],
  signed: ['签字', 'Signed'],
  notSigned: ['待签字', 'To be signed'],
  dueBy: ['签字期限', 'To be signed by'],
  recurring: [
    '反复出现(同一组件、同一类别,警告及以上 3 次起)',
    'What recurs (one kind about one component, warnings and worse, three times and more)',
  ],
  components: ['按组件(警告及以上)', 'By component (warnings and worse)'],
  hours: ['按时刻(警告及以上)', 'By hour of the day (warnings and worse)'],
  kinds: ['按类别(全部)', 'By kind (all)'],
  component: ['组件', 'Component'],
  kind: ['类别', 'Kind'],
  hour: ['时', 'Hour'],
  now: ['本期', 'Now'],
  earlier: ['上期', 'Before'],
  change: ['增减', 'Change'],
  days: ['天数', 'Days'],
  conclusions: ['复核结论', 'Conclusions'],
  nothing: ['没有', 'None'],
  log: ['日志', 'Log'],
  number: ['编号', 'Number'],
  at: ['时间', 'At'],
  tradingDay: ['交易日', 'Trading day'],
  severity: ['级别', 'Severity'],
  text: ['内容', 'Text'],
  about: ['相关编号', 'About'],
  by: ['记录人', 'By'],
} as const satisfies Record<string, Words>

/** `+3`, `−2`, `0`. */
export const changed = ({ count, before }: { readonly count: number; readonly before: number }): string =>
  count > before ? `+${count - before}` : count < before ? `−${before - count}` : '0'

/** `07:00–08:00` */
export const hourSpan = (hour: number): string =>
  `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`
