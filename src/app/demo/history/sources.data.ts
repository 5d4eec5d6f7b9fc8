import type { When } from './agenda.ts'

/** What a source's sender once sent, and whether it was taken. */
interface PastDelivery {
  readonly at: When
  readonly content: object
  readonly refused?: true
}

const never = '0001-01-01T00:00:00Z'

interface Alert {
  readonly fingerprint: string
  readonly name: string
  readonly component: string
  readonly summary: string
  readonly description: string
}

/** As Alertmanager says it; the times of the demo are the firm's, told by how long ago something began. */
const alertmanager = (alert: Alert, status: 'firing' | 'resolved', began: string, over = never) => ({
  version: '4',
  groupKey: `{}:{alertname="${alert.name}"}`,
  truncatedAlerts: 0,
  status,
  receiver: 'touchstone',
  alerts: [
    {
      status,
      labels: { alertname: alert.name, component: alert.component, severity: 'warning' },
      annotations: { summary: alert.summary, description: alert.description },
      startsAt: began,
      endsAt: over,
      fingerprint: alert.fingerprint,
    },
  ],
})

const memory: Alert = {
  fingerprint: '5e2f81c0a4d7b913',
  name: 'HostMemoryPressure',
  component: 'host-app',
  summary: '应用服务器可用内存低于 10%',
  description: '可用 7.4%,持续 5 分钟',
}
const latency: Alert = {
  fingerprint: '8c17d3e95ab20f46',
  name: 'DiskLatency',
  component: 'host-db',
  summary: '数据库服务器磁盘写入延迟偏高',
  description: '写入平均 38 ms,持续 10 分钟',
}
const filling: Alert = {
  fingerprint: 'b0946e21f7c8d35a',
  name: 'DiskWillFill',
  component: 'backup-store',
  summary: '备份存储按近三日趋势将于四日内写满',
  description: '已用 83%,每日增长约 4.2%',
}

type Build = (at: (when: When) => string) => readonly PastDelivery[]

/** From the monitoring of hosts; the last stands to this day. */
export const fromPrometheus: Build = (at) => {
  const [a, b, c] = [at([7, '13:15:10']), at([4, '09:42:30']), at([1, '16:38:00'])]
  return [
    { at: [7, '13:20:10'], content: alertmanager(memory, 'firing', a) },
    { at: [7, '13:25:10'], content: alertmanager(memory, 'firing', a) },
    { at: [7, '13:41:10'], content: alertmanager(memory, 'resolved', a, at([7, '13:40:55'])) },
    { at: [4, '09:52:30'], content: alertmanager(latency, 'firing', b) },
    { at: [4, '10:20:30'], content: alertmanager(latency, 'resolved', b, at([4, '10:20:10'])) },
    { at: [2, '11:05:00'], content: { ...alertmanager(memory, 'firing', a), version: '3' }, refused: true },
    { at: [1, '16:48:00'], content: alertmanager(filling, 'firing', c) },
  ]
}

const mains = { room: '主机房', device: 'UPS-1', point: 'mains', text: 'UPS 市电中断,转电池供电', level: '严重' }

/** From the surveillance of the machine room. */
export const fromMachineRoom: Build = () => [
  { at: [6, '02:13:04'], content: { alarms: [{ ...mains, state: '告警', value: '电池 96%' }] } },
  { at: [6, '02:21:40'], content: { alarms: [{ ...mains, state: '恢复', value: '市电 228 V' }] } },
]

/** A port of the core switch that was down for a moment, as its traps said. */
export function fromDevices(): PastDelivery[] {
  const link = (at: When, n: number): PastDelivery => ({
    at,
    content: {
      ...{ from: '10.20.0.1', version: '2c', trap: `1.3.6.1.6.3.1.1.5.${n}`, agent: null, uptime: 8_640_000 },
      variables: [
        { oid: '1.3.6.1.2.1.2.2.1.1.24', value: 24 },
        { oid: '1.3.6.1.2.1.2.2.1.2.24', value: 'GigabitEthernet1/0/24' },
      ],
    },
  })
  return [link([3, '12:31:08'], 3), link([3, '12:31:49'], 4)]
}
