/** When a prober's own network is down, its targets are accused of nothing. Pure. */
import type { Reading } from './probe.rules.ts'

/** Kinds that ask nothing beyond the prober's own machine. */
const ofTheMachine: ReadonlySet<string> = new Set(['process', 'disk', 'file', 'log-line', 'nagios', 'heartbeat'])

/** Whether the network may be at fault for this failure. */
export const mayBeTheNetwork = (kind: string, { outcome }: Pick<Reading, 'outcome'>): boolean =>
  outcome === 'down' && !ofTheMachine.has(kind)

export const cutOffNote = 'prober cut off'

/** The same reading where none of the references answered either: nothing was learnt. */
export const excused = (reading: Reading): Reading => ({
  ...reading,
  outcome: 'unknown',
  value: null,
  note: cutOffNote,
})
