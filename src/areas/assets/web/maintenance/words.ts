import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const upkeepWords = {
  title: titles.upkeep,
  intro: [
    '到期与逾期的维保、计划的下一次,以及近一年做了多少。',
    'What is late and near, when each plan is next, and a year of what was done.',
  ],
  late: ['已逾期', 'Late'],
  inHand: ['进行中', 'In progress'],
  near: ['即将到期', 'Near'],
  plans: ['计划的下一次', 'Next by plan'],
  year: ['近一年', 'The last year'],
  done: ['完成', 'Done'],
  repairs: ['其中维修', 'of them repairs'],
  skipped: ['不做', 'Left out'],
  response: ['维修平均响应(小时)', 'Repairs answered after (hours)'],
  nothingLate: ['没有逾期的维保。', 'Nothing is late.'],
  nothingInHand: ['没有正在做的维保。', 'Nothing is in hand.'],
  nothingNear: ['近期没有到期的维保。', 'Nothing is due soon.'],
  noPlans: ['一年内没有计划的维保。先建立维保计划。', 'No plan falls within a year. Begin with a plan.'],
  newOrder: ['设备报修', 'Report a repair'],
  newPlan: ['新建计划', 'New plan'],
  days: ['天内', 'days'],
  lateBy: ['逾期', 'late by'],
  day: ['天', 'd'],
  orders: ['历次工单', 'Its orders'],
  none: ['还没有。', 'None yet.'],
  ofAsset: ['维保', 'Maintenance'],
  report: ['报修', 'Report a repair'],
  all: ['全部', 'All'],
} as const satisfies Record<string, Words>

export const assetsWords = (count: number): Words => [`${count} 件资产`, count === 1 ? '1 asset' : `${count} assets`]

export const everyWords = (months: number): Words => [
  `每 ${months} 个月`,
  months === 1 ? 'every month' : `every ${months} months`,
]
