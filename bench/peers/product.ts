import { chmod } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openEngine } from '../../src/app/open.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startPostgres } from '../../src/platform/db/postgres/supervisor.ts'
import type { Engine } from '../../src/platform/engine.ts'
import { diskStore } from '../../src/platform/files/store.ts'
import { root } from '../../src/platform/root.ts'
import { freePort } from '../../src/testing/port.ts'
import { run } from './machine.ts'

/** This product as `npm start` starts it, with its own PostgreSQL in this folder, once that was filled; and a look into its database. */
export async function startProduct(folder: string, fill: (engine: Engine) => Promise<unknown>) {
  await chmod(folder, 0o711)
  const database = await startPostgres({ home: folder })
  await migrate(database.url)
  const { engine, close } = await openEngine({ url: database.url, files: diskStore(folder) })
  await fill(engine)
  await close()
  await database.stop()
  const PORT = String(await freePort())
  const address = `http://127.0.0.1:${PORT}`
  const { pid, until, stop } = run(process.execPath, [fileURLToPath(new URL('dist/server/main.js', root)), 'start'], {
    env: { ...process.env, TOUCHSTONE_HOME: folder, TOUCHSTONE_DEMO: '0', PORT },
  })
  await until(async () => (await fetch(`${address}/api/health`)).ok)
  const db = new pg.Client({ connectionString: database.url })
  await db.connect()
  return {
    ...{ pid, until, address, db },
    async stop() {
      await db.end()
      await stop()
    },
  }
}
