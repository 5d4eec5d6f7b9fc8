import { numberSetting } from '../../../record/setting.ts'

const aYear = ['次/年', 'a year'] as const
const percent = ['%', '%'] as const
const days = ['天', 'days'] as const
const hint = [
  '「资源表现」据此说明哪些资产该更新、停用或调配。',
  'By this the page of resources says what to renew, retire or move.',
] as const

export const manyRepairs = numberSetting('resource-many-repairs', {
  group: 'house',
  words: ['资产维修频繁', 'An asset is repaired often'],
  unit: aYear,
  hint,
  default: 3,
  least: 1,
  most: 100,
})
export const manyFailures = numberSetting('resource-many-failures', {
  group: 'house',
  words: ['资产故障频繁', 'An asset fails often'],
  unit: aYear,
  hint,
  default: 5,
  least: 1,
  most: 1_000,
})
export const dearPercent = numberSetting('resource-dear-percent', {
  group: 'house',
  words: ['年维保费用占原值过高', 'A year’s maintenance takes too much of the cost'],
  unit: percent,
  hint,
  default: 30,
  least: 1,
  most: 1_000,
})
export const busyPercent = numberSetting('resource-busy-percent', {
  group: 'house',
  words: ['利用率偏高', 'Use is high'],
  unit: percent,
  hint,
  default: 80,
  least: 1,
  most: 100,
})
export const slowPercent = numberSetting('resource-slow-percent', {
  group: 'house',
  words: ['响应缓慢的时间偏多', 'It answers slowly too often'],
  unit: percent,
  hint,
  default: 10,
  least: 1,
  most: 100,
})
export const idlePercent = numberSetting('resource-idle-percent', {
  group: 'house',
  words: ['利用率偏低', 'Use is low'],
  unit: percent,
  hint,
  default: 5,
  least: 0,
  most: 100,
})
export const idleDays = numberSetting('resource-idle-days', {
  group: 'house',
  words: ['在库闲置', 'Idle in stock'],
  unit: days,
  hint,
  default: 180,
  least: 1,
  most: 3_650,
})
export const slowHours = numberSetting('resource-slow-hours', {
  group: 'house',
  words: ['维修响应偏慢', 'Repairs are answered slowly'],
  unit: ['小时', 'hours'],
  hint,
  default: 8,
  least: 1,
  most: 1_000,
})
export const aheadDays = numberSetting('resource-ahead-days', {
  group: 'house',
  words: ['保修、厂商支持将到期', 'Warranty or support ends soon'],
  unit: days,
  hint,
  default: 90,
  least: 0,
  most: 1_000,
})

export const resourceSettings = [
  ...[manyRepairs, manyFailures, dearPercent, busyPercent, slowPercent],
  ...[idlePercent, idleDays, slowHours, aheadDays],
]
