import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const reportWords = {
  title: titles.report,
  intro: ['按实施结束的时间统计', 'By when the work was over'],
  months: ['个月', 'months'],
  total: ['变更', 'Changes'],
  done: ['成功', 'Succeeded'],
  rolledBack: ['回退', 'Rolled back'],
  emergency: ['紧急', 'Emergencies'],
  standard: ['标准', 'Standard'],
  share: ['占比', 'Share'],
  byMonth: ['各月', 'By month'],
  byTeam: ['按小组', 'By team'],
  byVendor: ['按厂商', 'By vendor'],
  noTeam: ['未分小组', 'No team'],
  nothing: ['这段时间没有实施完的变更。', 'No change was carried out in this time.'],
  noVendor: ['没有涉及厂商的变更。', 'No change with a vendor.'],
  name: ['名称', 'Name'],
} as const satisfies Record<string, Words>
