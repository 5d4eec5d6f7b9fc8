import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  renewals: ['到期一览', 'Renewals'],
  discovery: ['发现', 'Discovery'],
  places: ['位置与机柜', 'Places'],
  impact: ['影响范围', 'Impact'],
  upkeep: ['维保日程', 'Maintenance due'],
  resources: ['资源表现', 'Resources'],
  budget: ['预算执行', 'Budget'],
  count: ['盘点', 'Count'],
  stocktakeCalendar: ['盘点日历', 'Stocktake calendar'],
} satisfies Record<string, Words>
