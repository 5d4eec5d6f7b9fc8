import { CustomerServiceOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { trendReaders } from '../trend/kinds.rules.ts'
import { levelColumns, levelPages, levelTones } from './level/pages.ts'
import { catalogueWeb } from './order/catalogue.web.ts'
import { portalRoutes } from './portal/routes.ts'
import { deskColumns, deskPages, deskRoutes, deskTones } from './routes.ts'
import { knowledgeTones } from './tones.ts'
import { trendWords } from './trend/words.ts'

/** What the service desk adds to the web beside its records' own lists, forms and pages. */
export const serviceWeb: WebArea = {
  code: 'service',
  icon: <CustomerServiceOutlined />,
  home: { path: '/portal', allow: role('business') },
  routes: [
    ...deskRoutes,
    ...portalRoutes,
    ...catalogueWeb.routes,
    {
      path: '/trends',
      title: trendWords.title,
      allow: trendReaders,
      load: () => import('./trend/TrendsPage.tsx').then((m) => m.TrendsPage),
    },
  ],
  chosenActs: { incident: () => import('./problem/ProblemOfChosen.tsx').then((m) => m.ProblemOfChosen) },
  forms: { incident: () => import('./incident/WhileTyping.tsx').then((m) => m.WhileTyping) },
  recordPages: {
    ...catalogueWeb.recordPages,
    ...deskPages,
    ...levelPages,
    article: { body: () => import('./article/ArticleBody.tsx').then((m) => m.ArticleBody) },
    problem: {
      above: () => import('./problem/AboutProblem.tsx').then((m) => m.AboutProblem),
      body: () => import('./problem/ProblemBody.tsx').then((m) => m.ProblemBody),
    },
    incident: {
      above: () => import('./incident/AboutIncident.tsx').then((m) => m.AboutIncident),
      side: () => import('./problem/KnownErrors.tsx').then((m) => m.KnownErrors),
    },
    survey: { above: () => import('./survey/Results.tsx').then((m) => m.Results) },
    'survey-answer': { whole: () => import('./portal/RatePage.tsx').then((m) => m.RatePage) },
  },
  fieldShows: catalogueWeb.fieldShows,
  writtenApart: catalogueWeb.writtenApart,
  begunAt: catalogueWeb.begunAt,
  tones: { ...catalogueWeb.tones, ...deskTones, ...levelTones, ...knowledgeTones },
  seldom: [
    'request-task',
    'article-feedback',
    'survey-answer',
    'priority-rule',
    'incident-template',
    'macro',
    'time-entry',
    'incident-update',
    'review',
    'action',
    'reporting-rule',
    'underpinning',
  ],
  listColumns: {
    ...catalogueWeb.listColumns,
    ...deskColumns,
    ...levelColumns,
    article: ['number', 'title', 'state', 'category', 'audience', 'owner', 'reviewOn', 'publishedAt'],
    'article-feedback': ['number', 'article', 'verdict', 'person', 'asked', 'words', 'createdAt'],
    problem: ['number', 'title', 'state', 'priority', 'occurrences', 'component', 'owner', 'createdAt'],
    survey: ['number', 'title', 'state', 'kind', 'service', 'naming', 'openedAt'],
    'survey-answer': ['number', 'title', 'state', 'grade', 'incident', 'expiresAt', 'createdAt'],
    service: ['code', 'name', 'state', 'owner', 'team', 'hours', 'affectsTrading'],
  },
}
