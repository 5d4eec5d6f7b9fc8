import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  holding: ['离职交接', 'Leaving'],
  leavers: ['离职与目录', 'Leavers and directory'],
} satisfies Record<string, Words>
