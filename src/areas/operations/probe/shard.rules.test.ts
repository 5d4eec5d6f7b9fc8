import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebalance, SHARDS, shardOf } from './shard.rules.ts'

/** One round after another for all copies, as they would each second. */
function settle(copies: Set<number>[], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    copies.forEach((held, copy) => {
      const taken = new Set(copies.flatMap((each) => [...each]))
      const { release, take } = rebalance(held, taken, copies.length, copy)
      for (const shard of release) held.delete(shard)
      for (const shard of take) held.add(shard)
    })
  }
}

describe('sharing the probes', () => {
  it('spreads ids over all shards, the same each time', () => {
    const ids = Array.from({ length: 6_400 }, (_, i) => `0199b2f0-0000-7000-8000-${String(i).padStart(12, '0')}`)
    const counts = new Map<number, number>()
    for (const id of ids) counts.set(shardOf(id), (counts.get(shardOf(id)) ?? 0) + 1)
    expect(counts.size).toBe(SHARDS)
    expect(Math.max(...counts.values())).toBeLessThan(200)
    expect(shardOf(ids[0] as string)).toBe(shardOf(ids[0] as string))
  })

  it('reaches a state in which every shard is held once and nobody holds more than a fair share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (before, after) => {
        const copies = Array.from({ length: before }, () => new Set<number>())
        settle(copies, 3)
        const changed = Array.from({ length: after }, (_, i) => copies[i] ?? new Set<number>())
        settle(changed, 3)
        const held = changed.flatMap((each) => [...each])
        expect(held).toHaveLength(SHARDS)
        expect(new Set(held).size).toBe(SHARDS)
        for (const each of changed) expect(each.size).toBeLessThanOrEqual(Math.ceil(SHARDS / after))
      }),
    )
  })

  it('takes over at once what a dead copy held', () => {
    const survivor = new Set(Array.from({ length: 32 }, (_, i) => i))
    expect(rebalance(survivor, survivor, 1, 5).take).toHaveLength(32)
  })
})
