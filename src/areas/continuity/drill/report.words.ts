import type { Words } from '../../../record/words.ts'
import type { LineName } from './measure.rules.ts'

/** The words of a drill's report, on the screen and on paper alike. */
export const reportWords = {
  times: ['用时与目标', 'Times against objectives'],
  what: ['项目', 'What'],
  objective: ['目标(分钟)', 'Objective (min)'],
  took: ['实际(分钟)', 'Took (min)'],
  result: ['结果', 'Result'],
  met: ['达到', 'Met'],
  missed: ['未达到', 'Missed'],
  pending: ['尚未发生', 'Not yet'],
  never: ['未发生', 'Never'],
  course: ['经过', 'Course'],
  at: ['时间', 'Time'],
  who: ['谁', 'Who'],
  event: ['事件', 'Event'],
  faults: ['注入的故障', 'Faults'],
  scores: ['评分', 'Marks'],
  actions: ['改进措施', 'Actions'],
  action: ['措施', 'Action'],
  owner: ['负责人', 'Owner'],
  due: ['期限', 'Due'],
  none: ['没有改进措施。', 'No actions.'],
  system: ['系统', 'The system'],
} as const satisfies Record<string, Words>

export const lineWords: Readonly<Record<LineName, Words>> = {
  detect: ['发现', 'Noticed'],
  decide: ['决策', 'Decided'],
  restore: ['恢复(RTO)', 'Restored (RTO)'],
  loss: ['数据丢失(RPO)', 'Data lost (RPO)'],
}
