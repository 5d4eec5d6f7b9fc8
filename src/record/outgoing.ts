import { z } from 'zod'
import { shaped } from './shape.ts'
import type { Words } from './words.ts'

const port = (words: Words, usual: number) => shaped(z.int().min(1).max(65_535).default(usual), words)
const host = () => shaped(z.string().trim().min(1).max(253), ['主机', 'Host'])
const address = (words: Words) => shaped(z.url({ protocol: /^https?$/ }).max(2_000), words)

const securityWords = {
  tls: ['TLS', 'TLS'],
  starttls: ['STARTTLS', 'STARTTLS'],
  none: ['不加密', 'None'],
} as const satisfies Record<string, Words>

/** The kinds of way out of the house. */
export const outgoingKinds = ['mail', 'webhook', 'wecom', 'dingtalk', 'feishu', 'sms', 'smpp'] as const

export type OutgoingKind = (typeof outgoingKinds)[number]

export const outgoingWords: Readonly<Record<OutgoingKind, Words>> = {
  mail: ['邮件(SMTP)', 'Mail (SMTP)'],
  webhook: ['网络钩子', 'Webhook'],
  wecom: ['企业微信机器人', 'WeCom robot'],
  dingtalk: ['钉钉机器人', 'DingTalk robot'],
  feishu: ['飞书机器人', 'Feishu robot'],
  sms: ['短信(HTTP 网关)', 'SMS (HTTP gateway)'],
  smpp: ['短信(SMPP)', 'SMS (SMPP)'],
}

const robot = <const K extends 'wecom' | 'dingtalk' | 'feishu'>(is: K) =>
  shaped(z.strictObject({ is: z.literal(is), url: address(['机器人地址', "The robot's address"]) }), outgoingWords[is])

/**
 * What a way out of the house is set to, by its kind. Passwords and keys are no part of it: they are kept beside it and
 * shown to nobody.
 */
export const outgoingSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('mail'),
      host: host(),
      port: port(['端口', 'Port'], 587),
      security: shaped(z.enum(['tls', 'starttls', 'none']).default('starttls'), ['加密', 'Encryption'], {
        choices: securityWords,
      }),
      user: shaped(z.string().max(200).optional(), ['用户名', 'User']),
      from: shaped(z.email().max(200), ['发件地址', 'From']),
      name: shaped(z.string().max(100).optional(), ['发件人名称', "Sender's name"]),
    }),
    outgoingWords.mail,
  ),
  shaped(z.strictObject({ is: z.literal('webhook'), url: address(['地址', 'Address']) }), outgoingWords.webhook),
  robot('wecom'),
  robot('dingtalk'),
  robot('feishu'),
  shaped(
    z.strictObject({
      is: z.literal('sms'),
      url: address(['网关地址', "The gateway's address"]),
      type: shaped(z.enum(['json', 'form']).default('json'), ['格式', 'Format'], {
        choices: { json: ['JSON', 'JSON'], form: ['表单', 'Form'] },
      }),
      /** `{phone}`, `{text}` and `{secret}` in a value are filled in. */
      body: shaped(z.record(z.string().max(100), z.string().max(500)), ['内容项', 'What is sent']),
      headers: shaped(z.record(z.string().max(100), z.string().max(500)).default({}), ['请求头', 'Headers']),
      /** What a good answer contains, for gateways that say 200 whatever happens. */
      good: shaped(z.string().max(200).optional(), ['成功时应答包含', 'A good answer contains']),
    }),
    outgoingWords.sms,
  ),
  shaped(
    z.strictObject({
      is: z.literal('smpp'),
      host: host(),
      port: port(['端口', 'Port'], 2775),
      tls: shaped(z.boolean().default(false), ['加密', 'TLS']),
      systemId: shaped(z.string().min(1).max(15), ['系统标识', 'System id']),
      from: shaped(z.string().max(20).optional(), ['源号码', 'Source address']),
    }),
    outgoingWords.smpp,
  ),
])

export type OutgoingSettings = z.output<typeof outgoingSchema>
export type SettingsOf<K extends OutgoingKind> = Extract<OutgoingSettings, { is: K }>
