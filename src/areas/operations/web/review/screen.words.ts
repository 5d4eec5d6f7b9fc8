import type { Words } from '../../../../record/words.ts'

export const reviewScreenWords = {
  stands: ['日志与生成时一致', 'The log is as it was when this was drawn up'],
  changed: ['日志与生成时不一致', 'The log is not as it was when this was drawn up'],
  linesOf: ['日志条目', 'Lines of the log'],
  noLines: ['没有日志', 'No lines'],
  more: ['继续载入', 'Load more'],
} as const satisfies Record<string, Words>
