import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  notices: ['通知', 'Notices'],
  wishes: ['通知方式', 'How I am told'],
} satisfies Record<string, Words>
