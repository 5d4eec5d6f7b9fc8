import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'
import { stocktakingTones } from './tones.ts'

/** What stocktakes add to the web: the page as it goes, counting on a phone, and the calendar. */
export const stocktakingWeb: WebPart = {
  routes: [
    {
      path: '/stocktake-calendar',
      title: titles.stocktakeCalendar,
      allow: staff,
      load: () => import('./CalendarPage.tsx').then((m) => m.CalendarPage),
    },
    {
      path: '/count/$number',
      title: titles.count,
      hidden: true,
      bare: true,
      load: () => import('../count/CountPage.tsx').then((m) => m.CountPage),
    },
  ],
  forms: { stocktake: () => import('./ScopeHint.tsx').then((m) => m.ScopeHint) },
  recordPages: { stocktake: { above: () => import('./AboutStocktake.tsx').then((m) => m.AboutStocktake) } },
  listColumns: {
    stocktake: ['number', 'title', 'state', 'mode', 'plannedOn', 'dueOn', 'leader', 'expected', 'approvedAt'],
    'stocktake-difference': [
      'number',
      'label',
      'kind',
      'state',
      'expectedPlace',
      'foundPlace',
      'proposal',
      'decision',
      'moved',
    ],
    'stocktake-count': ['number', 'tag', 'asset', 'place', 'counter', 'countedAt', 'device', 'follows', 'stocktake'],
  },
  seldom: ['stocktake-difference', 'stocktake-count'],
  tones: stocktakingTones,
}
