import type { Words } from '../../../../record/words.ts'

export const readyWords = {
  faults: ['注入的故障', 'Faults'],
  addFault: ['添加故障', 'Add a fault'],
  noFaults: [
    '没有计划故障。提交审批之前写明让哪个组件怎样失灵、多久。',
    'None planned. Before asking for approval, say what is made to fail, how, and for how long.',
  ],
  endsAt: ['自行结束于', 'ends by itself at'],
  minutes: ['分钟', 'min'],
  actions: ['发现与改进措施', 'Findings and actions'],
  addAction: ['添加措施', 'Add an action'],
  noActions: [
    '还没有措施。目标未达到的演练,登记措施后才能关闭。',
    'None yet. A drill that missed an objective is closed only once it has one.',
  ],
  courseHint: ['由系统从各记录的流水自动汇集', 'Gathered by itself from the journals'],
  noCourse: [
    '开始之后,告警、决定和每一步都会出现在这里。',
    'Once it has begun, alarms, decisions and steps appear here.',
  ],
  relyNot: ['本预案已失效', 'This plan is stale'],
  drills: ['演练记录', 'Drills'],
  addDrill: ['计划演练', 'Plan a drill'],
  noDrills: ['还没有演练过。', 'Never rehearsed.'],
  due: ['应演练日', 'Due'],
} as const satisfies Record<string, Words>
