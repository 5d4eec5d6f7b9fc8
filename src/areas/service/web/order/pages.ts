import type { WebPart } from '../../../../web/plugin.ts'
import { requestTones } from '../request/tones.ts'
import { titles } from '../titles.words.ts'

/** What ordering adds to the web: the catalogue, the builder, and the pages of what was ordered. */
export const catalogueWeb: WebPart = {
  routes: [
    {
      path: '/order',
      title: titles.catalogue,
      load: () => import('./CataloguePage.tsx').then((m) => m.CataloguePage),
    },
    {
      path: '/order/$offering',
      title: titles.catalogue,
      hidden: true,
      load: () => import('./OrderPage.tsx').then((m) => m.OrderPage),
    },
    {
      path: '/offerings/$key/build',
      title: titles.build,
      hidden: true,
      load: () => import('../offering/BuilderPage.tsx').then((m) => m.BuilderPage),
    },
  ],
  recordPages: {
    offering: { body: () => import('../offering/OfferingBody.tsx').then((m) => m.OfferingBody) },
    request: { body: () => import('../request/RequestBody.tsx').then((m) => m.RequestBody) },
  },
  fieldShows: {
    request: { answers: () => import('../request/RequestBody.tsx').then((m) => m.AnswersField) },
    offering: {
      form: () => import('../offering/ContentFields.tsx').then((m) => m.FormField),
      approval: () => import('../offering/ContentFields.tsx').then((m) => m.ApprovalField),
      tasks: () => import('../offering/ContentFields.tsx').then((m) => m.TasksField),
    },
  },
  writtenApart: { offering: ['form', 'approval', 'tasks'], request: ['answers'] },
  begunAt: { request: '/order' },
  listColumns: {
    service: ['code', 'name', 'state', 'owner', 'team', 'hours', 'affectsTrading'],
    offering: ['code', 'title', 'state', 'edition', 'service', 'owner', 'fulfilMinutes', 'publishedAt'],
    request: ['number', 'title', 'state', 'dueAt', 'service', 'createdBy', 'team', 'assignee', 'createdAt'],
    'request-task': ['number', 'title', 'state', 'request', 'team', 'assignee', 'endedAt'],
  },
  seldom: ['request-task'],
  tones: requestTones,
}
