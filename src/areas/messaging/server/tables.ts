import type { RowOf } from '../../../record/record.ts'
import type { channel } from '../channel/channel.record.ts'
import type { incomingMail } from '../incoming-mail/incoming-mail.record.ts'
import type { mailbox } from '../mailbox/mailbox.record.ts'
import type { message } from '../message/message.record.ts'
import type { noticeRule } from '../notice-rule/notice-rule.record.ts'
import type { Why } from '../telling.rules.ts'
import type { template } from '../template/template.record.ts'
import type { Wishes } from '../wishes.rules.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    channel: RowOf<typeof channel> & Hidden
    message: RowOf<typeof message> & Hidden
    incomingMail: RowOf<typeof incomingMail> & Hidden
    mailbox: RowOf<typeof mailbox> & Hidden
    /** Where and as what a mail came in, as a digest: nothing is kept twice. */
    incomingMailSource: { source: string; mail: string }
    noticeRule: RowOf<typeof noticeRule> & Hidden
    template: RowOf<typeof template> & Hidden
    /** What a channel or a mailbox signs in or signs with. No record shows it. */
    /** Each hand-over to a channel, whether it was taken or not: what the other side counts. */
    channelSend: { channel: string; at: string }
    notice: {
      id: string
      person: string
      at: string
      why: Why
      number: string
      /** What is told, in both languages. */
      text: [zh: string, en: string]
      /** Where to look, a path of the web app. */
      path: string
      by: string | null
      key: string
      readAt: string | null
    }
    noticeWish: { person: string; wishes: Wishes }
  }
}
