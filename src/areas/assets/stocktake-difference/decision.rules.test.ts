import { describe, expect, it } from 'vitest'
import { type Count, outcomeOf } from '../stocktake/result.rules.ts'
import { decisionsFor, movedSince, proposalFor, type Standing, unfitting } from './decision.rules.ts'

const within = (a: string, b: string) => a === b
const then: Standing = { location: 'rack', custodian: 'li', state: 'in-use' }
const count = (values: Partial<Count>): Count => ({
  ...{ id: '1', place: 'rack', holder: null, counter: 'wang', countedAt: '2026-11-24T01:00:00.000Z' },
  ...values,
})
const proposed = (frozen: Standing | null, now: Standing | null, ...counts: Count[]) =>
  proposalFor(outcomeOf(frozen, counts, within), frozen, now, within)

describe('what is proposed', () => {
  it('is to take over a place or a holder that one voice tells', () => {
    expect(proposed(then, then, count({ place: 'store' }))).toBe('correct')
    expect(proposed(then, then, count({ holder: 'zhao' }))).toBe('correct')
    expect(proposed(null, { ...then, location: 'other' }, count({ place: 'store' }))).toBe('correct')
  })
  it('is nothing where a person must say: missing, unknown, two who disagree', () => {
    expect(proposed(then, then)).toBeNull()
    expect(proposed(null, null, count({}))).toBeNull()
    expect(proposed(then, then, count({}), count({ id: '2', counter: 'chen', place: 'store' }))).toBeNull()
  })
  it('is to leave what two people saw as the register has it, and what stands where it is registered', () => {
    expect(proposed(then, then, count({}), count({ id: '2', counter: 'chen' }))).toBe('leave')
    expect(proposed(null, then, count({}))).toBe('leave')
  })
  it('is nothing where the register was changed meanwhile: it is not overwritten', () => {
    const now = { ...then, location: 'other' }
    expect(movedSince(then, now)).toBe(true)
    expect(proposed(then, now, count({ place: 'store' }))).toBeNull()
  })
  it('is never to correct what is disposed of or lost', () => {
    expect(proposed(null, { ...then, state: 'disposed' }, count({ place: 'store' }))).toBeNull()
  })
})

describe('a decision', () => {
  const row = {
    ...{ kind: 'wrong-place' as const, asset: 'a', foundPlace: 'store', foundHolder: null },
    ...{ decision: null, reason: null, newName: null, newCategory: null },
  }
  it('fits the kind of its difference', () => {
    expect(decisionsFor(row)).toEqual(['correct', 'leave'])
    expect(decisionsFor({ ...row, kind: 'missing' })).toEqual(['lose', 'leave'])
    expect(decisionsFor({ ...row, kind: 'surplus', asset: null })).toEqual(['register', 'leave'])
    expect(decisionsFor({ ...row, foundPlace: null })).toEqual(['leave'])
    expect(unfitting({ ...row, decision: 'lose' }).map(({ path }) => path)).toEqual(['decision'])
  })
  it('says why it leaves or writes off, and what it registers', () => {
    expect(unfitting({ ...row, decision: 'leave' }).map(({ path }) => path)).toEqual(['reason'])
    expect(unfitting({ ...row, decision: 'leave', reason: '借出' })).toEqual([])
    const unknown = { ...row, kind: 'surplus' as const, asset: null, decision: 'register' as const }
    expect(unfitting(unknown).map(({ path }) => path)).toEqual(['newName', 'newCategory'])
  })
})
