import type { OutgoingKind } from '../../record/outgoing.ts'
import { mail } from './mail.ts'
import { dingtalk, feishu, wecom } from './robots.ts'
import type { Sender } from './sender.ts'
import { smpp } from './smpp.ts'
import { sms } from './sms.ts'
import { webhook } from './webhook.ts'

/** The ways out of the house, by their kind. */
export const senders: { readonly [K in OutgoingKind]: Sender<K> } = {
  mail,
  webhook,
  wecom,
  dingtalk,
  feishu,
  sms,
  smpp,
}
