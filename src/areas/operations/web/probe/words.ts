import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const probeScreenWords = {
  responseTime: ['响应时间', 'Response time'],
  readings: ['读数', 'Readings'],
  value: ['测得值', 'Value read'],
  noReadings: ['这段时间没有读数。', 'No readings in this time.'],
  noProbes: ['没有探测,健康状况无从得知。', 'No probes, so its health cannot be known.'],
  addProbe: ['添加探测', 'Add a probe'],
  down: ['中断', 'Down'],
  partly: ['时断时续', 'Some failed'],
  slow: ['缓慢', 'Slow'],
  warned: ['预警', 'Warned'],
  up: ['正常', 'Up'],
  gap: ['无读数', 'No readings'],
  checks: ['次探测', 'checks'],
  good: ['成功', 'good'],
  lastHour: ['近 1 小时', 'Last hour'],
  lastDay: ['近 1 天', 'Last day'],
  lastWeek: ['近 7 天', 'Last 7 days'],
  lastMonth: ['近 30 天', 'Last 30 days'],
  ownSpan: ['自选', 'Own'],
  weekBefore: ['对比上周', 'Compare with last week'],
  lines: [
    '实线:平均或测得值;点线:95 百分位;虚线:一周之前。',
    'Solid: average or value; dotted: 95th percentile; dashed: a week before.',
  ],
  forecasts: titles.forecasts,
  forecast: ['预测', 'Forecast'],
  first: ['最先到限的在前', 'What reaches its limit first'],
  what: ['测量', 'Measured'],
  course: ['近 60 天', 'Last 60 days'],
  level: ['目前', 'Now'],
  limit: ['限值', 'Limit'],
  perDay: ['每天', 'Each day'],
  when: ['到限', 'Reached in'],
  band: ['九成可能', 'Nine times in ten'],
  reached: ['已到限', 'Reached'],
  steady: ['没有趋向限值', 'Not heading there'],
  noForecasts: [
    '没有可预测的探测。给磁盘、数据库容量、SQL、接口流量或 Prometheus 探测设上限或下限,两周后这里给出到限天数。',
    'No probe to forecast. Give a disk, database, SQL, interface or Prometheus probe a limit; after two weeks its days are told here.',
  ],
  average: ['平均', 'average'],
  slowest: ['最慢', 'slowest'],
  availability: ['成功率', 'Good'],
} as const satisfies Record<string, Words>

const units: Readonly<Record<string, Words>> = { s: ['秒', 's'], days: ['天', 'days'], lines: ['行', 'lines'] }

/** What values are counted in, where that is said otherwise than by its sign. */
export const unitWords = (unit: string | null): Words => units[unit ?? ''] ?? [unit ?? '', unit ?? '']

/** What one check found. */
export const outcomeWords = {
  up: ['正常', 'up'],
  slow: ['预警', 'warned'],
  down: ['中断', 'down'],
  unknown: ['未知', 'unknown'],
} as const satisfies Record<string, Words>

/** Too few days are known: how many more are wanted. */
export const tooLittleWords = (days: number, wanted: number): Words => [
  `数据不足:已有 ${days} 天,至少要 ${wanted} 天`,
  `Not enough data: ${days} of at least ${wanted} days`,
]

/** `23 天`; beyond three years nobody counts days. */
export const daysWords = (days: number): Words =>
  days > 1_095
    ? ['三年以上', 'over three years']
    : days < 1
      ? ['不到一天', 'less than a day']
      : [`${Math.round(days)} 天`, `${Math.round(days)} days`]

export const bandWords = (soonest: number, latest: number): Words => {
  const [[zhFrom, enFrom], [zhTo, enTo]] = [daysWords(soonest), daysWords(latest)]
  return zhFrom === zhTo ? [zhFrom, enFrom] : [`${zhFrom} 至 ${zhTo}`, `${enFrom} to ${enTo}`]
}
