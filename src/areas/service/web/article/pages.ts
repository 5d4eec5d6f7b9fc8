import type { WebPart } from '../../../../web/plugin.ts'
import { trendReaders } from '../../trend/kinds.rules.ts'
import { titles } from '../titles.words.ts'

/** What knowledge, problems, ratings and trends add to the web. */
export const knowledgeWeb: WebPart = {
  routes: [
    {
      path: '/trends',
      title: titles.trends,
      allow: trendReaders,
      load: () => import('../trend/TrendsPage.tsx').then((m) => m.TrendsPage),
    },
  ],
  recordPages: {
    article: { body: () => import('./ArticleBody.tsx').then((m) => m.ArticleBody) },
    problem: {
      above: () => import('../problem/AboutProblem.tsx').then((m) => m.AboutProblem),
      body: () => import('../problem/ProblemBody.tsx').then((m) => m.ProblemBody),
    },
    survey: { above: () => import('../survey/Results.tsx').then((m) => m.Results) },
    'survey-answer': { whole: () => import('../portal/RatePage.tsx').then((m) => m.RatePage) },
  },
  listColumns: {
    article: ['number', 'title', 'state', 'category', 'audience', 'owner', 'reviewOn', 'publishedAt'],
    'article-feedback': ['number', 'article', 'verdict', 'person', 'asked', 'words', 'createdAt'],
    problem: ['number', 'title', 'state', 'priority', 'occurrences', 'component', 'owner', 'createdAt'],
    survey: ['number', 'title', 'state', 'kind', 'service', 'naming', 'openedAt'],
    'survey-answer': ['number', 'title', 'state', 'grade', 'incident', 'followedUpAt', 'expiresAt', 'createdAt'],
  },
  seldom: ['article-feedback', 'survey-answer'],
  tones: {
    article: { state: { published: 'kept', 'due-for-review': 'late', retired: 'ended' } },
    problem: {
      state: { 'known-error': 'late', solved: 'kept', closed: 'ended' },
      priority: { high: 'broken', medium: 'late', low: 'start' },
    },
    survey: { state: { open: 'progress' } },
    'survey-answer': { state: { invited: 'late', answered: 'kept', expired: 'ended' } },
    'article-feedback': { verdict: { solved: 'kept', helpful: 'kept', 'not-helpful': 'late' } },
  },
}
