import { describe, expect, it } from 'vitest'
import { instantOn } from './access.rules.ts'
import { overlaps, ratifiedBy, spanFaults } from './access-grant.rules.ts'

const now = '2026-11-24T01:30:00.000Z'
const span = (more: object) => ({ kind: 'standing' as const, extra: false, startsAt: now, endsAt: null, ...more })
const codes = (more: object) => spanFaults(span(more), now).map(({ code }) => code)

describe('when a grant ends', () => {
  it('ends where it is temporary, an emergency or beyond the post', () => {
    expect(codes({})).toEqual([])
    expect(codes({ kind: 'temporary' })).toEqual(['required'])
    expect(codes({ kind: 'emergency' })).toEqual(['required'])
    expect(codes({ extra: true })).toEqual(['beyond-post'])
    expect(codes({ extra: true, endsAt: '2026-12-24T00:00:00.000Z' })).toEqual([])
  })

  it('ends after it begins, and not before it is there', () => {
    expect(codes({ endsAt: now })).toEqual(['past'])
    expect(codes({ startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' })).toEqual([
      'before-start',
    ])
  })

  it('lasts a day at most in an emergency', () => {
    expect(codes({ kind: 'emergency', endsAt: '2026-11-25T01:30:00.000Z' })).toEqual([])
    expect(codes({ kind: 'emergency', endsAt: '2026-11-25T01:30:00.001Z' })).toEqual(['too-long'])
  })
})

it('is agreed to within hours, and before it is over', () => {
  expect(ratifiedBy(now, 8, '2026-11-25T00:00:00.000Z')).toBe('2026-11-24T09:30:00.000Z')
  expect(ratifiedBy(now, 8, '2026-11-24T05:00:00.000Z')).toBe('2026-11-24T05:00:00.000Z')
})

it('may follow one that ends as it begins', () => {
  expect(overlaps('2026-12-01T00:00:00.000Z', { endsAt: '2026-12-01T00:00:00.000Z' }, now)).toBe(false)
  expect(overlaps('2026-12-01T00:00:00.000Z', { endsAt: null }, now)).toBe(true)
  expect(overlaps(null, { endsAt: '2026-11-24T01:30:00.001Z' }, now)).toBe(true)
})

it('looks at the end of a day, or at now where the day is not over', () => {
  const zone = 'Asia/Shanghai'
  expect(instantOn(undefined, now, zone)).toBe(now)
  expect(instantOn('2026-11-20', now, zone)).toBe('2026-11-20T16:00:00.000Z')
  expect(instantOn('2026-11-24', now, zone)).toBe(now)
})
