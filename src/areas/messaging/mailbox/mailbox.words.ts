import { wordsFor } from '../../../record/record.ts'
import { mailbox } from './mailbox.record.ts'

export const mailboxWords = wordsFor(mailbox, {
  name: ['收件邮箱', 'Mailbox'],
  plural: ['收件邮箱', 'Mailboxes'],
  empty: [
    '还没有收件邮箱。添加一个,员工发到该地址的邮件即自动建单,回复即追加到原单。',
    'No mailboxes yet. Add one, and what people write to its address becomes records, and their answers comments.',
  ],
  fields: {
    name: ['名称', 'Name'],
    address: ['邮件地址', 'Address'],
    settings: ['收信方式', 'How mail gets here'],
    makes: ['来信新建', 'What a mail makes'],
    outsiders: ['外部来信可建单', 'Outsiders may make records'],
    answerThrough: ['回执渠道', 'Receipts through'],
    secretSet: ['已设密码', 'Password is set'],
    unreachableSince: ['无法收信,自', 'Unreachable since'],
    trouble: ['对方答复', 'What the server said'],
  },
  states: { 'in-use': ['使用中', 'In use'], stopped: ['已停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: {},
})
