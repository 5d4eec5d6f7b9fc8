import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { type Server, startServer } from './server.ts'

/** The product on a copy of the demo firm. The practice floor has one place for all copies: who needs it makes a firm of their own. */
export async function openFirm(): Promise<Server> {
  const { home: made, floorPort } = inject('firm')
  const home = await mkdtemp(join(tmpdir(), 'touchstone-journey-'))
  // With its owners: PostgreSQL's account is another where we are root.
  await promisify(execFile)('cp', ['-a', `${made}/.`, home])
  return startServer({ home, floorPort })
}
