import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  calendar: ['变更日历', 'Change calendar'],
  compare: ['配置比较', 'Compare configuration'],
  report: ['变更成效', 'Change report'],
} satisfies Record<string, Words>
