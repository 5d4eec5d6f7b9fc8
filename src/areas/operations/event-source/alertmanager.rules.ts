import { z } from 'zod'
import type { Words } from '../../../record/words.ts'
import type { Severities } from './event-source.settings.ts'
import { asSaid, line, type Notice, severityOf } from './notice.rules.ts'

const texts = z.record(z.string().max(200), z.string().max(10_000))
const instant = z.iso.datetime({ offset: true })

const alert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts.default({}),
  startsAt: instant,
  /** `0001-01-01T00:00:00Z` as long as it stands. */
  endsAt: instant,
  fingerprint: z.string().min(1).max(100),
})

/** Webhook, version 4: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config. What is added to it later is let be. */
export const alertmanagerSchema = z.looseObject({
  version: z.literal('4'),
  groupKey: z.string().min(1).max(10_000),
  /** How many alerts of the group were left out. */
  truncatedAlerts: z.int().min(0).default(0),
  alerts: z.array(alert).max(10_000),
})

type Payload = z.output<typeof alertmanagerSchema>

export interface AlertmanagerRule {
  /** Labels that hold the severity and the component's code. */
  readonly severity: string
  readonly componentFrom: string | null
  readonly severities: Severities
}

/**
 * Each alert by its own status, whatever its group's; what is not in the group this time is not over. Alerts that were left out
 * are an event of their own, which stands until the group comes whole: nobody knows what they were.
 */
export const noticesOfAlertmanager = (
  { groupKey, truncatedAlerts, alerts }: Payload,
  rule: AlertmanagerRule,
): Notice[] => [
  ...alerts.map(({ status, labels, annotations, startsAt, endsAt, fingerprint }): Notice => {
    const over = status === 'resolved'
    const name = labels['alertname'] || fingerprint
    return {
      key: fingerprint,
      start: new Date(startsAt).toISOString(),
      over,
      severity: severityOf(labels[rule.severity], rule.severities),
      title: asSaid(line(annotations['summary'] || annotations['title'] || titleOf(name, labels), 180)),
      note: line(annotations['description'] || annotations['message'] || name, 200),
      component: (rule.componentFrom && labels[rule.componentFrom]) || null,
      at: new Date(over ? endsAt : startsAt).toISOString(),
    }
  }),
  {
    key: `left-out ${groupKey}`,
    start: null,
    over: truncatedAlerts === 0,
    severity: 'warning',
    title: truncatedAlerts === 0 ? nothingLeftOut : leftOut(truncatedAlerts),
    note: line(groupKey, 200),
    component: null,
    at: null,
  },
]

const titleOf = (name: string, { instance }: Readonly<Record<string, string>>): string =>
  instance ? `${name} (${instance})` : name

const nothingLeftOut: Words = ['Alertmanager 没有省略告警', 'Alertmanager left out nothing']
const leftOut = (count: number): Words => [
  `Alertmanager 一组告警省略了 ${count} 条(max_alerts),内容未知`,
  `Alertmanager left out ${count} alerts of a group (max_alerts); what they were is not known`,
]
