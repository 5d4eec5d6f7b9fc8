import { describe, expect, it } from 'vitest'
import { isLive, type Standing, stateOf, worstOf } from './state.rules.ts'

const of = (more: Partial<Standing>) =>
  stateOf({ ok: 3, bad: 0, excepted: 0, unknown: 0, ran: true, overdue: false, minSubjects: 1, ...more })

describe('how a control stands', () => {
  it('is broken by one proven breach, whatever else is missing', () =>
    expect(of({ bad: 1, unknown: 5, ran: false, overdue: true, excepted: 2 })).toBe('broken'))

  it.each([{ ran: false }, { overdue: true }, { unknown: 1 }, { ok: 0 }, { ok: 1, minSubjects: 2 }])(
    'has no evidence with %o',
    (more) => expect(of(more)).toBe('no-evidence'),
  )

  it('has no evidence while something is unknown, exceptions or not', () =>
    expect(of({ excepted: 1, unknown: 1 })).toBe('no-evidence'))

  it('is kept by exception where all that is bad is excepted', () => expect(of({ excepted: 1 })).toBe('excepted'))

  it('is kept where every subject is', () => expect(of({})).toBe('kept'))
})

it('takes a clause for the worst of its controls', () => {
  expect(worstOf(['kept', 'no-evidence', 'excepted'])).toBe('no-evidence')
  expect(worstOf(['kept', 'broken', 'no-evidence'])).toBe('broken')
  expect(worstOf([])).toBeNull()
})

it('ends an exception at its very instant', () => {
  const one = { startsAt: '2026-11-01T00:00:00.000Z', endsAt: '2026-11-24T04:00:00.000Z' }
  expect(isLive(one, '2026-11-24T03:59:59.999Z')).toBe(true)
  expect(isLive(one, '2026-11-24T04:00:00.000Z')).toBe(false)
  expect(isLive(one, '2026-10-31T23:59:59.999Z')).toBe(false)
})
