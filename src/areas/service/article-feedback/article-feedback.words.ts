import { wordsFor } from '../../../record/record.ts'
import { articleFeedback } from './article-feedback.record.ts'

export const articleFeedbackWords = wordsFor(articleFeedback, {
  name: ['文章反馈', 'Feedback on an article'],
  plural: ['文章反馈', 'Feedback on articles'],
  empty: ['还没有反馈。读者在文章下方说是否有帮助。', 'No feedback yet. Readers give it below an article.'],
  fields: {
    article: ['文章', 'Article'],
    person: ['读者', 'Reader'],
    verdict: ['是否有帮助', 'Did it help'],
    asked: ['当时搜索', 'Had searched for'],
    words: ['意见', 'Remark'],
  },
  states: { given: ['已反馈', 'Given'] },
  verbs: {},
  choices: {
    verdict: {
      solved: ['解决了问题', 'Solved the question'],
      helpful: ['有帮助', 'Helpful'],
      'not-helpful': ['没有帮助', 'Not helpful'],
    },
  },
})
