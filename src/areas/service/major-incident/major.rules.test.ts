import { describe, expect, it } from 'vitest'
import { applies, type Duty, type Major, marksOf, reportDueAt } from './major.rules.ts'

const duty: Duty = { id: 'r', gravity: 'larger', minutes: 240, validFrom: '2025-11-01', validTo: null }
const major: Major = {
  gravity: 'larger',
  startedAt: '2026-11-24T01:00:00.000Z',
  state: 'declared',
  interval: 30,
  nextUpdateAt: '2026-11-24T01:30:00.000Z',
  reports: [],
}
const kinds = (now: string, changed: Partial<Major> = {}, duties: readonly Duty[] = []) =>
  marksOf({ ...major, ...changed }, duties, `2026-11-24T${now}:00.000Z`).map(({ kind }) => kind)

describe('a regulator’s rule', () => {
  it('applies from its gravity up, on days on which it is in force', () => {
    expect(applies(duty, { gravity: 'severe' }, '2026-11-24')).toBe(true)
    expect(applies(duty, { gravity: 'general' }, '2026-11-24')).toBe(false)
    expect(applies(duty, { gravity: 'larger' }, '2025-10-31')).toBe(false)
    expect(applies({ ...duty, validTo: '2026-11-23' }, { gravity: 'larger' }, '2026-11-24')).toBe(false)
  })

  it('counts by the wall from when it began, warns with a quarter left, and is quiet once it was reported', () => {
    expect(reportDueAt(duty, major)).toBe('2026-11-24T05:00:00.000Z')
    const still = { nextUpdateAt: null }
    expect(kinds('03:59', still, [duty])).toEqual([])
    expect(kinds('04:00', still, [duty])).toEqual(['report-due'])
    expect(kinds('05:00', { ...still, state: 'ended' }, [duty])).toEqual(['report-late'])
    expect(kinds('05:00', { ...still, reports: [{ rule: 'r', at: '2026-11-24T04:30:00.000Z' }] }, [duty])).toEqual([])
    expect(kinds('05:00', { ...still, state: 'stood-down' }, [duty])).toEqual([])
  })
})

describe('an update', () => {
  it('is called for five minutes before it is due, late from then on, and nobody’s once it has ended', () => {
    expect(kinds('01:24')).toEqual([])
    expect(kinds('01:25')).toEqual(['update-due'])
    expect(kinds('01:30')).toEqual(['update-late'])
    expect(kinds('01:30', { state: 'ended' })).toEqual([])
    expect(kinds('01:27', { interval: 10 })).toEqual([])
    expect(kinds('01:28', { interval: 10 })).toEqual(['update-due'])
  })
})
