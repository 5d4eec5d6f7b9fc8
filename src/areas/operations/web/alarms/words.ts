import type { Words } from '../../../../record/words.ts'

export const alarmScreenWords = {
  calm: ['没有未解除的告警', 'No open alarms'],
  calmHint: [
    '探测发现中断或步骤逾期时,会自动出现在这里。',
    'They appear by themselves when a probe fails or a step is late.',
  ],
  take: ['确认', 'Acknowledge'],
  taken: ['确认', 'took it'],
  openIncident: ['转故障', 'Open incident'],
  joined: ['已并入该组件进行中的故障', 'Joined the incident that is open for its component'],
  affectsTrading: ['影响交易', 'Affects trading'],
  noTrading: ['不影响交易', 'Does not affect trading'],
  affects: ['影响', 'Affects'],
  affectsNothing: ['没有其他组件依赖它', 'Nothing else depends on it'],
  suppressedHint: ['这些探测的异常由本告警解释,未另行告警。', 'This alarm explains them, so none was raised for each.'],
  flapping: ['反复抖动', 'flapping'],
  recovered: ['已恢复,观察中', 'recovered, being watched'],
  lasted: ['持续', 'lasted'],
  lasting: ['已持续', 'for'],
  probeSays: ['探测', 'Probe'],
  about: ['相关', 'About'],
  course: ['经过', 'What happened'],
  first: ['首次发生', 'first seen'],
  recoveredAt: ['恢复', 'recovered'],
  acknowledged: ['已确认', 'acknowledged'],
  resolved: ['已解除', 'resolved'],
  byItself: ['自动', 'by itself'],
  earlierEvents: ['更早的事件见', 'Earlier events:'],
  allEvents: ['全部事件', 'all events'],
  unknownImpact: ['没有关联组件,影响范围未知', 'No component is named, so what it affects is unknown'],
} as const satisfies Record<string, Words>

/** `影响 12 个组件`: how far a failure reaches. */
export const reachWords = (count: number): Words => [
  `影响 ${count} 个组件`,
  `Affects ${count} ${count === 1 ? 'component' : 'components'}`,
]

/** `已抑制 4 条告警`: alarms that were not raised, since this one explains them. */
export const suppressedWords = (count: number): Words => [
  `已抑制 ${count} 条告警`,
  `${count} ${count === 1 ? 'alarm' : 'alarms'} suppressed`,
]
