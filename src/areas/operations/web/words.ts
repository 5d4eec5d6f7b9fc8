import type { Words } from '../../../record/words.ts'

/** Titles of the screens that no record's declaration gives. */
export const screenWords = {
  duty: ['值班台', 'Duty console'],
  alarms: ['未解除的告警', 'Open alarms'],
  log: ['运行日志', 'Operations log'],
  map: ['组件图', 'Component map'],
  report: ['执行报告', 'Run report'],
  editSteps: ['编辑步骤', 'Edit steps'],
} as const satisfies Record<string, Words>
