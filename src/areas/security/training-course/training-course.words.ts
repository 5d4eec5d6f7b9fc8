import { wordsFor } from '../../../record/record.ts'
import { audienceWords } from '../audience.rules.ts'
import { trainingCourse } from './training-course.record.ts'

export const trainingCourseWords = wordsFor(trainingCourse, {
  name: ['培训课程', 'Training course'],
  plural: ['培训课程', 'Training courses'],
  empty: [
    '还没有培训课程。先登记每年必修的安全培训。',
    'No courses yet. Start with the security training that everybody does each year.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    topic: ['主题', 'Topic'],
    hours: ['学时', 'Hours'],
    passMark: ['合格分数', 'Pass mark'],
    validDays: ['有效天数', 'Good for (days)'],
    audience: ['适用人员', 'For'],
    posts: ['岗位', 'Posts'],
    content: ['内容', 'Content'],
  },
  states: { offered: ['在开', 'Offered'], closed: ['停开', 'Closed'] },
  acts: { due: ['应参加培训', 'to be taken'] },
  verbs: { close: ['停开', 'Close'], reopen: ['恢复', 'Offer again'] },
  choices: {
    topic: { security: ['安全', 'Security'], other: ['其他', 'Other'] },
    audience: { ...audienceWords, posts: ['指定岗位', 'Certain posts'] },
  },
})
