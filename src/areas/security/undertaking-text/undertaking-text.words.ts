import { wordsFor } from '../../../record/record.ts'
import { audienceWords } from '../audience.rules.ts'
import { undertakingText } from './undertaking-text.record.ts'

export const undertakingTextWords = wordsFor(undertakingText, {
  name: ['保密承诺书', 'Text of an undertaking'],
  plural: ['保密承诺书', 'Texts of undertakings'],
  empty: [
    '还没有保密承诺书。写好正文后由另一人发布,应签的人会自动收到。',
    'No texts yet. Write one and have another publish it; whom it is for is asked to sign by itself.',
  ],
  fields: {
    code: ['代码', 'Code'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    text: ['正文', 'Text'],
    textEn: ['英文正文', 'English text'],
    lasting: ['离职后继续有效的义务', 'What lasts beyond the employment'],
    audience: ['适用人员', 'For'],
    validDays: ['有效天数', 'Good for (days)'],
    days: ['签署期限(天)', 'To be signed within (days)'],
    digest: ['内容摘要', 'Digest'],
    publishedBy: ['发布人', 'Published by'],
    publishedAt: ['发布时间', 'Published at'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    published: ['现行', 'In force'],
    superseded: ['已被取代', 'Superseded'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: {
    publish: ['发布', 'Publish'],
    supersede: ['被取代', 'Supersede'],
    withdraw: ['撤销', 'Withdraw'],
  },
  choices: { audience: audienceWords },
})
