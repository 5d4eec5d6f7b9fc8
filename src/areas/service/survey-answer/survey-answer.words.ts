import { wordsFor } from '../../../record/record.ts'
import { surveyAnswer } from './survey-answer.record.ts'

export const surveyAnswerWords = wordsFor(surveyAnswer, {
  name: ['评价', 'Rating'],
  plural: ['评价', 'Ratings'],
  empty: [
    '还没有评价。事情办完后会请您评价。',
    'No ratings yet. You are asked for one when something of yours is done.',
  ],
  fields: {
    title: ['关于', 'About'],
    survey: ['调查', 'Survey'],
    person: ['评价人', 'Person'],
    incident: ['故障', 'Incident'],
    request: ['服务请求', 'Request'],
    service: ['服务', 'Service'],
    team: ['团队', 'Team'],
    handler: ['经办人', 'Seen to by'],
    naming: ['是否记名', 'Named or not'],
    expiresAt: ['有效至', 'Open until'],
    questions: ['问题', 'Questions'],
    answers: ['回答', 'Answers'],
    grade: ['评分', 'Grade'],
    answeredAt: ['评价时间', 'Answered at'],
    followUp: ['回访情况', 'What was done about it'],
    followedUpBy: ['回访人', 'Followed up by'],
    followedUpAt: ['回访时间', 'Followed up at'],
  },
  states: { invited: ['待评价', 'Asked'], answered: ['已评价', 'Answered'], expired: ['已过期', 'Expired'] },
  verbs: { 'follow-up': ['回访', 'Follow up'], answer: ['评价', 'Answer'], expire: ['过期', 'Expire'] },
  choices: { naming: { named: ['记名', 'Named'], anonymous: ['不记名', 'Anonymous'] } },
})
