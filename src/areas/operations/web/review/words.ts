import type { Words } from '../../../../record/words.ts'

export const dueWords = {
  due: ['待签字', 'To be signed'],
  late: ['逾期', 'Late'],
} as const satisfies Record<string, Words>
