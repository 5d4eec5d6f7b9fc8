import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allBefore } from '../../../record/graph.ts'
import { type Book, carriedOut } from './include.rules.ts'
import { acyclicSteps, stepOf } from './runbook.testing.ts'
import type { Step } from './step.rules.ts'

const book = (code: string, steps: Step[], mirrors: string | null = null): Book => ({
  code,
  steps,
  mirrors,
  parameters: [],
})
const library = (...books: Book[]) => new Map(books.map((one) => [one.code, one]))
const standsFor = (key: string, runbook: string, more: Partial<Step> = {}) =>
  stepOf(key, { mode: 'runbook', runbook, ...more })
const order = (steps: readonly Step[]) => steps.map(({ key, needs }) => `${key} < ${needs.join(' ')}`)

test('the steps of the other stand in the place of the one: after what it waited for, before what waits for it', () => {
  const fork = book('FORK', [stepOf('a'), stepOf('b', { needs: ['a'] }), stepOf('c', { needs: ['a'] })])
  const { steps, faults } = carriedOut(
    book('WHOLE', [
      stepOf('first'),
      standsFor('sub', 'FORK', { needs: ['first'] }),
      stepOf('last', { needs: ['sub', 'first'] }),
    ]),
    library(fork),
  )
  expect(faults).toEqual([])
  expect(order(steps)).toEqual([
    'first < ',
    'sub-a < first',
    'sub-b < sub-a',
    'sub-c < sub-a',
    'last < sub-b sub-c first',
  ])
})

test('times of the one are those of the first and the last of the other, where these say none', () => {
  const mark = (offsetMinutes: number) => ({ session: 'day-am', edge: 'start' as const, offsetMinutes })
  const inner = book('IN', [stepOf('a', { earliest: mark(1) }), stepOf('b'), stepOf('c', { needs: ['a', 'b'] })])
  const { steps } = carriedOut(
    book('OUT', [standsFor('x', 'IN', { earliest: mark(5), deadline: mark(9) })]),
    library(inner),
  )
  expect(steps.map(({ earliest, deadline }) => [earliest?.offsetMinutes, deadline?.offsetMinutes])).toEqual([
    [1, undefined],
    [5, undefined],
    [undefined, 9],
  ])
})

test('what is included may include, and a mirror does all of it in reverse', () => {
  const inner = book('IN', [stepOf('a'), stepOf('b', { needs: ['a'] })])
  const middle = book('MID', [standsFor('m', 'IN')])
  const outer = book('OUT', [standsFor('o', 'MID'), stepOf('z', { needs: ['o'] })])
  const all = library(inner, middle, outer)
  expect(order(carriedOut(outer, all).steps)).toEqual(['o-m-a < ', 'o-m-b < o-m-a', 'z < o-m-b'])
  expect(order(carriedOut(book('BACK', [], 'OUT'), all).steps)).toEqual(['z < ', 'o-m-b < z', 'o-m-a < o-m-b'])
})

test('no runbook is a part of itself, by whatever way', () => {
  const one = book('ONE', [standsFor('x', 'TWO')])
  const two = book('TWO', [standsFor('y', 'ONE')])
  const self = book('SELF', [stepOf('a'), standsFor('x', 'SELF')])
  const mirror = book('MIRROR', [], 'HOLDS')
  const holds = book('HOLDS', [standsFor('x', 'MIRROR')])
  const all = library(one, two, self, mirror, holds)
  expect(carriedOut(self, all).faults).toMatchObject([{ path: 'steps.1.runbook', code: 'runbook-ring' }])
  // The other end of a longer ring is only known to be no runbook that can be carried out.
  for (const code of ['ONE', 'TWO', 'HOLDS', 'MIRROR'])
    expect(carriedOut(all.get(code) as Book, all).faults).toMatchObject([{ path: 'steps.0.runbook' }])
})

test('every part that cannot be carried out is named at once, at its step', () => {
  const empty = book('EMPTY', [])
  const long = book('LONG', [stepOf('a'.repeat(30))])
  const { faults } = carriedOut(
    book('BAD', [standsFor('a', 'NONE'), stepOf('b'), standsFor('c', 'EMPTY'), standsFor('d'.repeat(20), 'LONG')]),
    library(empty, long),
  )
  expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'steps.0.runbook unknown-runbook',
    'steps.2.runbook unknown-runbook',
    'steps.3.key key-too-long',
  ])
})

test('whatever is included: all of it comes after what the step waited for, and before what waits for the step', () => {
  fc.assert(
    fc.property(acyclicSteps, acyclicSteps, fc.nat(), (outer, inner, drawn) => {
      const at = drawn % outer.length
      const whole = outer.map((step, n) => (n === at ? { ...step, mode: 'runbook' as const, runbook: 'IN' } : step))
      const { steps, faults } = carriedOut(book('OUT', whole), library(book('IN', inner)))
      expect(faults).toEqual([])
      const before = allBefore(steps)
      const plain = allBefore(outer)
      const own = inner.map(({ key }) => `s${at}-${key}`)
      const names = (key: string) => (key === `s${at}` ? own : [key])
      for (const { key } of outer)
        for (const other of plain.get(key) ?? [])
          for (const one of names(key)) for (const two of names(other)) expect(before.get(one)).toContain(two)
    }),
  )
})
