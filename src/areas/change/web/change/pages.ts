import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../parties.rules.ts'
import { titles } from '../titles.words.ts'
import { standsOn } from './stands-on.ts'
import { changeTones } from './tones.ts'

/** What changes add to the web: their page as they go, what they meet while they are planned, the calendar and the report. */
export const changingWeb: WebPart = {
  routes: [
    {
      path: '/change-calendar',
      title: titles.calendar,
      allow: staff,
      load: () => import('../calendar/CalendarPage.tsx').then((m) => m.CalendarPage),
    },
    {
      path: '/change-report',
      title: titles.report,
      allow: staff,
      load: () => import('../report/ReportPage.tsx').then((m) => m.ReportPage),
    },
  ],
  forms: { change: () => import('./WhilePlanning.tsx').then((m) => m.WhilePlanning) },
  recordPages: {
    change: { above: () => import('./AboutChange.tsx').then((m) => m.AboutChange), watches: standsOn },
    'upgrade-package': { above: () => import('../package/AboutPackage.tsx').then((m) => m.AboutPackage) },
    'vendor-bulletin': { above: () => import('../package/AboutBulletin.tsx').then((m) => m.AboutBulletin) },
  },
  listColumns: {
    change: ['number', 'title', 'state', 'kind', 'risk', 'plannedStart', 'components', 'owner', 'supplier'],
    'change-template': ['number', 'name', 'state', 'components', 'runbook', 'validUntil'],
    'upgrade-package': ['number', 'title', 'state', 'product', 'fits', 'toVersion', 'supplier'],
    'vendor-bulletin': ['number', 'title', 'state', 'severity', 'affected', 'decision', 'supplier', 'publishedAt'],
  },
  seldom: ['bulletin-feed'],
  tones: changeTones,
}
