/**
 * Who watches thousands of TCP ports of this machine best: this product, Nagios and Prometheus, one after the other.
 *
 *   node --import tsx bench/watching.ts [--targets 5000] [--every 10] [--seconds 60] [--kills 20] [--only touchstone]
 *
 * Wants Debian's nagios4-core, monitoring-plugins-basic, prometheus and prometheus-blackbox-exporter, and root (Nagios has an
 * account of its own). From the instant at which nobody listens on a port any more until an alarm for it can be read; processor
 * time and memory of all that belongs to each. Each is measured for `seconds` after it has asked every target once.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildServer } from '../scripts/build.mjs'
import type { Contender, Watching } from './peers/contender.ts'
import { cpuOf, memoryOf } from './peers/machine.ts'
import { nagios } from './peers/nagios.ts'
import { prometheus } from './peers/prometheus.ts'
import { startTargets } from './peers/targets.ts'
import { touchstone } from './peers/touchstone.ts'

const { values } = parseArgs({
  options: {
    targets: { type: 'string', default: '5000' },
    every: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '60' },
    kills: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
})
const [count, every, seconds, kills] = [values.targets, values.every, values.seconds, values.kills].map(Number) as [
  number,
  number,
  number,
  number,
]

/** Kills targets one after the other, spread over the time; how long each took to be an alarm, in seconds. */
async function killed(watching: Watching, farm: Awaited<ReturnType<typeof startTargets>>): Promise<number[]> {
  const pause = ((seconds - 2 * every) * 1_000) / kills
  const at = new Map<string, number>()
  const took = new Map<string, number>()
  const until = Date.now() + seconds * 1_000
  for (let next = Date.now(); Date.now() < until; await wait(50)) {
    const target = farm.targets[at.size]
    if (target && at.size < kills && Date.now() >= next) {
      at.set(target.name, await farm.kill(target))
      next += pause
    }
    for (const name of await watching.alarms())
      if (!took.has(name)) took.set(name, (Date.now() - (at.get(name) ?? Number.NaN)) / 1_000)
  }
  if (took.size !== at.size) console.error(`${took.size} alarms for ${at.size} that were killed`)
  return [...took.values()].sort((a, b) => a - b)
}

async function measure(contender: Contender): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'))
  const farm = await startTargets(count, kills)
  const watching = await contender.watch(farm.targets, every, folder)
  try {
    const [cpu, from] = [cpuOf(watching.pid), performance.now()]
    const took = await killed(watching, farm)
    const used = (cpuOf(watching.pid) - cpu) / ((performance.now() - from) / 60_000)
    const [median, worst] = [took[Math.floor(took.length / 2)], took.at(-1)]
    const figures = [median, worst, used, memoryOf(watching.pid)].map((one) => one?.toFixed(1) ?? '')
    return `| ${[contender.name, ...figures, `${took.length} of ${kills}`].join(' | ')} |`
  } finally {
    await watching.stop()
    await farm.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (!(await buildServer())) process.exit(1)
console.log('| | kill to alarm, median s | worst s | CPU seconds a minute | MiB | alarms |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const contender of [touchstone, nagios, prometheus])
  if (!values.only || contender.name.startsWith(values.only)) console.log(await measure(contender))
