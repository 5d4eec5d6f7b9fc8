import type { Area } from '../../record/registry.ts'
import { channel } from './channel/channel.record.ts'
import { channelWords } from './channel/channel.words.ts'
import { incomingMail } from './incoming-mail/incoming-mail.record.ts'
import { incomingMailWords } from './incoming-mail/incoming-mail.words.ts'
import { mailbox } from './mailbox/mailbox.record.ts'
import { mailboxWords } from './mailbox/mailbox.words.ts'
import { message } from './message/message.record.ts'
import { messageWords } from './message/message.words.ts'
import { noticeRule } from './notice-rule/notice-rule.record.ts'
import { noticeRuleWords } from './notice-rule/notice-rule.words.ts'
import { template } from './template/template.record.ts'
import { templateWords } from './template/template.words.ts'

/** Who is told of what, by which way, in which words; and what comes in by mail. */
export const messaging: Area = {
  code: 'messaging',
  words: ['消息', 'Messages'],
  records: [
    { record: noticeRule, words: noticeRuleWords },
    { record: message, words: messageWords },
    { record: incomingMail, words: incomingMailWords },
    { record: channel, words: channelWords },
    { record: mailbox, words: mailboxWords },
    { record: template, words: templateWords },
  ],
}
