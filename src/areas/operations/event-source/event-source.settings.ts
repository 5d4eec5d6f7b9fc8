import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

export const sourceKinds = ['alertmanager', 'zabbix', 'json', 'syslog'] as const

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

const syslogRule = z.strictObject({
  name: name(['规则名称', 'Name of the rule']),
  facilities: shaped(
    z.array(z.enum(facilityNames)).max(24).default([]),
    ['设施(不填则全部)', 'Facilities (all if empty)'],
    { tags: true },
  ),
  atLeast: shaped(z.enum(severityNames).default('err'), ['不低于级别', 'At least as bad as']),
  contains: several(['正文含有其一(不填则不论)', 'Its text holds one of (any text if empty)'], []),
  severity: shaped(z.enum(['critical', 'warning']).default('warning'), ['告警级别', 'Severity of the alarm'], {
    choices: { critical: ['严重', 'Critical'], warning: ['警告', 'Warning'] },
  }),
  over: several(['正文含有其一即已恢复', 'It is over where its text holds one of'], []),
})

export type SyslogRule = z.infer<typeof syslogRule>

/** Syslog shows no token: a sender is known by its address. The first rule that a message meets says what becomes of it. */
const syslogSchema = shaped(
  z.strictObject({
    is: z.literal('syslog'),
    from: shaped(
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
    ),
    rules: shaped(z.array(syslogRule).min(1).max(100), ['规则', 'Rules']),
  }),
  ['syslog', 'syslog'],
)

export type SyslogSettings = z.infer<typeof syslogSchema>

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
