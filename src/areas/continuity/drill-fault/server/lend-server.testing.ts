import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { areaServers } from '../../../../app/areas.ts'
import { registry } from '../../../../app/records.ts'
import { diskStore } from '../../../../platform/files/store.ts'
import { startWorker } from '../../../../platform/jobs/worker.ts'
import { makeEngine } from '../../../../platform/make-engine.ts'
import type { Programs } from '../../../../platform/process/programs.ts'
import { directory } from '../../../organisation/server/directory.ts'
import { lendFault } from './lend.task.ts'

// A copy of the server that does nothing but lend faults, as a process of its own that a test can kill.
const [url, programs] = process.argv.slice(2) as [string, string]
const engine = await makeEngine({
  url,
  registry,
  directory,
  zone: 'Asia/Shanghai',
  tradingDay: () => null,
  poolSize: 5,
  files: diskStore(join(tmpdir(), 'touchstone-lend-files')),
  behaviours: areaServers.flatMap((area) => area.behaviours ?? []),
  programs: JSON.parse(programs) as Programs,
  log: pino({ level: 'warn' }, pino.destination(2)),
})
await startWorker(engine, { 'lend-drill-fault': lendFault }, [])
process.stdout.write('working\n')
