import type { Words } from '../../../../record/words.ts'
import type { Exception } from './report.ts'

export const reportWords = {
  title: ['执行报告', 'Run report'],
  print: ['打印', 'Print'],
  back: ['返回执行', 'Back to the run'],
  verifies: ['摘要核验一致:内容与签字时相同。', 'The digest holds: this is what was signed.'],
  differs: [
    '摘要不一致:内容与签字时不同,请核查操作日志。',
    'The digest does not hold: this is not what was signed. Look into the journal.',
  ],
  notSigned: ['尚未签字完成,内容仍会变化。', 'Not signed yet; this still changes.'],
  aborted: ['执行已中止,报告未签字。', 'The run was aborted; its report is not signed.'],
  digest: ['报告摘要(SHA-256)', 'Report digest (SHA-256)'],
  runbook: ['操作流程', 'Runbook'],
  approved: ['批准', 'approved'],
  started: ['开始', 'Started'],
  ended: ['结束', 'Ended'],
  state: ['状态', 'State'],
  exceptions: ['例外', 'Exceptions'],
  noExceptions: ['无:各步骤均按计划完成。', 'None: every step went as planned.'],
  steps: ['步骤', 'Steps'],
  step: ['步骤', 'Step'],
  done: ['经办', 'Made by'],
  checked: ['复核', 'Checked by'],
  evidence: ['证据', 'Evidence'],
  signatures: ['签字', 'Signatures'],
  by: ['人', 'By'],
  verb: ['签字事项', 'For'],
  at: ['时间', 'At'],
  signedDigest: ['签字摘要', 'Digest signed'],
  output: ['输出摘要', 'output digest'],
  askedBy: ['申请', 'asked by'],
  signedBy: ['签字', 'signed by'],
} as const satisfies Record<string, Words>

export const exceptionWords: Readonly<Record<Exception, Words>> = {
  waived: ['免除', 'Waived'],
  overridden: ['越序', 'Out of order'],
  repeated: ['重做', 'Tried again'],
  late: ['逾期', 'Late'],
  missed: ['错过', 'Missed'],
}

export const editionWords = (edition: number): Words => [`第 ${edition} 版`, `edition ${edition}`]
