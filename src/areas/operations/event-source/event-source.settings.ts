import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

export const sourceKinds = ['alertmanager', 'zabbix', 'json', 'syslog', 'snmp', 'mail'] as const

export type SourceKind = (typeof sourceKinds)[number]

const name = (words: Words) => shaped(z.string().trim().min(1).max(200), words)
const several = (words: Words, of: readonly string[]) =>
  shaped(
    z
      .array(z.string().trim().min(1).max(100))
      .max(100)
      .default([...of]),
    words,
    { tags: true },
  )

/**
 * JSON of any shape: where its events are, and what of each means what. All but `list` are texts with `{path.to.value}` in them.
 */
const jsonSchema = z.strictObject({
  is: z.literal('json'),
  list: name(['事件列表的位置', 'Where the list of events is']).optional(),
  key: name(['归并标识', 'Key']),
  title: name(['内容', 'Title']),
  note: name(['说明', 'Note']).optional(),
  severity: name(['级别', 'Severity']).optional(),
  state: name(['状态', 'State']).optional(),
  over: several(['表示已恢复的状态', 'States that mean it is over'], ['ok', 'resolved', 'recovered', 'up', 'closed']),
  start: name(['开始时间', 'When it began']).optional(),
})

export type JsonSettings = z.infer<typeof jsonSchema>

/** In the order of their codes: RFC 5424, 6.2.1. */
export const facilityNames = [
  ...['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'],
  ...['ntp', 'audit', 'alert', 'clock', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'],
] as const
export const severityNames = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

const networks = () =>
  shaped(
    z
      .array(
        z
          .string()
          .trim()
          .refine((text) => network.safeParse(text).success, { error: 'not an address or a network' }),
      )
      .min(1)
      .max(500),
    ['发送方地址或网段', 'Addresses or networks of the senders'],
    { tags: true },
  )
const severity = () =>
  shaped(z.enum(['critical', 'warning']).default('warning'), ['告警级别', 'Severity of the alarm'], {
    choices: { critical: ['严重', 'Critical'], warning: ['警告', 'Warning'] },
  })

const syslogRule = z.strictObject({
  name: name(['规则名称', 'Name of the rule']),
  facilities: shaped(
    z.array(z.enum(facilityNames)).max(24).default([]),
    ['设施(不填则全部)', 'Facilities (all if empty)'],
    { tags: true },
  ),
  atLeast: shaped(z.enum(severityNames).default('err'), ['不低于级别', 'At least as bad as']),
  contains: several(['正文含有其一(不填则不论)', 'Its text holds one of (any text if empty)'], []),
  severity: severity(),
  over: several(['正文含有其一即已恢复', 'It is over where its text holds one of'], []),
})

export type SyslogRule = z.infer<typeof syslogRule>

/** Syslog shows no token: a sender is known by its address. The first rule that a message meets says what becomes of it. */
const syslogSchema = shaped(
  z.strictObject({
    is: z.literal('syslog'),
    from: networks(),
    rules: shaped(z.array(syslogRule).min(1).max(100), ['规则', 'Rules']),
  }),
  ['syslog', 'syslog'],
)

export type SyslogSettings = z.infer<typeof syslogSchema>

const snmpRule = z.strictObject({
  name: name(['规则名称', 'Name of the rule']),
  traps: several(['陷阱(名称或 OID 开头,不填则全部)', 'Traps (by name, or how their OID begins; all if empty)'], []),
  contains: several(['变量含有其一(不填则不论)', 'A variable holds one of (any if empty)'], []),
  severity: severity(),
  over: several(['收到这些陷阱即已恢复', 'These traps say that it is over'], []),
  overContains: several(['变量含有其一即已恢复', 'It is over where a variable holds one of'], []),
  key: name(['归并标识(设备之内)', 'Key (within its device)']).optional(),
  title: name(['内容', 'Title']).optional(),
})

export type SnmpRule = z.infer<typeof snmpRule>

/** What every device says of itself (RFC 3418): a new source begins with it. */
const commonTraps = [
  {
    name: '接口断开',
    traps: ['linkDown'],
    over: ['linkUp'],
    key: '{ifIndex}',
    title: '{device} linkDown {ifDescr} {ifIndex}',
  },
  { name: '设备重启', traps: ['coldStart', 'warmStart'] },
  { name: '认证失败', traps: ['authenticationFailure'] },
]

/** Traps come from an address, and prove themselves by a community or as a user, which are the source's secret. */
const snmpSchema = shaped(
  z.strictObject({
    is: z.literal('snmp'),
    from: networks(),
    rules: shaped(z.array(snmpRule).min(1).max(100).prefault(commonTraps), ['规则', 'Rules']),
  }),
  ['SNMP Trap', 'SNMP traps'],
)

export type SnmpSettings = z.infer<typeof snmpSchema>

const pattern = (words: Words) => shaped(z.string().trim().min(1).max(500).optional(), words)

const mailRule = z.strictObject({
  name: name(['规则名称', 'Name of the rule']),
  subject: pattern(['主题符合(正则表达式)', 'Its subject fits (regular expression)']),
  text: pattern(['正文符合(正则表达式)', 'Its text fits (regular expression)']),
  over: pattern(['主题或正文符合即已恢复', 'It is over where subject or text fits']),
  severity: severity(),
  key: name(['归并标识', 'Key']).default('{subject}'),
  title: name(['内容', 'Title']).default('{subject}'),
})

export type MailRule = z.infer<typeof mailRule>

/** Letters of programs: they arrive at a mailbox, and are known by whom they are from. */
const mailSchema = shaped(
  z.strictObject({
    is: z.literal('mail'),
    mailbox: shaped(z.uuid(), ['收件邮箱', 'Mailbox'], { to: 'mailbox' }),
    from: shaped(
      z
        .array(
          z
            .string()
            .trim()
            .toLowerCase()
            .regex(/^[^\s@]*@[^\s@]+$/, { error: 'not an address, and not a domain after @' }),
        )
        .min(1)
        .max(100),
      ['发件人(地址,或 @域名)', 'Senders (addresses, or @domain)'],
      { tags: true },
    ),
    rules: shaped(z.array(mailRule).min(1).max(100), ['规则', 'Rules']),
  }),
  ['邮件', 'Mail'],
)

export type MailSettings = z.infer<typeof mailSchema>

/** How a sender speaks. */
export const sourceSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('alertmanager'),
      severity: name(['级别标签', 'Label of severity']).default('severity'),
    }),
    ['Alertmanager', 'Alertmanager'],
  ),
  shaped(z.strictObject({ is: z.literal('zabbix') }), ['Zabbix', 'Zabbix']),
  syslogSchema,
  snmpSchema,
  mailSchema,
  shaped(jsonSchema, ['其他系统(JSON)', 'Anything else (JSON)']),
])

export type SourceSettings = z.infer<typeof sourceSchema>

/** What the sender calls severe, and what it sends that needs no hand; everything else is a warning. Capitals do not matter. */
export const severitiesSchema = z.strictObject({
  critical: several(
    ['视为严重', 'Critical'],
    ['critical', 'fatal', 'emergency', 'disaster', 'high', 'page', '严重', '紧急', '灾难'],
  ),
  ignored: several(['不告警', 'Raise no alarm'], ['none', 'debug', 'info', 'information', '信息']),
})

export type Severities = z.infer<typeof severitiesSchema>
