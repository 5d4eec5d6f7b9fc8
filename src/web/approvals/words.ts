import type { Words } from '../../record/words.ts'
import type { ApprovalState, Standing } from './approvals.ts'

export const approvalWords = {
  title: ['待我审批', 'Waiting for me'],
  approvals: ['审批', 'Approvals'],
  waiting: ['待我审批', 'Waiting for me'],
  requested: ['我的申请', 'My requests'],
  done: ['我已审批', 'Decided by me'],
  all: ['全部审批', 'All approvals'],
  calm: ['没有待您审批的事项', 'Nothing waits for you'],
  calmHint: ['有新的申请会立即出现在这里。', 'A new request shows here at once.'],
  noneRequested: ['您没有提交过审批', 'You have asked for nothing'],
  noneRequestedHint: [
    '办理需要审批的动作时,申请会出现在这里。',
    'When a verb you do wants approval, your request shows here.',
  ],
  noneDone: ['您还没有审批过', 'You have decided nothing yet'],
  agree: ['同意', 'Agree'],
  refuse: ['否决', 'Refuse'],
  reason: ['理由', 'Reason'],
  note: ['意见', 'Note'],
  verb: ['动作', 'Verb'],
  signHint: [
    '同意即签字:您签的正是上面显示的内容。请再次证明是您本人。',
    'To agree is to sign exactly what is shown here. Prove once more that it is you.',
  ],
  reasonHint: ['申请人会看到。', 'Whoever asked will read it.'],
  withdraw: ['撤回申请', 'Withdraw'],
  agreed: ['已同意', 'Agreed'],
  refused: ['已否决', 'Refused'],
  carriedOut: ['已通过并办理', 'Approved and done'],
  failed: ['已通过,但未能办成', 'Approved, but could not be done'],
  asked: ['已提交审批,通过后自动办理', 'Sent for approval; done by itself once approved'],
  onBehalf: ['代', 'for'],
  byMail: ['经邮件', 'by mail'],
  deputy: ['代理', 'deputy'],
  escalated: ['超时升级', 'escalated'],
  escalatesAt: ['超时升级于', 'Escalated at'],
  step: ['步骤', 'Steps'],
  wouldAsk: ['届时请', 'will ask'],
  given: ['办理时填写', 'Given along'],
  shown: ['申请时的内容', 'As it stood'],
  rule: ['依据规则', 'By the rule'],
  askedAt: ['申请于', 'Asked'],
} as const satisfies Record<string, Words>

export const stateWords: Readonly<Record<ApprovalState, Words>> = {
  pending: ['审批中', 'Waiting'],
  approved: ['已通过', 'Approved'],
  refused: ['已否决', 'Refused'],
  void: ['已作废', 'Void'],
  withdrawn: ['已撤回', 'Withdrawn'],
  failed: ['未办成', 'Not done'],
}

export const standingWords: Readonly<Record<Standing, Words>> = {
  waiting: ['未到', 'Not yet'],
  open: ['进行中', 'Now'],
  agreed: ['已同意', 'Agreed'],
  refused: ['已否决', 'Refused'],
  ended: ['未办', 'Not taken'],
}

/** `至少 2 人`, `all of them`. */
export function needWords({ need, count }: { need: 'any' | 'all' | 'quorum'; count: number | null }): Words {
  if (need === 'any') return ['任一人', 'any of them']
  if (need === 'all') return ['须全部', 'all of them']
  return [`至少 ${count} 人`, `${count} of them`]
}

/** What the journal of a record says of its approvals. */
export const journalWords: Readonly<Record<string, Words>> = {
  'approval-ask': ['提交审批', 'asked for approval'],
  'approval-step': ['审批进入下一步', 'approval: next step'],
  'approval-agree': ['审批同意', 'agreed'],
  'approval-refuse': ['审批否决', 'refused'],
  'approval-escalate': ['审批超时升级', 'approval escalated'],
  'approval-void': ['审批作废', 'approval void'],
  'approval-withdraw': ['撤回审批', 'withdrew the request'],
  'approval-fail': ['审批通过但未办成', 'approved, not done'],
}
