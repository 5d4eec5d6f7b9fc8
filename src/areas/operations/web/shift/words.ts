import type { Words } from '../../../../record/words.ts'

export const shiftScreenWords = {
  sheet: ['交接单', 'Handover sheet'],
  compile: ['编制交接单', 'Compile the sheet'],
  compileAgain: ['重新编制', 'Compile again'],
  notYet: [
    '还没有交接单。交班前编制,核对后签字。',
    'No sheet yet. Compile it before you hand over, look it through, and sign.',
  ],
  compiledAt: ['编制于', 'Compiled at'],
  alarms: ['未解除告警', 'Open alarms'],
  incidents: ['未解决故障', 'Open incidents'],
  runs: ['进行中的流程', 'Runs under way'],
  steps: ['逾期或有问题的步骤', 'Steps late or in trouble'],
  due: ['接下来要做', 'Due next'],
  log: ['本班记录', 'Notes of the shift'],
  none: ['无', 'None'],
  notes: ['交接注意事项', 'Notes for the next'],
  noNotes: ['尚未填写', 'None written yet'],
  from: ['上一班', 'The shift before'],
  onDuty: ['在班', 'On duty'],
  planned: ['应到,未签字', 'planned, not signed'],
  until: ['至', 'until'],
  overdue: ['已过下班时间', 'past the end of the shift'],
  nobody: ['无人在班', 'Nobody on duty'],
  next: ['下一班', 'Next'],
  handing: ['已交班签字,待接班签字', 'has signed out; the next has to sign'],
  late: ['逾时', 'late'],
  handover: ['交接', 'Handover'],
  waits: ['待接班签字', 'to be signed for'],
  noPositions: ['没有值班位置', 'No duty positions'],
  noPositionsHint: [
    '设好值班位置并发布值班表后,这里显示谁在班。',
    'Set up positions and publish a roster: who is on duty stands here.',
  ],
  toPositions: ['值班位置', 'Duty positions'],
  ahead: ['今后五个交易日', 'The next five trading days'],
  aheadWhole: ['不缺人', 'nobody is missing'],
  rosters: ['值班表', 'Rosters'],
  feed: ['订阅地址', 'Address of the feed'],
  makeAddress: ['生成地址', 'Make an address'],
  renewAddress: ['更换地址', 'Change the address'],
  renewHint: [
    '旧地址立即失效,已订阅的日历不再更新。',
    'The old address leads nowhere at once; calendars that use it are no longer brought up to date.',
  ],
  addressOnce: [
    '地址只显示这一次。知道地址的人都能看到值班。',
    'The address is shown this once. Whoever knows it sees the duties.',
  ],
  howTo: [
    'Outlook:添加日历 → 从 Internet 订阅。Apple 日历:文件 → 新建日历订阅。',
    'Outlook: Add calendar → Subscribe from web. Apple Calendar: File → New Calendar Subscription.',
  ],
} as const satisfies Record<string, Words>

export const holesAheadWords = (count: number): Words => [`${count} 处空岗或冲突`, `${count} holes or clashes`]
