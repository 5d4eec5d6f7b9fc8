import { wordsFor } from '../../../record/record.ts'
import { standingWords } from '../system-account/standing.rules.ts'
import { accessReviewItem } from './access-review-item.record.ts'

export const accessReviewItemWords = wordsFor(accessReviewItem, {
  name: ['复核项', 'Review item'],
  plural: ['复核项', 'Review items'],
  empty: [
    '还没有复核项。权限复核开始时,按冻结的账号清单逐个生成。',
    'No items yet. They are made of the frozen account list when a review opens.',
  ],
  fields: {
    review: ['权限复核', 'Review'],
    system: ['系统', 'System'],
    title: ['账号', 'Account'],
    account: ['账号记录', 'Account record'],
    person: ['使用人', 'Whose it is'],
    standing: ['核对结果', 'Standing'],
    rights: ['冻结的权限', 'Rights as frozen'],
    grants: ['对应授权', 'Grants'],
    approvers: ['授权批准人', 'Who approved the grants'],
    privileged: ['特权', 'Privileged'],
    shared: ['共享', 'Shared'],
    secondFactor: ['双因素', 'Second factor'],
    lastUsedAt: ['最近使用', 'Last used'],
    reviewer: ['复核人', 'Reviewer'],
    escalated: ['已上交主管', 'Escalated'],
    secondOf: ['再审对象', 'Second look at'],
    openedAt: ['打开时间', 'Opened at'],
    decidedAt: ['决定时间', 'Decided at'],
    reason: ['理由', 'Reason'],
    take: ['收回的权限', 'Rights taken'],
    stillIn: ['仍见于清单', 'Still in'],
    goneIn: ['已不见于清单', 'No longer in'],
    doneAt: ['生效时间', 'In effect at'],
  },
  states: {
    open: ['待复核', 'To review'],
    kept: ['保留', 'Kept'],
    revoking: ['待收回', 'To be revoked'],
    revoked: ['已收回', 'Revoked'],
    dropped: ['已作废', 'Dropped'],
  },
  verbs: {
    keep: ['保留', 'Keep'],
    revoke: ['收回', 'Revoke'],
    look: ['打开', 'Open'],
    'hand-on': ['转交', 'Hand on'],
    'show-still': ['清单仍有', 'Still listed'],
    'take-effect': ['确认收回', 'In effect'],
    drop: ['作废', 'Drop'],
  },
  choices: { standing: { ...standingWords, 'not-there': ['有授权无账号', 'Granted, not there'] } },
})
