import { AlertOutlined, DashboardOutlined } from '@ant-design/icons'
import { role } from '../../../record/rule.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { useOpenCount } from './alarms/open.ts'
import { TradingClock } from './clock/TradingClock.tsx'
import { workTones } from './run/tones.ts'
import { shiftTones } from './shift/tones.ts'
import { titles } from './titles.words.ts'
import { watchTones } from './tones.ts'

const dutyHolders = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** What operations adds to the web beside its records' own lists, forms and pages. */
export const operationsWeb: WebArea = {
  code: 'operations',
  icon: <DashboardOutlined />,
  header: TradingClock,
  home: { path: '/duty', allow: dutyHolders },
  routes: [
    { path: '/duty', title: titles.duty, load: () => import('./duty/Duty.tsx').then((m) => m.Duty) },
    {
      path: '/day-plan',
      title: titles.dayPlan,
      load: () => import('./plan/DayPlanPage.tsx').then((m) => m.DayPlanPage),
    },
    {
      path: '/runbooks/$key/compare',
      title: titles.compare,
      hidden: true,
      load: () => import('./runbook/ComparePage.tsx').then((m) => m.ComparePage),
    },
    { path: '/map', title: titles.map, load: () => import('./map/MapPage.tsx').then((m) => m.MapPage) },
    {
      path: '/runs/$key/report',
      title: titles.report,
      hidden: true,
      load: () => import('./run/ReportPage.tsx').then((m) => m.ReportPage),
    },
    {
      path: '/runbooks/$key/steps',
      title: titles.editSteps,
      hidden: true,
      load: () => import('./runbook/EditorPage.tsx').then((m) => m.EditorPage),
    },
    {
      path: '/alarm-noise',
      title: titles.noise,
      allow: dutyHolders,
      load: () => import('./noise/NoisePage.tsx').then((m) => m.NoisePage),
    },
    {
      path: '/patrol/$number',
      title: titles.patrol,
      hidden: true,
      bare: true,
      load: () => import('./patrol/PatrolPage.tsx').then((m) => m.PatrolPage),
    },
    {
      path: '/forecasts',
      title: titles.forecasts,
      load: () => import('./probe/ForecastsPage.tsx').then((m) => m.ForecastsPage),
    },
    {
      path: '/wall',
      title: titles.wall,
      hidden: true,
      open: true,
      load: () => import('./wall/WallPage.tsx').then((m) => m.WallPage),
    },
    { path: '/log', title: titles.log, load: () => import('./log/LogOfDay.tsx').then((m) => m.LogOfDay) },
  ],
  drawers: [
    {
      code: 'alarms',
      title: titles.alarms,
      icon: <AlertOutlined />,
      tone: 'broken',
      useCount: useOpenCount,
      load: () => import('./alarms/AlarmDrawer.tsx').then((m) => m.AlarmDrawer),
    },
  ],
  recordPages: {
    alarm: { above: () => import('./alarms/AboutAlarm.tsx').then((m) => m.AboutAlarm) },
    'maintenance-window': { above: () => import('./maintenance/AboutWindow.tsx').then((m) => m.AboutWindow) },
    run: { whole: () => import('./run/RunPage.tsx').then((m) => m.RunPage) },
    runbook: { body: () => import('./runbook/RunbookBody.tsx').then((m) => m.RunbookBody) },
    component: { above: () => import('./map/AboutComponent.tsx').then((m) => m.AboutComponent) },
    'periodic-duty': { above: () => import('./periodic/AboutDuty.tsx').then((m) => m.AboutDuty) },
    'duty-task': { above: () => import('./patrol/AboutTask.tsx').then((m) => m.AboutTask) },
    'patrol-route': { above: () => import('./patrol/AboutRoute.tsx').then((m) => m.AboutRoute) },
    checkpoint: { above: () => import('./patrol/AboutCheckpoint.tsx').then((m) => m.AboutCheckpoint) },
    probe: { above: () => import('./probe/AboutProbe.tsx').then((m) => m.AboutProbe) },
    'probe-agent': {
      above: () => import('./agent/AboutAgent.tsx').then((m) => m.AboutAgent),
      side: () => import('./agent/AgentSetUp.tsx').then((m) => m.AgentSetUp),
    },
    roster: { above: () => import('./roster/AboutRoster.tsx').then((m) => m.AboutRoster) },
    'duty-swap': { above: () => import('./roster/AboutSwap.tsx').then((m) => m.AboutSwap) },
    shift: { above: () => import('./shift/AboutShift.tsx').then((m) => m.AboutShift) },
    'duty-feed': { side: () => import('./shift/FeedAddress.tsx').then((m) => m.FeedAddress) },
    'wall-screen': { side: () => import('./wall/WallAddress.tsx').then((m) => m.WallAddress) },
    'event-source': {
      above: () => import('./source/AboutSource.tsx').then((m) => m.AboutSource),
      side: () => import('./source/SourceSetUp.tsx').then((m) => m.SourceSetUp),
    },
    'trading-calendar': { body: () => import('./calendar/CalendarBody.tsx').then((m) => m.CalendarBody) },
  },
  forms: { 'event-source': () => import('./source/HowItSpeaks.tsx').then((m) => m.HowItSpeaks) },
  seldom: [
    'run-step',
    'event',
    'event-source',
    'probe-agent',
    'trading-calendar',
    'silence',
    'escalation-policy',
    'alarm-grouping',
    'duty',
    'duty-position',
    'shift-pattern',
    'duty-feed',
    'wall-screen',
    'duty-task',
    'checkpoint',
    'patrol-visit',
  ],
  listColumns: {
    shift: ['title', 'state', 'person', 'dutyDay', 'startsAt', 'endsAt', 'beganAt', 'overAt', 'relievedBy', 'lateAt'],
    roster: ['number', 'title', 'state', 'startsOn', 'endsOn', 'findings', 'publishedBy', 'publishedAt'],
    duty: ['number', 'title', 'state', 'person', 'position', 'startsAt', 'endsAt', 'dutyDay', 'roster'],
    leave: ['number', 'title', 'state', 'person', 'kind', 'startsAt', 'endsAt', 'decidedBy'],
    'duty-swap': ['number', 'title', 'state', 'person', 'to', 'inReturn', 'createdAt', 'decidedBy'],
    'duty-position': ['code', 'name', 'state', 'part', 'posts', 'people', 'sessions', 'minutesBefore', 'minutesAfter'],
    'shift-pattern': ['code', 'name', 'state', 'mark', 'startsAt', 'endsAt', 'days', 'positions'],
    run: ['number', 'title', 'state', 'kind', 'dry', 'tradingDay', 'createdAt', 'finishedAt'],
    runbook: ['code', 'title', 'state', 'edition', 'kind', 'schedule', 'mirrors', 'approvedAt'],
    'run-step': ['number', 'run', 'position', 'title', 'state', 'mode', 'maker', 'checker', 'deadlineAt'],
    component: ['code', 'name', 'health', 'state', 'kind', 'environment', 'criticality', 'installedVersion'],
    alarm: ['number', 'title', 'state', 'severity', 'component', 'probe', 'events', 'incident', 'createdAt'],
    'maintenance-window': ['number', 'title', 'state', 'components', 'startsAt', 'endsAt', 'owner'],
    silence: ['number', 'title', 'state', 'component', 'source', 'level', 'owner', 'until'],
    'escalation-policy': ['priority', 'name', 'state', 'criticality', 'component', 'source', 'level'],
    'alarm-grouping': ['priority', 'name', 'state', 'by', 'component', 'source', 'minutes'],
    'log-entry': ['number', 'text', 'kind', 'severity', 'component', 'subjectNumber', 'tradingDay', 'createdAt'],
    probe: ['number', 'name', 'component', 'state', 'kind', 'intervalSeconds', 'agent'],
    'probe-agent': ['number', 'name', 'state', 'presence', 'presenceSince', 'location'],
    'periodic-duty': ['number', 'name', 'state', 'post', 'at', 'signed', 'calendar', 'endsOn'],
    'patrol-route': ['number', 'name', 'state', 'place', 'createdAt'],
    checkpoint: ['position', 'name', 'state', 'route', 'place', 'component', 'photo'],
    'patrol-visit': ['number', 'title', 'task', 'visitedAt', 'visitor', 'how', 'isOut'],
    'duty-task': ['number', 'title', 'state', 'dueOn', 'dueBy', 'post', 'doneBy', 'doneAt', 'late'],
    event: ['number', 'title', 'component', 'probe', 'source', 'from', 'to', 'alarm', 'at'],
    'event-source': ['number', 'name', 'state', 'kind', 'componentFrom', 'component', 'secretSet'],
    'trading-calendar': ['number', 'name', 'state', 'coversFrom', 'coversTo', 'source'],
  },
  tones: { ...watchTones, ...workTones, ...shiftTones },
}
