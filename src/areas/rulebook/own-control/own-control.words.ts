import { wordsFor } from '../../../record/record.ts'
import { areaWords } from '../areas.words.ts'
import { ownControl } from './own-control.record.ts'

export const ownControlWords = wordsFor(ownControl, {
  name: ['自定义控制项', 'Own control'],
  plural: ['自定义控制项', 'Own controls'],
  empty: [
    '还没有自定义控制项。选一类记录和一个模板,就能设一条自己的检查,不用写程序。',
    'No controls of your own yet. Choose a kind of record and a template: a check of your own, without code.',
  ],
  fields: {
    code: ['控制项编号', 'Id'],
    edition: ['版次', 'Edition'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    area: ['领域', 'Area'],
    reason: ['设置理由', 'Why it is wanted'],
    remedy: ['怎样改正', 'What makes it good'],
    remedyEn: ['怎样改正(英文)', 'What makes it good, in English'],
    record: ['检查哪类记录', 'Kind of record judged'],
    judges: ['判定方法', 'How it is judged'],
    scope: ['检查范围', 'Which of them'],
    owner: ['负责人所在的项目', 'Field that names its owner'],
    minSubjects: ['至少应有对象', 'Subjects wanted'],
    basedOn: ['依据版次', 'Based on'],
    returnReason: ['退回原因', 'Why it was returned'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    withdrawReason: ['撤销原因', 'Why it was withdrawn'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审批中', 'In review'],
    effective: ['有效', 'Effective'],
    superseded: ['已被替代', 'Superseded'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: {
    submit: ['提交审批', 'Submit'],
    return: ['退回', 'Return'],
    approve: ['批准', 'Approve'],
    supersede: ['被替代', 'Supersede'],
    withdraw: ['撤销', 'Withdraw'],
  },
  choices: { area: areaWords },
  acts: { 'new-edition': ['新建版次', 'New edition'] },
})
