import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  comparison: ['版次比较', 'Comparison of editions'],
  control: ['控制项', 'Control'],
  coverage: ['外部要求覆盖', 'Coverage of laws and standards'],
  reading: ['待阅制度', 'To read and sign'],
  rulebook: ['制度遵守情况', 'The rulebook'],
} satisfies Record<string, Words>
