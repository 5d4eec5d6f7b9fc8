import { wordsFor } from '../../../record/record.ts'
import { alarm } from './alarm.record.ts'

export const alarmWords = wordsFor(alarm, {
  name: ['告警', 'Alarm'],
  plural: ['告警', 'Alarms'],
  empty: [
    '没有告警。探测发现中断或步骤逾期时,会自动出现在这里。',
    'There is no alarm. They come by themselves when a probe finds something down or a step is late.',
  ],
  fields: {
    title: ['内容', 'Title'],
    titleEn: ['英文内容', 'Title in English'],
    key: ['归并标识', 'Key'],
    severity: ['级别', 'Severity'],
    component: ['组件', 'Component'],
    probe: ['探测', 'Probe'],
    aboutRecord: ['相关记录类别', 'About (kind)'],
    aboutId: ['相关记录', 'About'],
    firstAt: ['首次发生', 'First at'],
    lastAt: ['最近发生', 'Last at'],
    events: ['事件数', 'Events'],
    recoveredAt: ['恢复于', 'Recovered at'],
    flapping: ['反复抖动', 'Flapping'],
    suppressedCount: ['已抑制告警数', 'Suppressed'],
    acknowledgedBy: ['确认人', 'Acknowledged by'],
    acknowledgedAt: ['确认时间', 'Acknowledged at'],
    resolvedAt: ['解除时间', 'Resolved at'],
    resolvedBy: ['解除人', 'Resolved by'],
    resolution: ['解除原因', 'Resolution'],
    incident: ['故障', 'Incident'],
    tradingDay: ['交易日', 'Trading day'],
  },
  states: {
    firing: ['告警中', 'Firing'],
    acknowledged: ['已确认', 'Acknowledged'],
    resolved: ['已解除', 'Resolved'],
  },
  verbs: {
    acknowledge: ['确认', 'Acknowledge'],
    resolve: ['解除', 'Resolve'],
    clear: ['自动解除', 'Clear'],
  },
  choices: {
    severity: {
      critical: ['严重', 'Critical'],
      warning: ['警告', 'Warning'],
    },
  },
})
