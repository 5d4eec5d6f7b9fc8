import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { component } from '../component.record.ts'

type Health = 'unknown' | 'up' | 'slow' | 'down' | 'stopped'

/** Sets the health of these components to what their probes say now; writes only what differs. */
export async function refreshHealth(tx: Tx, components: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; health: Health }>`
    select c.id, h.health from component c join component_health(${tx.now}::timestamptz) h on h.component = c.id
    where h.component = any(${components}::uuid[]) and c.health <> h.health order by c.id`.execute(tx.db)
  const system = tx.as('probes')
  for (const { id, health } of rows) await system.update(component, id, { health, healthSince: tx.now })
}

/** The same for all components: what was not read for a while turns unknown, what is read for the first time turns up. */
export async function refreshAllHealth(engine: Engine): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select c.id from component c join component_health(${engine.clock.now()}::timestamptz) h on h.component = c.id
    where c.health <> h.health order by c.id`.execute(engine.db)
  for (let from = 0; from < rows.length; from += 50) {
    const ids = rows.slice(from, from + 50).map(({ id }) => id)
    await engine.inTx(asSystem('probes'), (tx) => refreshHealth(tx, ids))
  }
}
