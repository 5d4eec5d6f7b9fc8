import { wordsFor } from '../../../record/record.ts'
import { review } from './review.record.ts'

export const reviewWords = wordsFor(review, {
  name: ['故障复盘', 'Post-incident review'],
  plural: ['故障复盘', 'Post-incident reviews'],
  empty: [
    '还没有复盘。故障解决后,在它的页面开始复盘。',
    'No reviews yet. Begin one on the page of an incident that is over.',
  ],
  fields: {
    title: ['标题', 'Title'],
    major: ['重大故障', 'Major incident'],
    incident: ['故障', 'Incident'],
    happened: ['经过', 'What happened'],
    causes: ['原因', 'Causes'],
    wentWell: ['做得好的', 'What went well'],
    toImprove: ['需改进的', 'What to improve'],
    participants: ['参加人', 'Participants'],
    vendor: ['厂商参加人', 'Of the vendor'],
    vendorView: ['厂商意见', 'What the vendor says'],
    returnReason: ['退回原因', 'Why it was returned'],
    firstAgreedBy: ['第一同意人', 'Agreed by'],
    secondAgreedBy: ['第二同意人', 'And by'],
    reopenReason: ['再次发生', 'It happened again'],
    agreedAt: ['同意时间', 'Agreed at'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['待同意', 'In review'],
    seconded: ['一人已同意', 'Agreed by one'],
    agreed: ['已同意', 'Agreed'],
  },
  verbs: {
    submit: ['提交', 'Submit'],
    return: ['退回', 'Return'],
    agree: ['同意', 'Agree'],
    'agree-too': ['同意', 'Agree too'],
    reopen: ['重新打开', 'Reopen'],
  },
  choices: {},
})
