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
    {
      path: '/config-compare',
      title: titles.compare,
      allow: staff,
      hidden: true,
      load: () => import('../config/ComparePage.tsx').then((m) => m.ComparePage),
    },
  ],
  forms: { change: () => import('./WhilePlanning.tsx').then((m) => m.WhilePlanning) },
  recordPages: {
    change: { above: () => import('./AboutChange.tsx').then((m) => m.AboutChange), watches: standsOn },
    'advisory-meeting': {
      above: () => import('../board/AboutMeeting.tsx').then((m) => m.AboutMeeting),
      watches: ['advisory-item'],
    },
    'upgrade-package': { above: () => import('../package/AboutPackage.tsx').then((m) => m.AboutPackage) },
    'config-checklist': { above: () => import('../config/AboutChecklist.tsx').then((m) => m.AboutChecklist) },
    'config-check': { above: () => import('../config/AboutCheck.tsx').then((m) => m.AboutCheck) },
    'vendor-bulletin': { above: () => import('../package/AboutBulletin.tsx').then((m) => m.AboutBulletin) },
  },
  fieldShows: { 'config-check': { found: () => import('../config/FoundShow.tsx').then((m) => m.FoundShow) } },
  listColumns: {
    change: ['number', 'title', 'state', 'kind', 'risk', 'plannedStart', 'components', 'owner', 'supplier'],
    'advisory-meeting': ['number', 'title', 'state', 'startsAt', 'place', 'chair', 'participants'],
    'advisory-item': ['number', 'title', 'state', 'meeting', 'because', 'advice', 'advisedAt'],
    'change-template': ['number', 'name', 'state', 'components', 'runbook', 'validUntil'],
    'upgrade-package': ['number', 'title', 'state', 'product', 'fits', 'toVersion', 'supplier'],
    'vendor-bulletin': ['number', 'title', 'state', 'severity', 'affected', 'decision', 'supplier', 'publishedAt'],
    'config-checklist': ['number', 'title', 'state', 'components', 'everyDays', 'edition', 'owner'],
    'config-check': ['number', 'title', 'state', 'why', 'drifted', 'unread', 'driftSince', 'checkedAt'],
  },
  seldom: ['bulletin-feed', 'config-check', 'advisory-item'],
  tones: changeTones,
}
