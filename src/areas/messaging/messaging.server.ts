import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { channelBehaviour } from './channel/server/channel.behaviour.ts'
import { fetchService } from './incoming-mail/server/fetch.ts'
import { incomingMailBehaviour } from './incoming-mail/server/incoming-mail.behaviour.ts'
import { takeMail } from './incoming-mail/server/take.ts'
import { mailboxBehaviour } from './mailbox/server/mailbox.behaviour.ts'
import { postService } from './message/server/post.ts'
import { noticeRuleBehaviour } from './notice-rule/server/notice-rule.behaviour.ts'
import { hearAsked, hearEnded, hearWrites } from './server/hear.ts'
import { messagingLooks } from './server/looks.ts'
import { notices, readNotices } from './server/notices.ts'
import { messagingRetentions } from './server/retention.ts'
import { tellTask } from './server/tell.ts'
import { keepWishes, readWishes } from './server/wishes.ts'
import { previewTemplate } from './template/server/preview.query.ts'
import { templateBehaviour } from './template/server/template.behaviour.ts'

/** The server side of messaging: it hears of every write, tells whom it concerns, and takes messages out of the house. */
export const messagingServer: AreaServer = {
  code: 'messaging',
  behaviours: [channelBehaviour, noticeRuleBehaviour, templateBehaviour, mailboxBehaviour, incomingMailBehaviour],
  queries: [notices, readWishes, previewTemplate],
  commands: [readNotices, keepWishes],
  follows: [hearWrites, hearAsked, hearEnded],
  tasks: { tell: tellTask, 'take-mail': takeMail },
  services: [postService, fetchService],
  looks: messagingLooks,
  retentions: messagingRetentions,
}
