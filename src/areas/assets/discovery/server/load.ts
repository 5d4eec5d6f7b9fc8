import './tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Report } from '../report.rules.ts'

/** Keeps how busy an asset was; what is known of an instant stays as it is. */
export async function keepLoad(tx: Tx, asset: string, samples: Report['load']): Promise<void> {
  const byInstant = new Map(
    samples.map(({ at, cpu, memory, disk }) => {
      const instant = new Date(at).toISOString()
      return [instant, { asset, at: instant, cpu: cpu ?? null, memory: memory ?? null, disk: disk ?? null }]
    }),
  )
  const rows = [...byInstant.values()].filter(({ at }) => at <= tx.now)
  if (rows.length === 0) return
  await tx.db
    .insertInto('assetLoad')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['asset', 'at']).doNothing())
    .execute()
}
