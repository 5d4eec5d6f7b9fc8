import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSteps } from './compare.rules.ts'
import { stepSchema } from './step.rules.ts'

const step = (key: string, more: object = {}) =>
  stepSchema.parse({
    ...{ key, title: [key, key], instructions: '照做', expected: '做好', mode: 'hand', makerPost: 'duty-operator' },
    ...more,
  })
const told = (before: string[], after: string[]) =>
  compareSteps(
    before.map((key) => step(key)),
    after.map((key) => step(key)),
  ).map(({ key, is, moved }) => `${key} ${moved ? 'moved' : is}`)

test('what was added, removed and moved stands where one looks for it', () => {
  expect(told(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd'])).toEqual([
    'a same',
    'b removed',
    'x added',
    'c same',
    'd same',
  ])
  expect(told(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual(['b same', 'c same', 'd same', 'a moved'])
})

test('a step that says something else says what, field by field', () => {
  const [one] = compareSteps(
    [step('a', { needs: [], deadline: { session: 'day-am', edge: 'start', offsetMinutes: -30 } })],
    [step('a', { expected: '全部做好', deadline: { session: 'day-am', edge: 'start', offsetMinutes: -20 } })],
  )
  expect(one).toMatchObject({
    is: 'changed',
    changes: [
      { field: 'expected', before: '做好', after: '全部做好' },
      { field: 'deadline', before: { offsetMinutes: -30 }, after: { offsetMinutes: -20 } },
    ],
  })
})

test('every step of either edition is told once, and an edition differs from itself in nothing', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  fc.assert(
    fc.property(keys, keys, (before, after) => {
      const all = compareSteps(
        before.map((key) => step(key)),
        after.map((key) => step(key)),
      )
      expect(all.map(({ key }) => key).sort()).toEqual([...new Set([...before, ...after])].sort())
      expect(all.filter(({ is }) => is !== 'removed').map(({ key }) => key)).toEqual(after)
      const same = compareSteps(
        before.map((key) => step(key)),
        before.map((key) => step(key)),
      )
      expect(same.every(({ is, moved }) => is === 'same' && !moved)).toBe(true)
    }),
  )
})
