import { wordsFor } from '../../../record/record.ts'
import { accessReview } from './access-review.record.ts'

export const accessReviewWords = wordsFor(accessReview, {
  name: ['权限复核', 'Access review'],
  plural: ['权限复核', 'Access reviews'],
  empty: [
    '还没有权限复核。请选择一个受控系统发起:开始时冻结账号清单,逐个账号保留或收回。',
    'No reviews yet. Begin one of a system: its account list is frozen, and each account is kept or revoked.',
  ],
  fields: {
    title: ['名称', 'Title'],
    kind: ['类别', 'Kind'],
    system: ['系统', 'System'],
    person: ['调岗人员', 'Who moved'],
    scope: ['范围', 'Scope'],
    reviewBy: ['由谁复核', 'Reviewed by'],
    owner: ['负责人', 'Owner'],
    days: ['期限(天)', 'Days'],
    list: ['冻结的账号清单', 'Frozen list'],
    digest: ['清单摘要', 'Digest of the list'],
    openedAt: ['开始时间', 'Opened at'],
    dueOn: ['截止日期', 'Due on'],
    remindOn: ['下次提醒', 'Next reminder'],
    flagged: ['疑似走过场', 'Flagged reviewers'],
    sampled: ['抽样再审数', 'Looked at again'],
    sampledAt: ['抽样时间', 'Sampled at'],
    closedAt: ['结束时间', 'Closed at'],
    cancelReason: ['取消原因', 'Why it was cancelled'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    running: ['进行中', 'Running'],
    closed: ['已结束', 'Closed'],
    cancelled: ['已取消', 'Cancelled'],
  },
  verbs: {
    open: ['开始', 'Open'],
    close: ['结束', 'Close'],
    remind: ['提醒', 'Remind'],
    overdue: ['逾期提醒', 'Overdue'],
    cancel: ['取消', 'Cancel'],
  },
  choices: {
    kind: { system: ['系统复核', 'Of a system'], mover: ['调岗复核', 'Of somebody who moved'] },
    scope: { all: ['全部账号', 'All accounts'], privileged: ['特权与共享账号', 'Privileged and shared'] },
    reviewBy: { owner: ['系统负责人', 'The system’s owner'], head: ['部门负责人', 'The department’s head'] },
  },
  acts: { late: ['有人逾期未复核', 'Some are late'] },
})
