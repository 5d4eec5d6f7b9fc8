/**
 * How punctual the probe scheduler is: thousands of TCP targets on this machine, in a process of their own.
 *
 *   node --import tsx bench/probes.ts [--targets 5000] [--interval 10] [--seconds 60] [--ports 50]
 *
 * Many ports, because a closed connection keeps its (address, port) pair in TIME_WAIT for a minute: 5,000 targets every 10 s on one
 * port would use up the 28,000 ephemeral ports; on fifty ports 600 pairs of each are taken. The checks run as they do in
 * production. Exits with 1 when an instant was missed, a check failed or the p99 is above 250 ms.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { TcpSettings } from '../src/areas/operations/probe/kinds/network.settings.ts'
import type { Outcome } from '../src/areas/operations/probe/probe.rules.ts'
import { observe } from '../src/areas/operations/probe/server/checks/observe.ts'
import { ProbeScheduler, type ScheduledProbe } from '../src/areas/operations/probe/server/scheduler.ts'

const LATENESS_GOAL_MS = 250

const { values } = parseArgs({
  options: {
    targets: { type: 'string', default: '5000' },
    interval: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '60' },
    ports: { type: 'string', default: '50' },
    serve: { type: 'boolean', default: false },
  },
})

if (values.serve) await serve(Number(values.ports))
else await measure(Number(values.targets), Number(values.interval), Number(values.seconds), Number(values.ports))

interface Target extends ScheduledProbe {
  settings: TcpSettings
}

async function measure(targets: number, interval: number, seconds: number, portCount: number): Promise<void> {
  const child = fork(import.meta.filename, ['--serve', '--ports', String(portCount)])
  const [ports] = (await once(child, 'message')) as [number[]]

  const outcomes: Record<Outcome, number> = { up: 0, slow: 0, down: 0, unknown: 0 }
  let batches = 0
  const scheduler = new ProbeScheduler<Target>({
    check: ({ settings, intervalMs }) => observe(settings, { intervalMs, now: Date.now() }),
    sink: (readings) => {
      batches++
      for (const { reading } of readings) outcomes[reading.outcome]++
    },
    fault: (error) => {
      throw error
    },
  })
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  for (let i = 0; i < targets; i++) {
    const settings: TcpSettings = { kind: 'tcp', host: '127.0.0.1', port: ports[i % ports.length]!, timeoutMs: 2_000 }
    scheduler.set({ id: `probe-${i}`, intervalMs: interval * 1_000, settings })
  }
  await wait(seconds * 1_000)
  await scheduler.stop()

  const elapsed = (performance.now() - began) / 1_000
  const cpu = process.cpuUsage(cpuBefore)
  const cpuSeconds = (cpu.user + cpu.system) / 1e6
  const { done, missed, lateness } = scheduler.figures()
  const mebibytes = process.memoryUsage().rss / 1_048_576
  table([
    ['targets × interval', `${targets} × ${interval} s`],
    ['measured', `${elapsed.toFixed(0)} s`],
    ['checks done', `${done} (${(done / elapsed).toFixed(0)}/s) in ${batches} batches`],
    ['up / slow / down', `${outcomes.up} / ${outcomes.slow} / ${outcomes.down}`],
    ['lateness p50', `${lateness.p50.toFixed(0)} ms`],
    ['lateness p99', `${lateness.p99.toFixed(0)} ms`],
    ['lateness max', `${lateness.max.toFixed(0)} ms`],
    ['missed', String(missed)],
    ['CPU', `${cpuSeconds.toFixed(1)} s (${((100 * cpuSeconds) / elapsed).toFixed(0)} % of one core)`],
    ['RSS', `${mebibytes.toFixed(0)} MiB`],
  ])
  child.disconnect()
  if (missed > 0 || outcomes.down > 0 || lateness.p99 >= LATENESS_GOAL_MS) process.exitCode = 1
}

/** The child: listeners that accept and close when the other side does. */
async function serve(portCount: number): Promise<void> {
  const ports: number[] = []
  for (let i = 0; i < portCount; i++) {
    const server = createServer((socket) => socket.resume())
    server.listen(0, '127.0.0.1', 511)
    await once(server, 'listening')
    ports.push((server.address() as AddressInfo).port)
  }
  process.send!(ports)
  process.once('disconnect', () => process.exit())
}

function table(rows: [string, string][]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) console.log(`| ${name.padEnd(width)} | ${value}`)
}
