import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  noise: ['告警噪声', 'Alarm noise'],
  patrol: ['巡检', 'Patrol'],
  dayPlan: ['当日计划', 'Plan of the day'],
  compare: ['版次比较', 'Compare editions'],
  alarms: ['未解除的告警', 'Open alarms'],
  duty: ['值班台', 'Duty console'],
  editSteps: ['编辑步骤', 'Edit steps'],
  log: ['运行日志', 'Operations log'],
  reviews: ['日志复核', 'Log reviews'],
  map: ['组件图', 'Component map'],
  startRun: ['开始执行', 'Start a run'],
  report: ['执行报告', 'Run report'],
  forecasts: ['容量预测', 'Capacity forecast'],
  wall: ['大屏', 'Wall'],
} satisfies Record<string, Words>
