import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { areaServers } from '../../../../app/areas.ts'
import { registry } from '../../../../app/records.ts'
import { diskStore } from '../../../../platform/files/store.ts'
import { makeEngine } from '../../../../platform/make-engine.ts'
import { directory } from '../../../organisation/server/directory.ts'
import { carryOn } from './run.ts'

// A copy of the server that carries one run on, as a process of its own, and is killed at a point of it.
const [url, run, point, now] = process.argv.slice(2) as [string, string, string, string]
const engine = await makeEngine({
  url,
  registry,
  directory,
  zone: 'Asia/Shanghai',
  // Its hours are those of the test.
  clock: { now: () => now },
  tradingDay: () => null,
  poolSize: 3,
  files: diskStore(join(tmpdir(), 'touchstone-archive-files')),
  behaviours: areaServers.flatMap((area) => area.behaviours ?? []),
  programs: {},
  log: pino({ level: 'warn' }, pino.destination(2)),
})
await carryOn(engine, run, {
  reached(at) {
    if (at === point) process.kill(process.pid, 'SIGKILL')
  },
})
process.exit(0)
