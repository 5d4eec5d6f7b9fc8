import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  settings: ['系统设置', 'Settings'],
  house: ['系统状态', 'The house'],
  why: ['权限说明', 'Why may they'],
} satisfies Record<string, Words>
