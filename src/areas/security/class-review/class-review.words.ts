import { wordsFor } from '../../../record/record.ts'
import { levelWords } from '../data-class/data-class.words.ts'
import { classReview } from './class-review.record.ts'

export const classReviewWords = wordsFor(classReview, {
  name: ['分级复核', 'Review of a classification'],
  plural: ['分级复核', 'Reviews of classifications'],
  empty: [
    '没有分级复核。存有数据的资产满一年未复核时,会自动要求责任人复核。',
    'No reviews yet. Whoever answers for an asset that holds data is asked once a year, by itself.',
  ],
  fields: {
    title: ['名称', 'Name'],
    asset: ['资产', 'Asset'],
    reviewer: ['复核人', 'Reviewer'],
    dueOn: ['截止日期', 'Due on'],
    was: ['原级别', 'It was'],
    level: ['复核级别', 'It is to be'],
    reason: ['理由', 'Reason'],
    proposedBy: ['提出人', 'Proposed by'],
    agreedBy: ['同意人', 'Agreed by'],
    agreedAt: ['同意时间', 'Agreed at'],
  },
  states: {
    due: ['待复核', 'Due'],
    proposed: ['待同意', 'Proposed'],
    agreed: ['已复核', 'Agreed'],
    lapsed: ['不再需要', 'Fallen away'],
  },
  verbs: {
    propose: ['提出级别', 'Propose a level'],
    agree: ['同意', 'Agree'],
    return: ['退回', 'Return'],
    lapse: ['不再需要', 'Fall away'],
  },
  choices: { was: levelWords, level: levelWords },
})
