import type { WebPart } from '../../../../web/plugin.ts'
import { reviewTones } from './tones.ts'
import { reviewTitles } from './words.ts'

const codes = () => import('./CodesShow.tsx')

/** What accounts and their reviews add to the web. */
export const reviewWeb: WebPart = {
  routes: [
    {
      path: '/access-review-work',
      title: reviewTitles.work,
      load: () => import('./ReviewWorkPage.tsx').then((m) => m.ReviewWorkPage),
    },
  ],
  recordPages: {
    'access-review': {
      above: () => import('./AboutReview.tsx').then((m) => m.AboutReview),
      watches: ['access-review-item'],
    },
  },
  fieldShows: {
    'system-account': {
      rights: () => codes().then((m) => m.RightsShow),
      beyond: () => codes().then((m) => m.BeyondShow),
    },
    'access-review-item': {
      rights: () => codes().then((m) => m.FrozenShow),
      take: () => codes().then((m) => m.TakeShow),
    },
  },
  listColumns: {
    'account-list': ['number', 'title', 'takenAt', 'complete', 'source', 'accounts', 'came', 'changed', 'went'],
    'system-account': [
      ...['login', 'name', 'state', 'system', 'person', 'standing', 'beyond'],
      ...['privileged', 'shared', 'secondFactor', 'lastUsedAt'],
    ],
    'access-review': ['number', 'title', 'state', 'kind', 'system', 'scope', 'owner', 'dueOn', 'closedAt'],
    'access-review-item': [
      'number',
      'title',
      'state',
      'review',
      'person',
      'standing',
      'reviewer',
      'decidedAt',
      'doneAt',
    ],
  },
  seldom: ['account-list', 'access-review-item'],
  tones: reviewTones,
}
