import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

export const sourceKinds = ['alertmanager', 'zabbix', 'json'] as const

export type SourceKind = (typeof sourceKinds)[number]

const name = (words: Words) => shaped(z.string().trim().min(1).max(200), words)
const several = (words: Words, of: readonly string[]) =>
  shaped(
    z
      .array(z.string().trim().min(1).max(100))
      .max(100)
      .default([...of]),
    words,
  )

/**
 * JSON of any shape: where its events are, and what of each means what. All but `list` are texts with `{path.to.value}` in them.
 */
const jsonSchema = z.strictObject({
  is: z.literal('json'),
  list: name([
    '事件列表的位置(不填则整份内容是一个事件)',
    'Where the list of events is (one event without it)',
  ]).optional(),
  key: name(['归并标识,如 {host}/{check}', 'What makes it the same, as {host}/{check}']),
  title: name(['内容,如 {message}', 'Title, as {message}']),
  note: name(['说明', 'Note']).optional(),
  severity: name(['级别,如 {level}', 'Severity, as {level}']).optional(),
  state: name(['状态,如 {status}', 'State, as {status}']).optional(),
  over: several(['表示已恢复的状态', 'States that say it is over'], ['ok', 'resolved', 'recovered', 'up', 'closed']),
  start: name(['开始时间,如 {since}', 'When it began, as {since}']).optional(),
})

export type JsonSettings = z.infer<typeof jsonSchema>

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
