import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const noiseWords = {
  title: titles.noise,
  weeks: ['按周', 'By week'],
  week: ['周一', 'Week of'],
  parts: ['来自何处', 'Where they came from'],
  probe: ['探测', 'Probe'],
  component: ['组件', 'Component'],
  source: ['事件来源', 'Event source'],
  none: ['其他', 'Others'],
  span: ['期间', 'Period'],
  by: ['区分', 'Told apart by'],
  alarms: ['告警', 'Alarms'],
  acknowledged: ['有人确认', 'Acknowledged'],
  brief: ['五分钟内自行恢复', 'Over by themselves in 5 min'],
  flapped: ['抖动', 'Flapped'],
  night: ['夜间(22–6 点)', 'At night (22–6)'],
  nothing: ['这段时间没有告警。', 'No alarms in this time.'],
} as const satisfies Record<string, Words>

/** `近 8 周`. */
export const weeksWords = (count: number): Words => [`近 ${count} 周`, `${count} weeks`]
