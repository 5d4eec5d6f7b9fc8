import { wordsFor } from '../../../record/record.ts'
import { logReview } from './log-review.record.ts'

export const logReviewWords = wordsFor(logReview, {
  name: ['日志复核', 'Log review'],
  plural: ['日志复核', 'Log reviews'],
  empty: [
    '还没有日志复核。每个复核周期结束后自动生成,由经理签字。',
    'No reviews of the log yet. Each is drawn up once its weeks are over, for the manager to sign.',
  ],
  fields: {
    title: ['标题', 'Title'],
    titleEn: ['英文标题', 'Title in English'],
    startsOn: ['自', 'From'],
    endsOn: ['至', 'To'],
    dueBy: ['签字期限', 'To be signed by'],
    lines: ['日志条数', 'Lines'],
    reviewed: ['复核内容', 'What is reviewed'],
    digest: ['摘要', 'Digest'],
    conclusions: ['复核结论', 'Conclusions'],
    signedBy: ['签字人', 'Signed by'],
    signedAt: ['签字时间', 'Signed at'],
    late: ['逾期', 'Late'],
  },
  states: { due: ['待复核', 'Due'], signed: ['已复核', 'Signed'] },
  verbs: { sign: ['签字', 'Sign'], overrun: ['记为逾期', 'Mark as late'] },
  choices: {},
})
