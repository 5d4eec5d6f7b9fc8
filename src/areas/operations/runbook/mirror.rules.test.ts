import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allBefore, cyclesIn } from '../../../record/graph.ts'
import { reversed } from './mirror.rules.ts'
import { acyclicSteps, stepOf } from './runbook.testing.ts'
import type { Step } from './step.rules.ts'

/** Pairs "a before b" among the given keys, as text to compare. */
const order = (steps: readonly Step[], among: ReadonlySet<string>, turned = false): string[] =>
  [...allBefore(steps)]
    .flatMap(([key, before]) => [...before].map((first) => (turned ? [key, first] : [first, key])))
    .filter(([first, then]) => among.has(first as string) && among.has(then as string))
    .map((pair) => pair.join('<'))
    .sort()

const keptKeys = (steps: readonly Step[]) => new Set(steps.filter((one) => !one.closing?.skip).map(({ key }) => key))

test('a closing does what it keeps of the opening in exactly the reverse order', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      expect(order(reversed(steps), keptKeys(steps))).toEqual(order(steps, keptKeys(steps), true))
    }),
  )
})

test('turning twice gives the order of the opening again', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      expect(order(reversed(reversed(steps)), keptKeys(steps))).toEqual(order(steps, keptKeys(steps)))
    }),
  )
})

test('turning twice gives the steps themselves again where none is left out', () => {
  fc.assert(
    fc.property(acyclicSteps, (drawn) => {
      const steps = drawn.map(({ closing: _closing, ...step }) => ({ ...step, closing: {} }))
      const sorted = (list: readonly Step[]) => list.map((step) => ({ ...step, needs: [...step.needs].sort() }))
      expect(sorted(reversed(reversed(steps)))).toEqual(sorted(steps))
    }),
  )
})

test('a closing has no cycle and reads in an order that can be worked', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      const closing = reversed(steps)
      expect(cyclesIn(closing)).toEqual([])
      closing.forEach((step, at) => {
        for (const need of step.needs) expect(closing.findIndex(({ key }) => key === need)).toBeLessThan(at)
      })
    }),
  )
})

test('start becomes stop, up becomes down, and the words and times are the closing’s own', () => {
  const opening = [
    stepOf('front', {
      mode: 'command',
      components: ['front'],
      action: 'start',
      proof: 'PRB-1',
      deadline: { session: 'day', edge: 'start', offsetMinutes: -30 },
      closing: {
        title: ['停前置', 'Stop the front'],
        deadline: { session: 'day', edge: 'end', offsetMinutes: 60 },
      },
    }),
    stepOf('check', { mode: 'probe', probe: 'PRB-1', needs: ['front'] }),
  ]
  const [check, front] = reversed(opening)
  expect(check).toMatchObject({ key: 'check', expect: 'down', needs: [] })
  expect(front).toMatchObject({
    key: 'front',
    action: 'stop',
    expect: 'down',
    needs: ['check'],
    title: ['停前置', 'Stop the front'],
    deadline: { session: 'day', edge: 'end', offsetMinutes: 60 },
  })
  expect(reversed(reversed(opening))).toEqual([opening[0], { ...opening[1], closing: {} }])
})

test('a backup is the same both ways', () => {
  const [backup] = reversed([stepOf('backup', { mode: 'command', components: ['db'], action: 'backup' })])
  expect(backup).toMatchObject({ action: 'backup', expect: 'up' })
})

test('the order reaches across a step that the closing leaves out', () => {
  const opening = [
    stepOf('first'),
    stepOf('middle', { needs: ['first'], closing: { skip: true } }),
    stepOf('last', { needs: ['middle'] }),
  ]
  expect(reversed(opening).map(({ key, needs }) => [key, needs])).toEqual([
    ['last', []],
    ['first', ['last']],
  ])
})
