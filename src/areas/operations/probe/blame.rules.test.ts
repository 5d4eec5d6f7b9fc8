import { describe, expect, it } from 'vitest'
import { explainedBy, type Standing, standsAlone, toAsk } from './blame.rules.ts'

const standing = (probe: string, distance: number, more: Partial<Standing> = {}): Standing => ({
  probe,
  component: probe,
  distance,
  verdict: 'up',
  lastOutcome: 'up',
  lastStartedAt: 1_000,
  ...more,
})

describe('blame', () => {
  it('goes to the farthest failure upstream', () => {
    const host = standing('host', 1, { verdict: 'down', lastOutcome: 'down' })
    const core = standing('switch', 2, { lastOutcome: 'down' })
    expect(explainedBy([host, core, standing('power', 3)])?.probe).toBe('switch')
    expect(explainedBy([standing('power', 3)])).toBeNull()
  })

  it('asks only those whose good word is older than the failure', () => {
    const old = standing('old', 2)
    const never = standing('never', 1, { verdict: 'unknown', lastOutcome: null, lastStartedAt: null })
    const fresh = standing('fresh', 1, { lastStartedAt: 5_000 })
    const failed = standing('failed', 1, { lastOutcome: 'down' })
    expect(toAsk([old, never, fresh, failed], 4_000).map((one) => one.probe)).toEqual(['never', 'old'])
  })

  it('ends with a check begun after the recovery, not with one under way', () => {
    const back = { active: true, verdict: 'up', lastOutcome: 'up', streakSince: 5_000 } as const
    expect(standsAlone(back, 4_900)).toBe(false)
    expect(standsAlone(back, 5_100)).toBe(true)
  })

  it('lasts while the other is down by verdict or by its latest reading, and not when nobody watches it', () => {
    expect(standsAlone({ active: true, verdict: 'down', lastOutcome: 'up', streakSince: 1 }, 9_000)).toBe(false)
    expect(standsAlone({ active: true, verdict: 'up', lastOutcome: 'down', streakSince: 1 }, 9_000)).toBe(false)
    expect(standsAlone({ active: false, verdict: 'down', lastOutcome: 'down', streakSince: 1 }, 9_000)).toBe(true)
    expect(standsAlone(undefined, 9_000)).toBe(true)
  })
})
