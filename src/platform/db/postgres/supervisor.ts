import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../../../record/words.ts'
import { postgresAccount } from './account.ts'
import { installBinaries, removeOtherBinaries } from './binaries.ts'
import { createCluster, createDatabase } from './cluster.ts'
import type { Settings } from './config.ts'
import { end, launch } from './launch.ts'
import { lockHome } from './lock.ts'
import { postgresPlace } from './place.ts'
import { runningPort } from './postmaster.ts'
import type { Programs } from './programs.ts'
import { keepSecret, secretOf, urlOf } from './secret.ts'

export interface Postgres {
  /** The database `touchstone`, as its owner. */
  readonly url: string
  /** Another database of the same server, as its superuser. */
  adminUrl(database: string): string
  /** Whether a server that had outlived its owner was found and taken over. */
  readonly tookOver: boolean
  /** Ends the server in order (connections are cut, data is safe) and gives the data folder back. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder, or takes over the one that a killed owner left running there.
 * Refuses with `unavailable` when another living process holds the folder, when this platform has no PostgreSQL,
 * or when PostgreSQL does not start (its own last words are in the text).
 */
export async function startPostgres(wanted: {
  home: string
  settings?: Settings
  say?: (words: Words) => void
}): Promise<Postgres> {
  const { home, settings = {}, say = () => {} } = wanted
  const lock = lockHome(home)
  try {
    const account = postgresAccount()
    const place = postgresPlace(home, account, say)
    const programs: Programs = { bin: installBinaries(place), place, account }
    const secret = secretOf(home)
    const found = await runningPort(place, secret)
    if (found === null) await createCluster(programs, secret, settings, say)
    const port = found ?? (await launch(programs, home, secret, settings))
    const server = found === secret.port ? secret : keepSecret(home, { ...secret, port })
    if (found === null) removeOtherBinaries(programs.bin)
    await createDatabase(server)
    return {
      url: urlOf(server, 'touchstone'),
      adminUrl: (database) => urlOf(server, database),
      tookOver: found !== null,
      async stop() {
        await end(programs)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The URL of the database `touchstone` where the data folder's server runs, for a command beside it; null when none runs. */
export async function findPostgres(home: string): Promise<string | null> {
  if (!existsSync(join(home, 'postgres'))) return null
  const secret = secretOf(home)
  const port = await runningPort(
    postgresPlace(home, null, () => {}),
    secret,
  )
  return port === null ? null : urlOf({ ...secret, port }, 'touchstone')
}
