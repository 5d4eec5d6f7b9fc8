import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  checklist: ['检查清单', 'Checklist'],
  comparison: ['版次比较', 'Comparison of editions'],
  control: ['控制项', 'Control'],
  coverage: ['外部要求覆盖', 'Coverage of laws and standards'],
  findingBoard: ['审计发现看板', 'Findings at a glance'],
  reading: ['待阅制度', 'To read and sign'],
  rulebook: ['制度遵守情况', 'The rulebook'],
} satisfies Record<string, Words>
