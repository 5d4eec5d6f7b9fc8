import { chmod } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openEngine } from '../../src/app/open.ts'
import { component } from '../../src/areas/operations/component/component.record.ts'
import { probe } from '../../src/areas/operations/probe/probe.record.ts'
import { hysteresisSettings, probeSettings } from '../../src/areas/operations/probe/probe.settings.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startPostgres } from '../../src/platform/db/postgres/supervisor.ts'
import { diskStore } from '../../src/platform/files/store.ts'
import { root } from '../../src/platform/root.ts'
import { asSystem } from '../../src/record/actor.ts'
import { freePort } from '../../src/testing/port.ts'
import type { Contender, Target } from './contender.ts'
import { run } from './machine.ts'

/** This product as `npm start` starts it, with its own PostgreSQL; a component for each address. */
export const touchstone: Contender = {
  name: 'touchstone',
  async watch(targets, every, folder) {
    await chmod(folder, 0o711)
    const database = await startPostgres({ home: folder })
    await migrate(database.url)
    await fill(database.url, folder, targets, every)
    await database.stop()
    const PORT = String(await freePort())
    const main = fileURLToPath(new URL('dist/server/main.js', root))
    const started = run(process.execPath, [main, 'start'], {
      env: { ...process.env, TOUCHSTONE_HOME: folder, TOUCHSTONE_DEMO: '0', PORT },
    })
    await started.until(async () => (await fetch(`http://127.0.0.1:${PORT}/api/health`)).ok)
    const db = new pg.Client({ connectionString: database.url })
    await db.connect()
    await started.until(async () => {
      const { rows } = await db.query('select count(*)::int as n from probe_state')
      return rows[0].n >= targets.length
    })
    return {
      pid: started.pid,
      async alarms() {
        const { rows } = await db.query(
          "select p.name from alarm a join probe p on p.id = a.probe where a.state = 'firing'",
        )
        return new Set(rows.map(({ name }) => name))
      },
      async stop() {
        await db.end()
        await started.stop()
      },
    }
  },
}

async function fill(url: string, folder: string, targets: readonly Target[], intervalSeconds: number): Promise<void> {
  const { engine, close } = await openEngine({ url, files: diskStore(folder) })
  await engine.inTx(asSystem('bench'), async (tx) => {
    const components = new Map<string, string>()
    for (const host of new Set(targets.map((target) => target.host)))
      components.set(host, (await tx.create(component, { code: host, name: host, kind: 'host' })).id)
    const hysteresis = hysteresisSettings.parse({ downAfter: { n: 1, m: 1 } })
    const puts = targets.map(({ name, host, port }) => ({
      values: {
        ...{ name, component: components.get(host), kind: 'tcp', intervalSeconds, hysteresis },
        settings: probeSettings.parse({ kind: 'tcp', host, port, timeoutMs: 2_000 }),
      },
    }))
    for (let at = 0; at < puts.length; at += 1_000) await tx.putMany(probe, puts.slice(at, at + 1_000))
  })
  await close()
}
