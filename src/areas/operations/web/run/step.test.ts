import { describe, expect, test } from 'vitest'
import type { BoardStep } from './board.ts'
import { inHand, initialsOf, neighbour, offersOf, stateOfStep, timingOf, toneOfStep } from './step.ts'

const no = { code: 'not-allowed', text: ['不行', 'No'] } as const
const wanted = { code: 'note-wanted', text: ['写', 'Write'] } as const

const step = (key: string, more: Partial<BoardStep>): BoardStep =>
  ({
    key,
    state: 'waiting',
    checkerPost: 'post',
    maker: null,
    can: {},
    deadlineAt: null,
    lateAt: null,
    missedAt: null,
    startedAt: null,
    doneAt: null,
    checkedAt: null,
    waivedAt: null,
    ...more,
  }) as BoardStep

describe('what comes next', () => {
  test('the one thing is what the state leads to; the rest is in the menu', () => {
    const { next, others } = offersOf(step('a', { state: 'doing', can: { 'take-over': true, done: true, fail: true } }))
    expect(next).toMatchObject({ verb: 'done', refused: undefined })
    expect(others.map(({ verb }) => verb)).toEqual(['take-over', 'fail'])
  })

  test('a refused verb stays, with its reason, where nothing else comes next', () => {
    const { next } = offersOf(step('a', { state: 'done', can: { check: no, reject: no } }))
    expect(next).toMatchObject({ verb: 'check', refused: no.text })
  })

  test('what is allowed goes before what the state would rather have', () => {
    expect(offersOf(step('a', { state: 'failed', can: { retry: no, waive: true } })).next?.verb).toBe('waive')
  })

  test('somebody else’s work is never taken over by the large button', () => {
    expect(offersOf(step('a', { state: 'doing', can: { done: no, 'take-over': true } })).next?.verb).toBe('done')
  })

  test('a wanted note does not refuse: it can be given along', () => {
    const { next } = offersOf(step('a', { state: 'doing', can: { done: wanted } }))
    expect(next).toMatchObject({ verb: 'done', wantsNote: true, refused: undefined })
  })
})

test('a settled step offers nothing, not even a check that nobody wants', () => {
  const done = step('a', { state: 'done', checkerPost: null, can: { check: no, reject: no } })
  expect(offersOf(done)).toEqual({ next: undefined, others: [] })
})

describe('the step in hand', () => {
  const theirs = step('theirs', { state: 'doing', maker: 'wang', can: { done: no } })
  const mine = step('mine', { state: 'doing', maker: 'li', can: { done: no } })
  const ready = step('ready', { state: 'ready', can: { start: true } })
  const settled = step('settled', { state: 'checked' })

  test('is what I am doing, before anything else I could begin', () => {
    expect(inHand([settled, ready, theirs, mine], 'li')?.key).toBe('mine')
  })
  test('else the first I may carry on', () => {
    expect(inHand([settled, theirs, ready], 'li')?.key).toBe('ready')
  })
  test('else whatever is under way, for whoever only looks', () => {
    expect(inHand([settled, step('w', {}), theirs], 'li')?.key).toBe('theirs')
    expect(inHand([settled], 'li')).toBeUndefined()
  })
})

test('done is kept only where nobody is to check', () => {
  expect(toneOfStep({ state: 'done', checkerPost: null })).toBe('kept')
  expect(toneOfStep({ state: 'done', checkerPost: 'post' })).toBe('progress')
  expect(stateOfStep({ state: 'done', checkerPost: 'post' })[1]).toBe('To be checked')
  expect(stateOfStep({ state: 'done', checkerPost: null })[1]).toBe('Done')
})

describe('time against plan', () => {
  const deadlineAt = '2026-11-24T00:40:00.000Z'
  const now = Date.parse('2026-11-24T00:45:00.000Z')

  test('late counts from the deadline until it is settled', () => {
    expect(timingOf(step('a', { state: 'doing', deadlineAt }), now)).toEqual({
      is: 'late',
      at: deadlineAt,
      lateMs: 300_000,
    })
    const checked = step('a', { state: 'checked', deadlineAt, checkedAt: '2026-11-24T00:42:00.000Z' })
    expect(timingOf(checked, now)).toEqual({ is: 'done', at: checked.checkedAt, lateMs: 120_000 })
  })
  test('in time is not late, and a step without a plan has none', () => {
    const checked = step('a', { state: 'checked', deadlineAt, checkedAt: '2026-11-24T00:39:00.000Z' })
    expect(timingOf(checked, now)).toEqual({ is: 'done', at: checked.checkedAt, lateMs: 0 })
    expect(timingOf(step('a', { state: 'ready' }), now)).toEqual({ is: 'none' })
    expect(timingOf(step('a', { deadlineAt: '2026-11-24T00:50:00.000Z' }), now)).toMatchObject({ is: 'plan' })
  })
  test('missed is said until somebody begins, and late weighs more', () => {
    const missedAt = '2026-11-24T00:41:00.000Z'
    expect(timingOf(step('a', { missedAt }), now)).toEqual({ is: 'missed' })
    expect(timingOf(step('a', { missedAt, startedAt: missedAt, state: 'doing' }), now)).toEqual({ is: 'none' })
    expect(timingOf(step('a', { missedAt, deadlineAt }), now)).toMatchObject({ is: 'late' })
  })
})

test('moving stops at both ends', () => {
  const steps = [step('a', {}), step('b', {})]
  expect(neighbour(steps, 'a', 1)?.key).toBe('b')
  expect(neighbour(steps, 'b', 1)?.key).toBe('b')
  expect(neighbour(steps, 'a', -1)?.key).toBe('a')
})

test('people in few letters', () => {
  expect(['李静', '欧阳娜娜', 'Mary Ann Lee', 'plato'].map(initialsOf)).toEqual(['李静', '欧阳', 'MAL', 'P'])
})
