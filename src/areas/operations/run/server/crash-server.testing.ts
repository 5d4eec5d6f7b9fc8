import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { areaServers } from '../../../../app/areas.ts'
import { registry } from '../../../../app/records.ts'
import { diskStore } from '../../../../platform/files/store.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { makeEngine } from '../../../../platform/make-engine.ts'
import type { Programs } from '../../../../platform/process/programs.ts'
import { directory } from '../../../organisation/server/directory.ts'
import { holdCalendar } from '../../calendar/server/calendar.store.ts'
import { runCommandsEvery } from '../../run-step/server/runner.ts'
import { lookAtSteps } from '../../run-step/server/watch.ts'

// A copy of the server without web, as a process of its own that a test can kill: loads, waits for a line on its
// standard input, and says when it works.
const [url, programs] = process.argv.slice(2) as [string, string]
const turn = 100
await once(process.stdin, 'data')
const calendar = holdCalendar()
const engine = await makeEngine({
  url,
  registry,
  directory,
  zone: 'Asia/Shanghai',
  poolSize: 5,
  tradingDay: calendar.tradingDay,
  files: diskStore(join(tmpdir(), 'touchstone-crash-files')),
  behaviours: areaServers.flatMap((area) => area.behaviours ?? []),
  programs: JSON.parse(programs) as Programs,
  log: pino({ level: 'warn' }, pino.destination(2)),
})
await calendar.follow(engine)
await runCommandsEvery(turn, engine)
rhythm(turn, engine.log, () => lookAtSteps(engine))
process.stdout.write('working\n')
