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
  runbook: ['处置流程', 'Runbook'],
  escalation: ['升级', 'Escalation'],
  hasTold: ['已告知', 'told'],
  toldNobody: ['无人,跳过', 'was empty, skipped'],
  willTell: ['将告知', 'will tell'],
  nobodyYet: ['(此刻无人,届时跳过)', '(nobody now: it would be skipped)'],
  similar: ['以往类似告警', 'Similar alarms before'],
  noSimilar: ['以往没有类似告警。', 'Nothing like it before.'],
  when: ['时间', 'When'],
  what: ['告警', 'Alarm'],
  ended: ['如何解除', 'How it ended'],
  incident: ['故障', 'Incident'],
  likeKey: ['同一探测或事件', 'the same again'],
  likeComponent: ['同一组件', 'the same component'],
  likeUpstream: ['同一上游', 'the same upstream'],
  silence: ['静默', 'Silence'],
  silenced: ['静默中', 'Silenced'],
  silenceTitle: ['静默这条告警', 'Silence this alarm'],
  silenceHint: [
    '期间照常显示,但不通知任何人;到时仍在告警的,会再通知。',
    'It stays on the screens and tells nobody; if it still fires afterwards, people are told then.',
  ],
  silenceFor: ['时长', 'For'],
  silenceReason: ['原因', 'Reason'],
  maintained: ['维护窗口结束时仍未恢复', 'outlived its maintenance window'],
} as const satisfies Record<string, Words>

/** For how long one alarm may be silenced at a click. */
export const silenceSpans = [
  { minutes: 30, words: ['30 分钟', '30 min'] },
  { minutes: 120, words: ['2 小时', '2 hours'] },
  { minutes: 480, words: ['8 小时', '8 hours'] },
  { minutes: 1_440, words: ['1 天', '1 day'] },
] as const satisfies readonly { minutes: number; words: Words }[]

/** `第 2 级`: a step of an escalation. */
export const stepWords = (position: number): Words => [`第 ${position + 1} 级`, `Step ${position + 1}`]

/** `同组另有 11 条`: alarms that were told along with one. */
export const groupWords = (count: number): Words => [
  `同组另有 ${count} 条`,
  `${count} ${count === 1 ? 'other' : 'others'} in its group`,
]

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
