import { findPostgres, startPostgres } from '../../platform/db/postgres/supervisor.ts'
import type { Config } from '../config.ts'

/** Works on one's own database, on the embedded one of a server that runs, or starts the embedded one for as long as it takes. */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const url = config.databaseUrl ?? (await findPostgres(config.home))
  if (url) return work(url)
  const postgres = await startPostgres({ home: config.home })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}
