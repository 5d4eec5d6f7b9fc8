import { CheckSquareOutlined, SettingOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import { useWaitingCount } from '../../../web/approvals/approvals.ts'
import { approvalWords } from '../../../web/approvals/words.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { houseSetting } from '../house-setting/house-setting.record.ts'
import { titles } from './titles.words.ts'

/** What administration adds to the web beside its records' own lists, forms and pages. */
export const administrationWeb: WebArea = {
  code: 'administration',
  declared: () => import('../administration.area.ts').then((m) => m.administration),
  icon: <SettingOutlined />,
  drawers: [
    {
      code: 'approvals',
      title: approvalWords.title,
      icon: <CheckSquareOutlined />,
      tone: 'late',
      useCount: useWaitingCount,
      load: () => import('../../../web/approvals/ApprovalDrawer.tsx').then((m) => m.ApprovalDrawer),
    },
  ],
  recordPages: {
    view: { body: () => import('./ViewBody.tsx').then((m) => m.ViewBody) },
    'working-calendar': { body: () => import('./calendar/CalendarBody.tsx').then((m) => m.CalendarBody) },
    schedule: { above: () => import('./schedule/Occurrences.tsx').then((m) => m.Occurrences) },
  },
  listColumns: {
    'approval-rule': ['number', 'name', 'state', 'priority', 'inForceBy', 'inForceAt'],
    'working-calendar': ['number', 'name', 'code', 'state', 'kind', 'coversFrom', 'coversTo', 'source'],
    target: ['number', 'name', 'state', 'minutes', 'calendar', 'warnAt'],
    'house-setting': ['number', 'key', 'value', 'reason', 'updatedBy', 'updatedAt'],
    schedule: ['number', 'name', 'state', 'at', 'calendar', 'missed', 'startsOn', 'endsOn'],
  },
  tones: {
    'working-calendar': { state: { 'in-force': 'kept' } },
    target: { state: { 'in-force': 'kept' } },
    schedule: { state: { active: 'kept', paused: 'late' } },
  },
  routes: [
    {
      path: '/approvals',
      title: approvalWords.approvals,
      hidden: true,
      load: () => import('../../../web/approvals/ApprovalsPage.tsx').then((m) => m.ApprovalsPage),
    },
    {
      path: '/approvals/$id',
      title: approvalWords.approvals,
      hidden: true,
      load: () => import('../../../web/approvals/ApprovalPage.tsx').then((m) => m.ApprovalPage),
    },
    {
      path: '/house',
      title: titles.house,
      allow: role('admin', 'manager', 'auditor'),
      load: () => import('./HousePage.tsx').then((m) => m.HousePage),
    },
    {
      path: '/settings',
      title: titles.settings,
      allow: houseSetting.access.read,
      load: () => import('./settings/SettingsPage.tsx').then((m) => m.SettingsPage),
    },
    { path: '/why', title: titles.why, load: () => import('./WhyPage.tsx').then((m) => m.WhyPage) },
  ],
}
