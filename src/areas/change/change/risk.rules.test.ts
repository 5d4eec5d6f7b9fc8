import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from './plan.rules.ts'
import { assess, type Touched } from './risk.rules.ts'
import { commonOf, daysAroundHolidays, overlap, sessionFreezes } from './window.rules.ts'

const harmless: Answers = { rehearsed: 'yes', undo: 'quick', done: 'often', outage: 'none' }
const front: Touched = { name: '交易前置', environment: 'production', criticality: 'trading' }

const answers: fc.Arbitrary<Answers> = fc.record({
  rehearsed: fc.constantFrom('yes', 'partly', 'no'),
  undo: fc.constantFrom('quick', 'slow', 'never'),
  done: fc.constantFrom('often', 'once', 'never'),
  outage: fc.constantFrom('none', 'short', 'long'),
})

describe('the risk of a change', () => {
  it('is none while its questions are open', () => expect(assess(null, [front], [])).toBeNull())

  it('grows with the answers and with what it touches', () => {
    expect(assess(harmless, [], [])?.risk).toBe('low')
    expect(assess({ ...harmless, outage: 'short' }, [front], [])?.risk).toBe('medium')
    expect(assess({ ...harmless, undo: 'never' }, [front], [])?.risk).toBe('high')
    expect(assess({ ...harmless, undo: 'never' }, [{ ...front, environment: 'practice' }], [])?.risk).toBe('low')
  })

  it('adds up to its reasons, and is never less for touching what trading stands on', () => {
    const order = ['low', 'medium', 'high']
    fc.assert(
      fc.property(answers, (said) => {
        const [plain, grave] = [assess(said, [], []), assess(said, [front], [])]
        expect(plain?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(plain?.points)
        expect(order.indexOf(grave?.risk ?? '')).toBeGreaterThanOrEqual(order.indexOf(plain?.risk ?? ''))
      }),
    )
  })
})

describe('windows', () => {
  const hour = 3_600_000
  const session = (from: number, to: number) => ({
    from: Date.parse('2026-11-24T00:00:00Z') + from * hour,
    to: Date.parse('2026-11-24T00:00:00Z') + to * hour,
  })

  it('are frozen around sessions; those whose margins meet are one', () => {
    const freezes = sessionFreezes([session(1, 3.5), session(5, 7)], { before: 60, after: 30 })
    expect(freezes.map(({ from, to }) => [from.slice(11, 16), to.slice(11, 16)])).toEqual([['00:00', '07:30']])
    expect(sessionFreezes([session(1, 3), session(5, 7)], { before: 30, after: 30 })).toHaveLength(2)
  })

  it('touch neither before nor after', () => {
    const [a, b] = [
      { from: '1', to: '2' },
      { from: '2', to: '3' },
    ]
    expect([overlap(a, b), overlap(a, { from: '1', to: '3' })]).toEqual([false, true])
  })

  it('clash on the same and on what stands above or below, both ways alike', () => {
    const reach = (id: string) => new Set(id === 'host' ? ['app'] : id === 'app' ? ['host'] : [])
    const one = { id: '1', from: '1', to: '5', components: ['host', 'x'] }
    const two = { id: '2', from: '2', to: '3', components: ['app', 'x'] }
    expect(commonOf(one, two, reach)).toEqual({ same: ['x'], related: ['app'] })
    expect(commonOf(two, one, reach)).toEqual({ same: ['x'], related: ['host'] })
    expect(commonOf(one, { ...two, from: '5', to: '6' }, reach)).toBeNull()
    expect(commonOf(one, { ...two, components: ['y'] }, reach)).toBeNull()
  })
})

describe('days around long holidays', () => {
  const october = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-12']
  it('are trading days before and after, as many as are asked for', () => {
    expect(daysAroundHolidays(october, { before: 2, after: 1 })).toEqual([
      { is: 'before', first: '2026-09-29', last: '2026-09-30' },
      { is: 'after', first: '2026-10-08', last: '2026-10-08' },
    ])
  })
  it('are none where none are asked for, and none around a weekend', () => {
    expect(daysAroundHolidays(october, { before: 0, after: 0 })).toEqual([])
    expect(daysAroundHolidays(['2026-10-09', '2026-10-12'], { before: 2, after: 2 })).toEqual([])
  })
  it('want five days without trading', () => {
    expect(daysAroundHolidays(['2026-05-01', '2026-05-06'], { before: 1, after: 0 })).toEqual([])
    expect(daysAroundHolidays(['2026-05-01', '2026-05-07'], { before: 1, after: 0 })).toHaveLength(1)
  })
})
