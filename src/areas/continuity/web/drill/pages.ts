import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../parties.rules.ts'
import { titles } from '../titles.words.ts'
import { readyTones } from './tones.ts'

/** What plans and drills add to the web: their pages as they go, and the calendar of what must be rehearsed. */
export const readyWeb: WebPart = {
  routes: [
    {
      path: '/drill-calendar',
      title: titles.calendar,
      allow: staff,
      load: () => import('../calendar/DrillCalendar.tsx').then((m) => m.DrillCalendar),
    },
  ],
  recordPages: {
    drill: { above: () => import('./AboutDrill.tsx').then((m) => m.AboutDrill) },
    'emergency-plan': { above: () => import('./AboutPlan.tsx').then((m) => m.AboutPlan) },
  },
  listColumns: {
    'emergency-plan': ['number', 'title', 'state', 'level', 'staleBecause', 'owner', 'validUntil', 'drillDueOn'],
    drill: ['number', 'title', 'state', 'plan', 'kind', 'plannedStart', 'lead', 'outcome', 'restoreTook', 'score'],
    'drill-fault': ['number', 'title', 'state', 'kind', 'drill', 'minutes', 'injectedAt', 'endedAt'],
  },
  seldom: ['drill-fault'],
  tones: readyTones,
}
