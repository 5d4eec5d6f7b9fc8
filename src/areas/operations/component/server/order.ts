import type { Tx } from '../../../../platform/tx.ts'
import { component } from '../component.record.ts'

/**
 * Keeps what a declared action wants of components, in the transaction that queues it: whoever was told to stop is then
 * silent on purpose, whoever was told to run is not. Other actions want nothing.
 */
export async function order(tx: Tx, components: readonly string[], action: string | undefined): Promise<void> {
  const wanted = action === 'stop' ? 'stopped' : action === 'start' || action === 'restart' ? 'running' : undefined
  if (!wanted) return
  const system = tx.as('commands')
  for (const id of components) await system.update(component, id, { wanted, wantedSince: tx.now })
}
