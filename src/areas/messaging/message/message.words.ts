import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { message } from './message.record.ts'

/** Why somebody is told. */
export const whyWords = {
  rule: ['通知规则', 'A rule'],
  mention: ['提到我', 'Named in a comment'],
  assigned: ['交给我', 'Given to me'],
  watched: ['我关注的', 'What I watch'],
  approval: ['审批', 'Approvals'],
  clock: ['时限', 'Time running out'],
  digest: ['汇总', 'A digest'],
  answer: ['自动回复', 'An answer'],
  test: ['试发', 'A test'],
} as const satisfies Record<string, Words>

export const messageWords = wordsFor(message, {
  name: ['外发消息', 'Message'],
  plural: ['外发消息', 'Outgoing messages'],
  empty: [
    '还没有外发消息。先在「通知渠道」中设置一个渠道。',
    'Nothing has gone out yet. Set up a channel first, under “Channels”.',
  ],
  fields: {
    channel: ['渠道', 'Channel'],
    person: ['收件人', 'For'],
    address: ['地址', 'Address'],
    why: ['缘由', 'Why'],
    lang: ['语言', 'Language'],
    subject: ['标题', 'Subject'],
    text: ['正文', 'Text'],
    link: ['链接', 'Link'],
    event: ['事件', 'Event'],
    source: ['来源', 'Source'],
    record: ['记录种类', 'Kind of record'],
    recordId: ['记录', 'Record'],
    urgent: ['紧急', 'Urgent'],
    due: ['下次发送', 'Goes out'],
    attempts: ['已试次数', 'Tries'],
    error: ['对方答复', 'What was answered'],
    sentAt: ['发出时间', 'Sent'],
    messageId: ['邮件标识', 'Message id'],
    carriedBy: ['并入', 'Carried by'],
    insteadOf: ['代替', 'Instead of'],
  },
  states: {
    waiting: ['待发', 'Waiting'],
    sent: ['已发', 'Sent'],
    carried: ['已并入汇总', 'In a digest'],
    failed: ['未送达', 'Undelivered'],
    dropped: ['已放弃', 'Dropped'],
  },
  verbs: {
    send: ['发出', 'Send'],
    carry: ['并入汇总', 'Put into a digest'],
    'give-up': ['放弃投递', 'Give up'],
    retry: ['重新发送', 'Try again'],
    drop: ['不再发送', 'Drop'],
  },
  choices: { why: whyWords, lang: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] } },
})
