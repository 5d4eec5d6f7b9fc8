import { wordsFor } from '../../../record/record.ts'
import { reading } from './reading.record.ts'

export const readingWords = wordsFor(reading, {
  name: ['阅读签字', 'Reading'],
  plural: ['阅读签字', 'Readings'],
  empty: [
    '没有待阅读的制度。阅读签字活动开始后,应签的人会列在这里。',
    'Nothing to read. Once a campaign is open, those who are to sign stand here.',
  ],
  fields: {
    campaign: ['活动', 'Campaign'],
    title: ['制度', 'Policy'],
    titleEn: ['英文名称', 'English title'],
    reader: ['阅读人', 'Reader'],
    dueOn: ['截止日期', 'Due on'],
    digest: ['内容摘要', 'Digest'],
    remindOn: ['下次提醒', 'Next reminder'],
    signedAt: ['签字时间', 'Signed at'],
  },
  states: { asked: ['待签字', 'To be signed'], signed: ['已签字', 'Signed'], lapsed: ['不再需要', 'Fallen away'] },
  verbs: {
    acknowledge: ['已阅读,签字确认', 'Read it, sign'],
    remind: ['快到截止日期', 'Due soon'],
    overdue: ['逾期未签', 'Overdue'],
    lapse: ['不再需要', 'Fall away'],
    'ask-again': ['重新要求', 'Ask again'],
  },
  choices: {},
})
