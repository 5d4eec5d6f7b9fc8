import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cyclesIn, layersOf } from '../../../record/graph.ts'
import { canBeTwo, checkSteps, type Facts } from './runbook.rules.ts'
import { acyclicSteps, stepOf } from './runbook.testing.ts'
import type { Step } from './step.rules.ts'

const facts: Facts = {
  components: new Map([
    ['front', ['start', 'stop']],
    ['gateway', ['start']],
  ]),
  probes: new Set(['PRB-1']),
  posts: new Map([
    ['operator', ['li', 'wang']],
    ['checker', ['wang']],
    ['alone', ['wang']],
    ['vacant', []],
  ]),
  sessions: new Set(['day', 'night']),
  place: ({ session, edge, offsetMinutes }) =>
    (session === 'night' ? 0 : 1000) + (edge === 'start' ? 0 : 100) + offsetMinutes,
}

const faultsOf = (...steps: Step[]) => checkSteps(steps, facts).map(({ path, code }) => `${path} ${code}`)

describe('steps are checked before they count', () => {
  test('a sound runbook has no fault', () => {
    expect(
      faultsOf(
        stepOf('a', { checkerPost: 'checker', deadline: { session: 'day', edge: 'start', offsetMinutes: -10 } }),
        stepOf('b', { mode: 'command', components: ['front'], action: 'start', proof: 'PRB-1', needs: ['a'] }),
        stepOf('c', { mode: 'probe', probe: 'PRB-1', needs: ['b'] }),
      ),
    ).toEqual([])
  })

  test('an empty one has nothing to do', () => expect(faultsOf()).toEqual(['steps no-steps']))

  test('every fault is told at once, each with its place', () => {
    const faults = faultsOf(
      stepOf('a', { needs: ['nowhere'], makerPost: 'vacant' }),
      stepOf('a', { mode: 'command', components: ['gateway', 'ghost'], action: 'stop', needs: ['a'] }),
      stepOf('b', { mode: 'probe', needs: ['a'], makerPost: 'alone', checkerPost: 'checker' }),
      stepOf('c', { proof: 'PRB-9', needs: ['b'], makerPost: 'nobody' }),
      stepOf('d', {
        needs: ['c'],
        earliest: { session: 'day', edge: 'start', offsetMinutes: 0 },
        deadline: { session: 'night', edge: 'end', offsetMinutes: 0 },
      }),
      stepOf('e', { mode: 'command', needs: ['d'], earliest: { session: 'noon', edge: 'end', offsetMinutes: 0 } }),
    )
    for (const one of [
      'steps.0.needs.0 unknown-need',
      'steps.0.makerPost empty-post',
      'steps.1.key repeated-key',
      'steps.1.components.0 undeclared-action',
      'steps.1.components.1 unknown-component',
      'steps.2.probe no-probe',
      'steps.2.checkerPost one-person',
      'steps.3.proof unknown-probe',
      'steps.3.makerPost unknown-post',
      'steps.4.deadline deadline-first',
      'steps.5.components no-component',
      'steps.5.action no-action',
      'steps.5.earliest.session unknown-session',
    ])
      expect(faults).toContain(one)
  })

  test('a cycle is named by its steps, in both languages', () => {
    const [cycle, ...others] = checkSteps(
      [stepOf('a', { needs: ['c'] }), stepOf('b', { needs: ['a'] }), stepOf('c', { needs: ['b'] })],
      facts,
    )
    expect(others).toEqual([])
    expect(cycle).toMatchObject({ path: 'steps.0.needs', code: 'cycle' })
    for (const title of ['步骤a', '步骤b', '步骤c']) expect(cycle?.text[0]).toContain(title)
    for (const title of ['Step a', 'Step b', 'Step c']) expect(cycle?.text[1]).toContain(title)
  })

  test('a step that needs itself is a cycle of one', () =>
    expect(faultsOf(stepOf('a', { needs: ['a'] }))).toEqual(['steps.0.needs cycle']))

  test('a step that nothing leads to or from is an orphan; side by side is none', () => {
    expect(faultsOf(stepOf('a'), stepOf('b', { needs: ['a'] }), stepOf('c'))).toEqual(['steps.2 orphan'])
    expect(faultsOf(stepOf('a'), stepOf('b'), stepOf('c', { needs: ['a', 'b'] }))).toEqual([])
  })

  test('a deadline at the earliest start leaves no time', () =>
    expect(
      faultsOf(
        stepOf('a', {
          earliest: { session: 'day', edge: 'start', offsetMinutes: 5 },
          deadline: { session: 'day', edge: 'start', offsetMinutes: 5 },
        }),
      ),
    ).toEqual(['steps.0.deadline deadline-first']))
})

test('two people are needed, and two are found wherever there are two', () => {
  const people = fc.uniqueArray(fc.constantFrom('li', 'wang', 'zhao'), { minLength: 1 })
  fc.assert(
    fc.property(people, people, (makers, checkers) => {
      expect(canBeTwo(makers, checkers)).toBe(new Set([...makers, ...checkers]).size > 1)
    }),
  )
})

test('a cycle is found wherever one edge is turned against the order', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      expect(cyclesIn(steps)).toEqual([])
      const at = steps.findIndex(({ needs }) => needs.length > 0)
      fc.pre(at > 0)
      const need = steps[at]?.needs[0] as string
      const bent = steps.map((step) => (step.key === need ? { ...step, needs: [...step.needs, steps[at]!.key] } : step))
      const rings = cyclesIn(bent)
      expect(rings.length).toBeGreaterThan(0)
      // Each ring is one indeed: every key needs the next.
      for (const ring of rings)
        ring.forEach((key, n) => {
          expect(bent.find((step) => step.key === key)?.needs).toContain(ring[(n + 1) % ring.length])
        })
    }),
  )
})

test('drawn in rows, a step stands below all it needs', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      const layers = layersOf(steps)
      const row = (key: string) => layers.findIndex((layer) => layer.includes(key))
      expect(layers.flat().sort()).toEqual(steps.map(({ key }) => key).sort())
      for (const step of steps) for (const need of step.needs) expect(row(need)).toBeLessThan(row(step.key))
    }),
  )
})
