/** How the copies of the server share the probes. Pure. */

/** Probes fall into this many shards; a copy holds whole shards. */
export const SHARDS = 64

/** The shard of a probe, from its id alone: FNV-1a, 32 bits. */
export function shardOf(probe: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < probe.length; i++) hash = Math.imul(hash ^ probe.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 16)) & (SHARDS - 1)
}

/** What the connection that holds a copy's shards is called. */
export const shardHolder = (copy: number): string => `touchstone shards ${copy}`

export interface Rebalance {
  readonly release: readonly number[]
  readonly take: readonly number[]
}

/**
 * What a copy should let go of and what it may try to take, so that each of `copies` holds its fair share and no shard
 * is left: as many as `ceil(64 / copies)`. `taken` are the shards somebody holds, its own included.
 */
export function rebalance(
  held: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  copies: number,
  copy: number,
): Rebalance {
  const fair = Math.ceil(SHARDS / Math.max(1, copies))
  const free = Array.from({ length: SHARDS }, (_, i) => (i + copy * 17) % SHARDS).filter((shard) => !taken.has(shard))
  return { release: [...held].slice(fair), take: free.slice(0, Math.max(0, fair - held.size)) }
}
