/** Components, probes and readings for tests of watching. */

import type { ValuesOf } from '../../../record/record.ts'
import type { TestApp } from '../../../testing/app.ts'
import { component } from '../component/component.record.ts'
import { probe } from '../probe/probe.record.ts'
import type { Outcome } from '../probe/probe.rules.ts'
import { probeSettings } from '../probe/probe.settings.ts'
import type { ProbeRow } from '../probe/server/ask.ts'
import { type Judge, makeJudge } from '../probe/server/judge.ts'

let count = 0

/** A component in service, made by an engineer. */
export async function makeComponent(app: TestApp, name: string, values: ValuesOf<typeof component> = {}) {
  const engineer = await app.person('engineer')
  return app.inTx(engineer, async (tx) => {
    const made = await tx.create(component, { code: `C${++count}`, name, kind: 'service', ...values })
    return tx.act(component, made.id, 'commission')
  })
}

/** A probe of it; nobody listens on its port unless the test says where. */
export async function makeProbe(app: TestApp, of: { id: string; name: string }, values: ValuesOf<typeof probe> = {}) {
  const engineer = await app.person('engineer')
  return app.inTx(engineer, (tx) => tx.create(probe, { name: '端口', component: of.id, settings: tcp(1), ...values }))
}

export const tcp = (port: number) => probeSettings.parse({ kind: 'tcp', host: '127.0.0.1', port, timeoutMs: 1_000 })

/** Readings by hand, at the app's clock: what the scheduler would bring. */
export function readingsByHand(app: TestApp, probes: readonly ProbeRow[], judge?: Judge) {
  const byId = new Map(probes.map((row) => [row.id, row]))
  const judged = judge ?? makeJudge(app.engine, (id) => byId.get(id))
  return {
    /** One reading of each, taken and decided upon. */
    async read(outcome: Outcome, note = outcome === 'up' ? 'HTTP 200' : 'HTTP 503', of = probes): Promise<void> {
      const at = app.clock.now()
      const startedAt = Date.parse(at)
      await judged.take(
        of.map(({ id }) => ({ probeId: id, reading: { at, startedAt, ms: 3, outcome, value: null, note } })),
      )
      await judged.drain()
    },
  }
}

export const alarmsOf = (app: TestApp) => app.engine.db.selectFrom('alarm').selectAll().orderBy('id').execute()

/** The texts of the operations log about alarms, oldest first. */
export async function alarmLines(app: TestApp): Promise<string[]> {
  const rows = await app.engine.db
    .selectFrom('logEntry')
    .select('text')
    .where('kind', '=', 'alarm')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.text)
}
