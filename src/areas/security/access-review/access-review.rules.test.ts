import { expect, it } from 'vitest'
import { type Decision, pacesOf, sampleSize } from './pace.rules.ts'
import { reviewerFor } from './reviewer.rules.ts'

const start = Date.parse('2026-11-24T02:00:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
/** So many decisions, one every so many seconds, each opened as the one before was decided (or not at all). */
const decided = (n: number, every: number, more: Partial<Decision> & { unopened?: boolean } = {}): Decision[] => {
  const { unopened = false, ...rest } = more
  return Array.from({ length: n }, (_, i) => ({
    ...{
      id: `${i}`,
      reviewer: 'ann',
      kept: true,
      decidedAt: at((i + 1) * every),
      openedAt: unopened ? null : at(i * every),
    },
    ...rest,
  }))
}

it('flags twenty kept in less than three seconds each, and not nineteen, nor at three', () => {
  expect(pacesOf(decided(20, 2.9))).toMatchObject([{ kept: 20, median: 2.9, flagged: true }])
  expect(pacesOf(decided(19, 2.9))).toMatchObject([{ flagged: false }])
  expect(pacesOf(decided(20, 3))).toMatchObject([{ median: 3, flagged: false }])
})

it('is not deceived by pauses, nor by all being opened first', () => {
  const pauses = decided(20, 1).map((one, i) => (i % 5 === 4 ? { ...one, decidedAt: at(i + 1) } : one))
  expect(pacesOf(pauses)[0]?.flagged).toBe(true)
  const openedFirst = decided(25, 1).map((one) => ({ ...one, openedAt: at(-600) }))
  expect(pacesOf(openedFirst)[0]).toMatchObject({ median: 1, flagged: true })
})

it('flags whoever kept all in one go unseen, and nobody who took some away', () => {
  const bulk = decided(5, 0.01, { unopened: true })
  expect(pacesOf(bulk)).toMatchObject([{ inBulk: 5, flagged: true }])
  expect(pacesOf(bulk.map((one, i) => ({ ...one, kept: i > 0 })))).toMatchObject([{ flagged: false }])
  expect(pacesOf(decided(1, 0.01, { unopened: true }))).toMatchObject([{ flagged: false }])
  expect(pacesOf(decided(5, 60, { unopened: true }))).toMatchObject([{ inBulk: 0, flagged: false }])
})

it('draws a tenth, and never none', () => {
  expect([1, 10, 11, 95].map(sampleSize)).toEqual([1, 1, 2, 10])
})

it('asks nobody about their own, nor about what they approved, and goes to a manager where nobody is left', () => {
  const parties = { subject: 'li', approvers: [] as string[], owner: 'wang', head: 'zhao', managers: ['sun', 'zhou'] }
  expect(reviewerFor(parties, 'owner')).toEqual({ reviewer: 'wang', escalated: false })
  expect(reviewerFor(parties, 'head')).toEqual({ reviewer: 'zhao', escalated: false })
  expect(reviewerFor({ ...parties, subject: 'wang' }, 'owner')).toEqual({ reviewer: 'zhao', escalated: false })
  expect(reviewerFor({ ...parties, approvers: ['wang', 'zhao', 'sun'] }, 'owner')).toEqual({
    reviewer: 'zhou',
    escalated: true,
  })
  expect(reviewerFor({ ...parties, managers: ['li'], owner: 'li', head: null }, 'owner')).toEqual({
    reviewer: null,
    escalated: true,
  })
  expect(reviewerFor({ ...parties, barred: ['wang'] }, 'owner')).toEqual({ reviewer: 'zhao', escalated: false })
})
