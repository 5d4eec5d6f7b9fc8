import type { Words } from '../../../../record/words.ts'

export const startWords = {
  start: ['开始执行', 'Start the run'],
  back: ['返回流程', 'Back to the runbook'],
  optional: ['选填', 'optional'],
  fixed: ['开始后不可更改,并写入签字报告。', 'Fixed once the run has begun, and part of its signed report.'],
} as const satisfies Record<string, Words>

export const runScreenWords = {
  steps: ['步骤', 'Steps'],
  allSteps: ['全部步骤', 'All steps'],
  settled: ['已了结', 'settled'],
  report: ['报告', 'Report'],
  toCheck: ['待复核', 'To be checked'],
  instructions: ['怎么做', 'What to do'],
  expected: ['应有结果', 'What is expected'],
  evidence: ['证据', 'Evidence'],
  noEvidence: ['还没有证据。', 'No evidence yet.'],
  blocked: ['现在还不能开始', 'It cannot start yet'],
  maker: ['经办', 'Maker'],
  checker: ['复核', 'Checker'],
  noChecker: ['无需复核', 'no check wanted'],
  earliest: ['最早', 'earliest'],
  deadline: ['最晚', 'by'],
  late: ['逾期', 'late'],
  missed: ['错过', 'missed'],
  running: ['已进行', 'running for'],
  waits: ['前置步骤', 'Waits for'],
  note: ['说明', 'Note'],
  noteWanted: ['此步骤要求填写说明', 'This step wants a note'],
  noteHint: ['写下您所做和所见', 'What you did and saw'],
  addNote: ['添加说明', 'Add a note'],
  probeSays: ['探测', 'Probe'],
  agrees: ['符合预期', 'as expected'],
  disagrees: ['与预期不符', 'not as expected'],
  askNow: ['立即探测', 'Ask now'],
  notAskedYet: ['尚未探测', 'not asked yet'],
  exitCode: ['退出码', 'exit code'],
  noOutput: ['(尚无输出)', '(no output yet)'],
  failure: ['失败原因', 'What went wrong'],
  waiver: ['免除', 'Waiver'],
  override: ['越序', 'Override'],
  askedBy: ['申请', 'asked by'],
  signedBy: ['签字', 'signed by'],
  sentBackBy: ['退回', 'sent back by'],
  nothingToDo: ['此步骤已了结。', 'This step is settled.'],
  runEnded: ['执行已结束。', 'The run has ended.'],
  moreVerbs: ['其他办理', 'Other verbs'],
  keys: ['↑↓ 选步骤,Enter 办理', '↑↓ choose a step, Enter acts'],
  startedAt: ['开始', 'Started'],
  doneAt: ['完成', 'Done'],
  checkedAt: ['复核', 'Checked'],
  openRecord: ['步骤记录', 'Step record'],
} as const satisfies Record<string, Words>

/** How a command ended, or how far it is. */
export const attemptWords: Readonly<Record<string, Words>> = {
  queued: ['排队中', 'Queued'],
  launched: ['运行中', 'Running'],
  ok: ['成功', 'Succeeded'],
  failed: ['失败', 'Failed'],
  'timed-out': ['超时,已终止', 'Timed out and ended'],
  refused: ['未执行', 'Not run'],
  unknown: ['结果不明', 'Outcome unknown'],
}

/** `晚 3 分钟`, `3 min late`; whole minutes, a begun one counted. */
export const lateBy = (ms: number): Words => {
  const minutes = Math.max(1, Math.ceil(ms / 60_000))
  return minutes < 120
    ? [`晚 ${minutes} 分钟`, `${minutes} min late`]
    : [`晚 ${Math.floor(minutes / 60)} 小时`, `${Math.floor(minutes / 60)} h late`]
}

export const hostsDoneWords = (done: number, all: number): Words => [
  `${all} 个组件中 ${done} 个已完成`,
  `${done} of ${all} components done`,
]
export const hostsLeftWords = (left: number): Words => [
  `重试只做其余 ${left} 个`,
  `Another try does the other ${left} only`,
]
