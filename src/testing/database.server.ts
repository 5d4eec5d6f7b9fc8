import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../platform/db/postgres/supervisor.ts'

/**
 * A PostgreSQL for one run of tests, as a process of its own: prints the server's URL, and ends server and data when its
 * standard input ends. The system closes that when the test run ends, however it ends, so nothing is left behind.
 */
const home = await mkdtemp(join(tmpdir(), 'touchstone-test-'))
await chmod(home, 0o711)
const gone = new Promise<void>((resolve) => process.stdin.once('end', resolve).resume())
// The run may end while we start: nobody reads then, and what we started is still to be ended.
process.stdout.on('error', () => {})
// The data need not outlive the run, only be quick.
const settings = { fsync: false, synchronous_commit: false, full_page_writes: false, shared_buffers: '64MB' }
try {
  const server = await startPostgres({ home, settings })
  process.stdout.write(`${server.adminUrl('postgres')}\n`)
  await gone
  await server.stop()
} finally {
  await rm(home, { recursive: true, force: true })
}
