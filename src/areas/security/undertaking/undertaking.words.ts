import { wordsFor } from '../../../record/record.ts'
import { undertaking } from './undertaking.record.ts'

export const undertakingWords = wordsFor(undertaking, {
  name: ['保密承诺', 'Undertaking'],
  plural: ['保密承诺', 'Undertakings'],
  empty: [
    '没有您可以查阅的保密承诺。承诺书发布后,应签的人会列在这里。',
    'None that you may read. Once a text is published, those who are to sign it stand here.',
  ],
  fields: {
    text: ['承诺书', 'Text'],
    code: ['代码', 'Code'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    person: ['承诺人', 'Person'],
    digest: ['内容摘要', 'Digest'],
    dueOn: ['截止日期', 'Due on'],
    remindOn: ['下次提醒', 'Next reminder'],
    signedAt: ['签署时间', 'Signed at'],
    validUntil: ['有效期至', 'Good until'],
    toldOn: ['离职提醒日期', 'Told as a leaver on'],
  },
  states: {
    asked: ['待签署', 'To be signed'],
    signed: ['已签署', 'Signed'],
    replaced: ['已续签', 'Replaced'],
    lapsed: ['不再需要', 'Fallen away'],
  },
  verbs: {
    undertake: ['阅读并签署', 'Sign'],
    remind: ['快到截止日期', 'Due soon'],
    overdue: ['逾期未签', 'Overdue'],
    replace: ['已续签', 'Replaced'],
    lapse: ['不再需要', 'Fall away'],
    'still-bound': ['离职后义务提醒', 'What lasts after leaving'],
  },
  choices: {},
})
