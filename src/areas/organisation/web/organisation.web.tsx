import { TeamOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { leaverWords } from './words.ts'

/** What organisation adds to the web beside its records' own lists, forms and pages. */
export const organisationWeb: WebArea = {
  code: 'organisation',
  icon: <TeamOutlined />,
  routes: [
    {
      path: '/leavers',
      title: leaverWords.title,
      allow: role('admin', 'manager', 'auditor'),
      load: () => import('./Leavers.tsx').then((m) => m.Leavers),
    },
  ],
  recordPages: { person: { side: () => import('./SignIns.tsx').then((m) => m.SignIns) } },
}
