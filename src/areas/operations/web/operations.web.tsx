import { AlertOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { useOpenCount } from './alarms/open.ts'
import { TradingClock } from './clock/TradingClock.tsx'
import { watchTones } from './tones.ts'
import { screenWords } from './words.ts'

const dutyHolders = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** What operations adds to the web beside its records' own lists, forms and pages. */
export const operationsWeb: WebArea = {
  code: 'operations',
  header: TradingClock,
  home: { path: '/duty', allow: dutyHolders },
  routes: [
    { path: '/duty', title: screenWords.duty, load: () => import('./duty/Duty.tsx').then((m) => m.Duty) },
    { path: '/log', title: screenWords.logByDay, load: () => import('./log/LogOfDay.tsx').then((m) => m.LogOfDay) },
  ],
  drawers: [
    {
      code: 'alarms',
      title: screenWords.alarms,
      icon: <AlertOutlined />,
      tone: 'broken',
      useCount: useOpenCount,
      load: () => import('./alarms/AlarmDrawer.tsx').then((m) => m.AlarmDrawer),
    },
  ],
  recordPages: {
    alarm: { above: () => import('./alarms/AboutAlarm.tsx').then((m) => m.AboutAlarm) },
  },
  tones: { ...watchTones },
}
