import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  calendar: ['演练日历', 'Drill calendar'],
} satisfies Record<string, Words>
