import { wordsFor } from '../../../record/record.ts'
import { alarmGrouping } from './alarm-grouping.record.ts'

export const alarmGroupingWords = wordsFor(alarmGrouping, {
  name: ['告警归组', 'Alarm grouping'],
  plural: ['告警归组', 'Alarm groupings'],
  empty: [
    '没有归组规则:每条告警各通知一次。新建一条,让同一组件、同一片组件或同一来源短时间内的告警合并通知。',
    'No groupings: each alarm is told by itself. Create one to have those of one component, part of the graph or source told together.',
  ],
  fields: {
    name: ['名称', 'Name'],
    priority: ['优先次序(小者先)', 'Priority (lowest first)'],
    by: ['归组方式', 'Grouped by'],
    component: ['组件', 'Component'],
    source: ['事件来源', 'Event source'],
    minutes: ['时长(分钟)', 'Within (minutes)'],
    firstAtOnce: ['首条立即通知', 'The first is told at once'],
  },
  states: { 'in-force': ['生效', 'In force'], stopped: ['停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: {
    by: {
      component: ['同一组件', 'One component'],
      subtree: ['一个组件及依赖它的组件', 'A component and what stands on it'],
      source: ['同一事件来源', 'One event source'],
    },
  },
})
