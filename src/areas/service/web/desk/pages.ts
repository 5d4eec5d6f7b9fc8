import type { WebPart } from '../../../../web/plugin.ts'
import { desk } from '../../desk.rules.ts'
import { titles } from '../titles.words.ts'

/** What the desk adds to the web: incidents, large ones with their reviews, and what all staff read of what is disturbed. */
export const deskWeb: WebPart = {
  routes: [
    { path: '/desk', title: titles.desk, allow: desk, load: () => import('./Desk.tsx').then((m) => m.Desk) },
    {
      path: '/status',
      title: titles.status,
      load: () => import('../status/StatusPage.tsx').then((m) => m.StatusPage),
    },
  ],
  chosenActs: { incident: () => import('../problem/ProblemOfChosen.tsx').then((m) => m.ProblemOfChosen) },
  forms: { incident: () => import('../incident/WhileTyping.tsx').then((m) => m.WhileTyping) },
  recordPages: {
    incident: {
      above: () => import('../incident/AboutIncident.tsx').then((m) => m.AboutIncident),
      side: () => import('../problem/KnownErrors.tsx').then((m) => m.KnownErrors),
    },
    'major-incident': { above: () => import('../major/AboutMajor.tsx').then((m) => m.AboutMajor) },
    review: { above: () => import('../major/ReviewActions.tsx').then((m) => m.ReviewActions) },
  },
  tones: {
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
  },
  seldom: [
    'priority-rule',
    'incident-template',
    'macro',
    'time-entry',
    'incident-update',
    'review',
    'action',
    'reporting-rule',
  ],
  listColumns: {
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
    review: ['number', 'title', 'state', 'major', 'incident', 'firstAgreedBy', 'secondAgreedBy', 'agreedAt'],
    action: ['number', 'title', 'state', 'owner', 'due', 'review', 'drill', 'verifiedBy'],
    'reporting-rule': [
      'number',
      'authority',
      'state',
      'gravity',
      'minutes',
      'what',
      'document',
      'article',
      'validFrom',
    ],
  },
}
