import type { Words } from '../../../../record/words.ts'

export const handlingWords = {
  title: ['数据分级与处理要求', 'How its data is handled'],
  none: ['这一级还没有处理要求。', 'Nothing is laid down for this level yet.'],
  reviewed: ['上次复核', 'Last reviewed'],
  never: ['尚未复核', 'Not reviewed yet'],
} as const satisfies Record<string, Words>
