import { role } from '../../../../record/rule.ts'
import type { WebPart } from '../../../../web/plugin.ts'
import { titles } from '../titles.words.ts'

/** The screens of the portal: its own page is in the menu, the others are reached from it. */
export const portalWeb: WebPart = {
  home: { path: '/portal', allow: role('business') },
  routes: [
    { path: '/portal', title: titles.portal, load: () => import('./PortalPage.tsx').then((m) => m.PortalPage) },
    {
      path: '/portal/report',
      title: titles.report,
      hidden: true,
      load: () => import('./ReportPage.tsx').then((m) => m.ReportPage),
    },
    {
      path: '/portal/matters',
      title: titles.mine,
      hidden: true,
      load: () => import('./MattersPage.tsx').then((m) => m.MattersPage),
    },
    {
      path: '/portal/matters/$key',
      title: titles.mine,
      hidden: true,
      load: () => import('./MatterPage.tsx').then((m) => m.MatterPage),
    },
    {
      path: '/portal/articles/$key',
      title: titles.answers,
      hidden: true,
      load: () => import('./AnswerPage.tsx').then((m) => m.AnswerPage),
    },
  ],
}
