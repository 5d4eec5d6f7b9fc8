import { z } from 'zod'
import type { Severities } from './event-source.settings.ts'
import { asSaid, line, type Notice, severityOf } from './notice.rules.ts'

const text = (max: number) => z.string().max(max)
const number = z.union([z.string().regex(/^\d{1,20}$/), z.int().min(0)]).transform(String)

/** What `integrations/zabbix/media_touchstone.yaml` makes Zabbix send. */
export const zabbixSchema = z.strictObject({
  /** The problem's own id, which its recovery carries too. */
  event: number,
  /** 1: it stands, 0: it is over. */
  value: z.enum(['0', '1']),
  name: text(2_048).min(1),
  severity: text(200),
  host: text(200),
  opdata: text(4_096).default(''),
  tags: z
    .array(z.looseObject({ tag: text(300), value: text(300) }))
    .max(500)
    .default([]),
})

type Payload = z.output<typeof zabbixSchema>

export interface ZabbixRule {
  /** A tag that holds the component's code; without it the host's name does. */
  readonly componentFrom: string | null
  readonly severities: Severities
}

/** A problem is a new event each time that it occurs: its id is what makes it the same, and when it began. */
export const noticeOfZabbix = (
  { event, value, name, severity, host, opdata, tags }: Payload,
  { componentFrom, severities }: ZabbixRule,
): Notice => ({
  key: event,
  start: event,
  over: value === '0',
  severity: severityOf(severity, severities),
  title: asSaid(line(host === '' ? name : `${host}:${name}`, 180)),
  note: line(opdata, 200) || null,
  component: (componentFrom ? tags.find(({ tag }) => tag === componentFrom)?.value : host) || null,
  at: null,
})
