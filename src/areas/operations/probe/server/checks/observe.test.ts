import { describe, expect, it } from 'vitest'
import { sqlSettings } from '../../kinds/network.settings.ts'
import { defer } from '../testing/defer.ts'
import { observe } from './observe.ts'

const settings = sqlSettings.parse({ kind: 'sql', target: 'settlement', statement: 'select 1', timeoutMs: 60_000 })

describe('observe', () => {
  it('answers within nine tenths of the interval even when the check hangs, and hands over what still hangs', async () => {
    const hanging = defer<null>()
    const seen = await observe(settings, { intervalMs: 200, now: 0, target: () => hanging.promise })
    expect(seen).toMatchObject({ outcome: 'down', note: 'timeout' })
    expect(seen.ms).toBeGreaterThanOrEqual(179)
    expect(seen.ms).toBeLessThan(1_900)
    hanging.resolve(null)
    await expect(seen.lingering).resolves.toMatchObject({ outcome: 'down' })
  })

  it('throws what is a bug of ours, not a fault of a target', async () => {
    const broken = () => {
      throw new TypeError('bug')
    }
    await expect(observe(settings, { intervalMs: 1_000, now: 0, target: broken })).rejects.toThrow('bug')
  })

  it('says when a named target is unknown', async () => {
    expect(await observe(settings, { intervalMs: 1_000, now: 0 })).toMatchObject({
      outcome: 'down',
      note: 'unknown target',
    })
  })
})
