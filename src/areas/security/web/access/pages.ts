import type { WebPart } from '../../../../web/plugin.ts'
import { titles } from '../titles.words.ts'

/** What access adds to the web: who can do what, how it is asked for, and the pages of systems, rights and grants. */
export const accessWeb: WebPart = {
  routes: [
    { path: '/access', title: titles.access, load: () => import('./AccessPage.tsx').then((m) => m.AccessPage) },
    {
      path: '/access/ask',
      title: titles.ask,
      hidden: true,
      load: () => import('./AskPage.tsx').then((m) => m.AskPage),
    },
  ],
  recordPages: {
    'access-grant': { above: () => import('./AboutGrant.tsx').then((m) => m.AboutGrant) },
    'access-system': {
      above: () => import('./AboutSystem.tsx').then((m) => m.AboutSystem),
      side: () => import('../review/SystemAccounts.tsx').then((m) => m.SystemAccounts),
      watches: ['access-grant'],
    },
    'access-right': { above: () => import('./AboutSystem.tsx').then((m) => m.AboutRight) },
    'duty-separation': { above: () => import('./AboutSeparation.tsx').then((m) => m.AboutSeparation) },
  },
  begunAt: { 'access-grant': '/access/ask' },
  listColumns: {
    'access-grant': [
      'number',
      'title',
      'state',
      'system',
      'kind',
      'startsAt',
      'endsAt',
      'extra',
      'approvedBy',
      'grantedAt',
    ],
    'access-system': [
      'number',
      'name',
      'state',
      'owner',
      'important',
      'accountsFrom',
      'reviewDays',
      'privilegedReviewDays',
    ],
    'access-right': ['number', 'name', 'state', 'system', 'code', 'privileged', 'posts'],
    'duty-separation': ['number', 'title', 'state', 'severity', 'first', 'second'],
  },
  seldom: ['access-right'],
  tones: {
    'access-grant': {
      state: {
        requested: 'start',
        approved: 'progress',
        granted: 'kept',
        revoking: 'late',
        rejected: 'broken',
      },
    },
    'access-system': { state: { 'in-use': 'kept' } },
    'access-right': { state: { offered: 'kept' } },
    'duty-separation': {
      state: { active: 'kept' },
      severity: { high: 'broken', medium: 'late', low: 'start' },
    },
  },
}
