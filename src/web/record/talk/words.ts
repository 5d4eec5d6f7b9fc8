import type { Words } from '../../../record/words.ts'

/** The words of what people say of a record. */
export const words = {
  comment: ['评论', 'Comment'],
  mentionHint: ['写评论,输入 @ 提醒他人…', 'Say something; @ names somebody…'],
  send: ['发送', 'Send'],
  privateNote: ['内部备注', 'Private note'],
  private: ['内部', 'private'],
  privateHint: ['只有经办人员和审计可见', 'Seen only by those who work on it, and by audit'],
  edit: ['修改评论', 'Change the comment'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  withdraw: ['撤回评论', 'Withdraw the comment'],
  withdrawSure: [
    '撤回这条评论?原文只留给您本人、经办人员和审计查看。',
    'Withdraw this comment? Its words stay for you, those who work on the record, and audit.',
  ],
  edited: ['已修改', 'changed'],
  withdrawn: ['已撤回', 'withdrawn'],
  wordings: ['历次内容', 'Earlier wordings'],
  firstWording: ['最初', 'first'],
} as const satisfies Record<string, Words>

/** Whom a mention does not reach. */
export const unreachedWords = (names: readonly string[]): Words => [
  `${names.join('、')} 看不到这条内容,不会收到提醒。`,
  `${names.join(', ')} cannot read this, and will not be told.`,
]
