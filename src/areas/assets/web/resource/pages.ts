import type { WebPart } from '../../../../web/plugin.ts'
import { moneyReaders, staff } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'

/** What maintenance, disposal and the figures of resources add to the web. */
export const resourcesWeb: WebPart = {
  routes: [
    {
      path: '/upkeep',
      title: titles.upkeep,
      allow: staff,
      load: () => import('../maintenance/UpkeepPage.tsx').then((m) => m.UpkeepPage),
    },
    {
      path: '/resources',
      title: titles.resources,
      allow: moneyReaders,
      load: () => import('./ResourcesPage.tsx').then((m) => m.ResourcesPage),
    },
  ],
  recordPages: {
    disposal: { above: () => import('../disposal/AboutDisposal.tsx').then((m) => m.AboutDisposal) },
    'maintenance-plan': { above: () => import('../maintenance/AboutPlan.tsx').then((m) => m.AboutPlan) },
  },
  listColumns: {
    disposal: ['number', 'title', 'state', 'way', 'assets', 'bookValue', 'appraised', 'proceeds', 'carriedOutAt'],
    destruction: ['number', 'label', 'state', 'disposal', 'method', 'technique', 'operator', 'witness', 'performedAt'],
    'maintenance-order': [
      ...['number', 'title', 'state', 'kind', 'assets', 'dueOn', 'owner', 'supplier'],
      ...['responseMinutes', 'cost', 'outcome'],
    ],
    'maintenance-plan': ['number', 'name', 'state', 'kind', 'category', 'everyMonths', 'nextOn', 'owner', 'supplier'],
  },
  seldom: ['destruction', 'maintenance-plan'],
  tones: {
    disposal: {
      state: { valued: 'late', destroyed: 'progress', 'carried-out': 'kept', rejected: 'ended', withdrawn: 'ended' },
    },
    destruction: { state: { due: 'late', done: 'progress', witnessed: 'kept' } },
    'maintenance-order': {
      state: { due: 'late', 'in-progress': 'progress', done: 'kept', skipped: 'ended' },
      outcome: { working: 'kept', restricted: 'late', 'beyond-repair': 'broken' },
    },
    'maintenance-plan': { state: { active: 'kept', paused: 'late' } },
  },
}
