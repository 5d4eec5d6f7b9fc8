import { ReadOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { offenderReaders } from '../readers.rules.ts'
import { titles } from './titles.words.ts'

/** What the rulebook adds to the web beside its records' own lists, forms and pages. */
export const rulebookWeb: WebArea = {
  code: 'rulebook',
  icon: <ReadOutlined />,
  routes: [
    {
      path: '/rulebook',
      title: titles.rulebook,
      load: () => import('./RulebookPage.tsx').then((m) => m.RulebookPage),
    },
    {
      path: '/controls/$key',
      title: titles.control,
      hidden: true,
      allow: offenderReaders,
      load: () => import('./ControlPage.tsx').then((m) => m.ControlPage),
    },
    {
      path: '/policies/$key/compare',
      title: titles.comparison,
      hidden: true,
      load: () => import('./ComparePage.tsx').then((m) => m.ComparePage),
    },
  ],
  recordPages: { policy: { body: () => import('./PolicyBody.tsx').then((m) => m.PolicyBody) } },
  listColumns: {
    policy: ['number', 'title', 'state', 'area', 'edition', 'owner', 'effectiveOn', 'reviewOn'],
    'control-setting': ['number', 'control', 'state', 'reason', 'effectiveOn', 'createdBy', 'approvedBy'],
    'control-exception': ['number', 'title', 'state', 'control', 'owner', 'startsAt', 'endsAt'],
  },
  seldom: ['control-setting'],
  tones: {
    policy: { state: { approved: 'progress', effective: 'kept', superseded: 'ended', withdrawn: 'ended' } },
    'control-setting': { state: { approved: 'progress', 'in-force': 'kept', superseded: 'ended', refused: 'ended' } },
    'control-exception': { state: { granted: 'late', refused: 'ended', lifted: 'ended', ended: 'ended' } },
  },
}
