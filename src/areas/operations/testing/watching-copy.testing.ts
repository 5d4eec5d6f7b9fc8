import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { openEngine } from '../../../app/open.ts'
import { diskStore } from '../../../platform/files/store.ts'
import { probeService } from '../probe/server/watch.ts'

// A copy of the server that watches and nothing else, as a process of its own that may be killed or frozen. It says when it works.
const [url] = process.argv.slice(2) as [string]
const { engine } = await openEngine({
  url,
  files: diskStore(join(tmpdir(), 'touchstone-watching-files')),
  log: pino({ level: 'error' }, pino.destination(2)),
  poolSize: 8,
})
await probeService(engine)
process.stdout.write(`${engine.copy}\n`)
