import { type OutgoingKind, outgoingWords } from '../../../record/outgoing.ts'
import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { channel } from './channel.record.ts'

export const channelWords = wordsFor(channel, {
  name: ['通知渠道', 'Channel'],
  plural: ['通知渠道', 'Channels'],
  empty: [
    '还没有通知渠道:通知只在系统内可见。添加邮件服务器、群机器人或短信网关。',
    'No channels yet, so notices stay inside. Add a mail server, a chat robot or an SMS gateway.',
  ],
  fields: {
    name: ['名称', 'Name'],
    settings: ['设置', 'Settings'],
    kind: ['种类', 'Kind'],
    perMinute: ['每分钟最多', 'Most in a minute'],
    tries: ['尝试次数', 'Tries'],
    fallback: ['失败后改用', 'When it fails'],
    secretSet: ['已设密钥', 'Key is set'],
  },
  states: { 'in-use': ['使用中', 'In use'], stopped: ['已停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: { kind: outgoingWords },
})

/** What the secret of a channel is; a kind without one takes none. */
export const secretWords: { readonly [K in OutgoingKind]: Words | null } = {
  mail: ['密码', 'Password'],
  webhook: ['签名密钥', 'Signing key'],
  wecom: null,
  dingtalk: ['加签密钥', 'Signing key'],
  feishu: ['签名密钥', 'Signing key'],
  sms: ['网关密钥', "The gateway's key"],
  smpp: ['密码', 'Password'],
}
