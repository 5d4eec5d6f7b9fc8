import { wordsFor } from '../../../record/record.ts'
import { trainingCourseWords } from '../training-course/training-course.words.ts'
import { trainingRecord } from './training-record.record.ts'

export const trainingRecordWords = wordsFor(trainingRecord, {
  name: ['培训记录', 'Training record'],
  plural: ['培训记录', 'Training records'],
  empty: [
    '还没有培训记录。可从签到表导入,由参训人以外的人确认后生效。',
    'No records yet. Bring them in from a sheet; each counts once somebody else has confirmed it.',
  ],
  fields: {
    title: ['课程名称', 'Course called'],
    course: ['课程', 'Course'],
    person: ['参训人', 'Person'],
    heldOn: ['培训日期', 'Held on'],
    hours: ['学时', 'Hours'],
    score: ['成绩', 'Mark'],
    proof: ['凭证', 'Proof'],
    topic: ['主题', 'Topic'],
    passed: ['合格', 'Passed'],
    validUntil: ['有效期至', 'Good until'],
    confirmedBy: ['确认人', 'Confirmed by'],
    confirmedAt: ['确认时间', 'Confirmed at'],
    rejectReason: ['不予确认的理由', 'Why it was rejected'],
  },
  states: {
    entered: ['待确认', 'To be confirmed'],
    confirmed: ['已确认', 'Confirmed'],
    rejected: ['不予确认', 'Rejected'],
  },
  verbs: { confirm: ['确认', 'Confirm'], reject: ['不予确认', 'Reject'] },
  choices: { topic: trainingCourseWords.choices.topic },
})
