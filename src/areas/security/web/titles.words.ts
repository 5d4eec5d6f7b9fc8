import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  access: ['谁能做什么', 'Who can do what'],
  ask: ['申请权限', 'Ask for access'],
  riskMap: ['风险热图', 'Risk map'],
  importScan: ['导入扫描报告', 'Bring in a scan'],
} satisfies Record<string, Words>
