/**
 * Five thousand alerts within ten seconds, all of one cause: this product beside Alertmanager, each told to group them and to
 * tell one webhook.
 *
 *   node --import tsx bench/telling.ts [--alerts 5000] [--seconds 10] [--by 50]
 *
 * Wants Debian's prometheus-alertmanager. The same alerts are posted in lots to either, as quickly as asked or as it takes them;
 * then a minute passes for what is told later. What is lost is neither an alarm nor an alert there.
 */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildServer } from '../scripts/build.mjs'
import { channel } from '../src/areas/messaging/channel/channel.record.ts'
import { noticeRule } from '../src/areas/messaging/notice-rule/notice-rule.record.ts'
import { alarmGrouping } from '../src/areas/operations/alarm-grouping/alarm-grouping.record.ts'
import { eventSource } from '../src/areas/operations/event-source/event-source.record.ts'
import { sourceSchema } from '../src/areas/operations/event-source/event-source.settings.ts'
import { digestOfToken } from '../src/platform/auth/session.ts'
import type { Engine } from '../src/platform/engine.ts'
import { keepSecret } from '../src/platform/secret.ts'
import { freePort } from '../src/testing/port.ts'
import { makeAnybody } from './anybody.ts'
import { cpuOf, memoryOf, run } from './peers/machine.ts'
import { startProduct } from './peers/product.ts'

const { values } = parseArgs({
  options: {
    alerts: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '10' },
    by: { type: 'string', default: '50' },
  },
})
const [count, seconds, by] = [values.alerts, values.seconds, values.by].map(Number) as [number, number, number]

/** Of the sender, where it speaks to this product. */
const token = 'bench'

interface Teller {
  readonly name: string
  readonly pid: number
  /** Posts alerts; a refusal fails. */
  take(alerts: readonly Alert[]): Promise<void>
  /** How many of them it knows. */
  known(): Promise<number>
  stop(): Promise<void>
}
interface Alert {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly startsAt: string
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
}

async function alertmanager(folder: string, webhook: string): Promise<Teller> {
  const route = { receiver: 'hook', group_by: ['cluster'], group_wait: '1s', group_interval: '1m' }
  const receivers = [{ name: 'hook', webhook_configs: [{ url: webhook }] }]
  await writeFile(join(folder, 'alertmanager.yml'), JSON.stringify({ route, receivers }))
  const address = `127.0.0.1:${await freePort()}`
  const { pid, until, stop } = run('prometheus-alertmanager', [
    `--config.file=${folder}/alertmanager.yml`,
    `--storage.path=${folder}/data`,
    `--web.listen-address=${address}`,
    '--cluster.listen-address=',
  ])
  await until(async () => (await fetch(`http://${address}/-/ready`)).ok)
  return {
    ...{ name: 'Alertmanager', pid, stop },
    take: (alerts) => post(`http://${address}/api/v2/alerts`, alerts),
    known: async () => ((await (await fetch(`http://${address}/api/v2/alerts`)).json()) as unknown[]).length,
  }
}

async function touchstone(folder: string, webhook: string): Promise<Teller> {
  const { pid, address, db, stop } = await startProduct(folder, (engine) => prepare(engine, webhook))
  const own = { version: '4', groupKey: 'bench', truncatedAlerts: 0 }
  const never = '0001-01-01T00:00:00Z'
  return {
    ...{ name: 'touchstone', pid, stop },
    take: (alerts) =>
      post(`${address}/api/intake/alertmanager/${token}`, {
        ...own,
        alerts: alerts.map((one) => ({ ...one, status: 'firing', endsAt: never, fingerprint: one.labels['host'] })),
      }),
    known: async () => (await db.query("select count(*)::int as n from alarm where state = 'firing'")).rows[0].n,
  }
}

async function prepare(engine: Engine, webhook: string): Promise<void> {
  await engine.inTx(await makeAnybody(engine, 'bench'), async (tx) => {
    const source = await tx.create(eventSource, { name: '监控', settings: sourceSchema.parse({ is: 'alertmanager' }) })
    await keepSecret(tx, eventSource, source.id, digestOfToken(token).toString('hex'))
    await tx.create(alarmGrouping, { name: '同一来源', by: 'source', source: source.id, minutes: 1 })
    const hook = await tx.create(channel, { name: '网络钩子', settings: { is: 'webhook', url: webhook } })
    const rule = { record: 'alarm', on: ['create'], when: [] }
    await tx.create(noticeRule, { name: '告警', rule, to: [], through: [hook.id], urgent: true })
  })
}

async function measure(start: typeof touchstone): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'))
  let told = 0
  const hook = createServer((request, response) => {
    told++
    request.resume().once('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const teller = await start(folder, `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`)
  try {
    const startsAt = new Date().toISOString()
    const alerts = Array.from({ length: count }, (_, n): Alert => {
      const host = `host-${n}`
      return {
        labels: { alertname: 'Unreachable', cluster: 'core', severity: 'critical', host },
        annotations: { summary: `${host} 无应答` },
        startsAt,
      }
    })
    const [cpu, from] = [cpuOf(teller.pid), performance.now()]
    for (let at = 0; at < count; at += by) {
      await wait(Math.max(0, from + (at / count) * seconds * 1_000 - performance.now()))
      await teller.take(alerts.slice(at, at + by))
    }
    const took = (performance.now() - from) / 1_000
    await wait(75_000)
    const used = cpuOf(teller.pid) - cpu
    const lost = count - (await teller.known())
    return `| ${[teller.name, took.toFixed(1), (count / took).toFixed(0), told, lost, used.toFixed(1), memoryOf(teller.pid).toFixed(0)].join(' | ')} |`
  } finally {
    await teller.stop()
    hook.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (!(await buildServer())) process.exit(1)
console.log('| | taken in s | a second | messages sent | lost | CPU seconds | MiB |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const start of [touchstone, alertmanager]) console.log(await measure(start))
