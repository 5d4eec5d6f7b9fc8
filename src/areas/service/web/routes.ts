import type { WebArea } from '../../../web/plugin.ts'
import { desk } from '../desk.rules.ts'
import { deskWords } from './desk/words.ts'
import { statusWords } from './status/words.ts'

/** The desk, and what all staff read of what is disturbed. */
export const deskRoutes: NonNullable<WebArea['routes']> = [
  { path: '/desk', title: deskWords.title, allow: desk, load: () => import('./desk/Desk.tsx').then((m) => m.Desk) },
  {
    path: '/status',
    title: statusWords.title,
    load: () => import('./status/StatusPage.tsx').then((m) => m.StatusPage),
  },
]

export const deskPages: NonNullable<WebArea['recordPages']> = {
  'major-incident': { above: () => import('./major/AboutMajor.tsx').then((m) => m.AboutMajor) },
  review: { above: () => import('./major/ReviewActions.tsx').then((m) => m.ReviewActions) },
}

export const deskTones: NonNullable<WebArea['tones']> = {
  'major-incident': {
    state: { declared: 'broken', mitigated: 'late', ended: 'progress', reviewed: 'kept' },
    gravity: { larger: 'late', major: 'broken', severe: 'broken' },
  },
  review: { state: { 'in-review': 'progress', seconded: 'progress', agreed: 'kept' } },
  action: { state: { open: 'start', done: 'progress', verified: 'kept' } },
  'reporting-rule': { state: { unverified: 'late', verified: 'kept' } },
  'priority-rule': { state: { 'in-force': 'kept' }, priority: { p1: 'broken', p2: 'late' } },
  macro: { state: { 'in-use': 'kept' } },
  'incident-template': { state: { 'in-use': 'kept' } },
}

export const deskColumns: NonNullable<WebArea['listColumns']> = {
  incident: [
    'number',
    'title',
    'state',
    'priority',
    'dueAt',
    'service',
    'component',
    'assignee',
    'affectsTrading',
    'createdAt',
  ],
  'priority-rule': ['number', 'impact', 'urgency', 'priority', 'state', 'reason', 'createdBy', 'createdAt'],
  'incident-template': ['number', 'name', 'title', 'state', 'impact', 'urgency', 'component'],
  macro: ['number', 'name', 'state', 'verb', 'reply', 'isPrivate', 'assignToMe', 'team'],
  'time-entry': ['number', 'incident', 'person', 'minutes', 'note', 'tradingDay', 'state', 'createdAt'],
  'major-incident': ['number', 'title', 'state', 'gravity', 'commander', 'startedAt', 'nextUpdateAt', 'endedAt'],
  'incident-update': ['number', 'major', 'text', 'audience', 'createdBy', 'createdAt'],
  review: ['number', 'title', 'state', 'major', 'firstAgreedBy', 'secondAgreedBy', 'agreedAt'],
  action: ['number', 'title', 'state', 'owner', 'due', 'review', 'verifiedBy'],
  'reporting-rule': ['number', 'authority', 'state', 'gravity', 'minutes', 'what', 'document', 'article', 'validFrom'],
}
