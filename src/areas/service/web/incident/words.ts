import type { Words } from '../../../../record/words.ts'

export const incidentScreenWords = {
  standing: ['受影响', 'Affected'],
  noService: ['没有服务登记在这个组件上', 'No service is registered on this component'],
  trading: ['按组件地图影响交易', 'By the map it affects trading'],
  noTrading: ['按组件地图不影响交易', 'By the map it does not affect trading'],
  parts: ['下级故障', 'Parts'],
  resolveParts: ['用相同的话一并解决', 'Resolve them in the same words'],
  twins: ['合并进来的', 'Merged into it'],
  similar: ['类似的故障与知识', 'Like it, and what may help'],
  time: ['工时', 'Time spent'],
  minutes: ['分钟', 'minutes'],
  note: ['说明(可不填)', 'Note (optional)'],
  addTime: ['登记', 'Note'],
  split: ['拆分', 'Split'],
  splitTitle: ['拆出一条新的故障', 'Make a part an incident of its own'],
  splitHint: [
    '组件、服务、报告人照抄,两条互相关联。',
    'Component, service and reporter are taken over; both are linked.',
  ],
  whatPart: ['新故障的标题', 'Its title'],
  declare: ['宣布重大故障', 'Declare a major incident'],
  declareHint: [
    '受影响的服务和部门按组件地图带入,宣布后可改。您将是总指挥。',
    'Services and departments come from the map and can be changed. You will be its commander.',
  ],
  plain: ['对全体员工怎么说', 'In plain words, for all staff'],
  plainEn: ['英文(可不填)', 'In English (optional)'],
  gravity: ['事件等级', 'Gravity'],
  interval: ['每隔几分钟通报', 'Minutes between updates'],
  security: ['安全事件', 'Security incident'],
  isSecurity: ['已宣布为安全事件,仅知情人可查阅。', 'It is a security incident, seen by those who need to know.'],
  declareSecurity: ['宣布为安全事件', 'Declare a security incident'],
  noSecurity: ['没有宣布为安全事件。', 'It was not declared one.'],
  isMajor: ['重大故障', 'Major incident'],
  willBe: ['优先级将为', 'Its priority will be'],
  checkedTrading: [
    '组件影响交易,已勾选「可能影响交易」。',
    'The component affects trading, so “May affect trading” was checked.',
  ],
  template: ['按模板填写', 'Fill in from a template'],
  resolvedBy: ['解决办法', 'Resolved by'],
} as const satisfies Record<string, Words>

/** `另有 3 个组件` */
export const moreComponents = (n: number): Words => [`另有 ${n} 个组件依赖它`, `${n} more components stand on it`]

/** `45 分钟`, `1 小时 30 分`. */
export const spentWords = (minutes: number): Words => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return [`${rest} 分钟`, `${rest} min`]
  return rest === 0 ? [`${hours} 小时`, `${hours} h`] : [`${hours} 小时 ${rest} 分`, `${hours} h ${rest} min`]
}
