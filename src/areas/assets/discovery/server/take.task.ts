import './tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { keptFor } from '../../../../platform/retention/retention.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { fileSoftware } from '../../software/server/file.ts'
import { keepLoad } from './load.ts'
import { installedIn, placeReport } from './place.ts'

/** Takes what waits, one report after the other, each in a transaction of its own; one that cannot be taken is put aside. */
export const takeReports: Task = async (engine) => {
  for (;;) {
    const next = await engine.db
      .selectFrom('discoveryReport')
      .select('id')
      .where('takenAt', 'is', null)
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!next) return
    try {
      await engine.inTx(asSystem('discovery'), (tx) => take(engine, tx, next.id))
    } catch (error) {
      engine.log.error({ err: error, report: next.id }, 'a report of discovery could not be taken')
      await engine.inTx(asSystem('discovery'), (tx) =>
        end(tx, next.id, 'failed', { note: String(error).slice(0, 1_000) }),
      )
    }
  }
}

async function take(engine: Engine, tx: Tx, id: string): Promise<void> {
  // One at a time, whichever copy of the server: two reports of a new machine must not make two of it.
  await sql`select pg_advisory_xact_lock(hashtextextended('discovery', 0))`.execute(tx.db)
  const row = await tx.db
    .selectFrom('discoveryReport')
    .select(['at', 'body'])
    .where('id', '=', id)
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const { at, body } = row
  const placed = await placeReport(engine, tx, body, at)
  if (placed.asset) {
    await keepLoad(tx, placed.asset, body.load)
    if (!placed.older && body.software) await fileSoftware(tx, placed.asset, installedIn(body), at)
  }
  await end(tx, id, placed.older ? 'older' : 'taken', { discovery: placed.discovery })
}

const end = (
  tx: Tx,
  id: string,
  outcome: 'taken' | 'older' | 'failed',
  more: { discovery?: string; note?: string },
): Promise<unknown> =>
  tx.db
    .updateTable('discoveryReport')
    .set({ takenAt: tx.now, outcome, ...more })
    .where('id', '=', id)
    .where('takenAt', 'is', null)
    .execute()

export const discoveryRetentions = [
  keptFor(30, {
    code: 'discovery-report',
    words: ['采集上报', 'Reports of discovery'],
    table: 'discovery_report',
    at: 'received_at',
    least: 2,
    most: 3_650,
  }),
  keptFor(400, {
    code: 'asset-load',
    words: ['资产利用率', 'Load of assets'],
    table: 'asset_load',
    at: 'at',
    least: 31,
    most: 3_650,
  }),
]
