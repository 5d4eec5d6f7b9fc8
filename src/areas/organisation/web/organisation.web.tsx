import { TeamOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { titles } from './titles.words.ts'

/** What organisation adds to the web beside its records' own lists, forms and pages. */
export const organisationWeb: WebArea = {
  code: 'organisation',
  declared: () => import('../organisation.area.ts').then((m) => m.organisation),
  icon: <TeamOutlined />,
  routes: [
    {
      path: '/leavers',
      title: titles.leavers,
      allow: role('admin', 'manager', 'auditor'),
      load: () => import('./Leavers.tsx').then((m) => m.Leavers),
    },
    {
      path: '/leavers/$person',
      title: titles.holding,
      allow: role('admin', 'manager', 'auditor', 'engineer'),
      hidden: true,
      load: () => import('./LeaverPage.tsx').then((m) => m.LeaverPage),
    },
  ],
  recordPages: { person: { side: () => import('./BesidePerson.tsx').then((m) => m.BesidePerson) } },
}
