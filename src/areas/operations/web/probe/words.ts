import type { Words } from '../../../../record/words.ts'

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
