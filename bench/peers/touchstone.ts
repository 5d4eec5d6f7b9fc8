import { component } from '../../src/areas/operations/component/component.record.ts'
import { probe } from '../../src/areas/operations/probe/probe.record.ts'
import { hysteresisSettings, probeSettings } from '../../src/areas/operations/probe/probe.settings.ts'
import type { Engine } from '../../src/platform/engine.ts'
import { asSystem } from '../../src/record/actor.ts'
import type { Contender, Target } from './contender.ts'
import { startProduct } from './product.ts'

/** This product; a component for each address. */
export const touchstone: Contender = {
  name: 'touchstone',
  async watch(targets, every, folder) {
    const { pid, until, db, stop } = await startProduct(folder, (engine) => fill(engine, targets, every))
    await until(async () => {
      const { rows } = await db.query('select count(*)::int as n from probe_state')
      return rows[0].n >= targets.length
    })
    return {
      pid,
      async alarms() {
        const { rows } = await db.query(
          "select p.name from alarm a join probe p on p.id = a.probe where a.state = 'firing'",
        )
        return new Set(rows.map(({ name }) => name))
      },
      stop,
    }
  },
}

const fill = (engine: Engine, targets: readonly Target[], intervalSeconds: number): Promise<void> =>
  engine.inTx(asSystem('bench'), async (tx) => {
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
