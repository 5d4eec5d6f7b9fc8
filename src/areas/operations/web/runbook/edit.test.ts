import { describe, expect, test } from 'vitest'
import { stepOf } from '../../runbook/runbook.testing.ts'
import { added, changed, faultCount, faultsAt, faultsOfNone, moved, removed, tidied } from './edit.ts'

const keys = (steps: readonly { key: string }[]) => steps.map(({ key }) => key).join(' ')
const three = [stepOf('a'), stepOf('b', { needs: ['a'] }), stepOf('c', { needs: ['b'] })]

describe('adding', () => {
  test('comes after the one in hand, waits for it, and takes over its posts', () => {
    const { steps, key } = added([stepOf('a', { makerPost: 'desk', checkerPost: 'second' }), stepOf('b')], 0)
    expect(keys(steps)).toBe('a step-3 b')
    expect(steps[1]).toMatchObject({ key, needs: ['a'], makerPost: 'desk', checkerPost: 'second' })
  })
  test('takes no key that is taken', () => {
    expect(added([stepOf('step-2')], 0).key).toBe('step-3')
  })
  test('the first waits for nobody', () => {
    expect(added([], -1).steps[0]?.needs).toEqual([])
  })
})

test('removing keeps the order of what was around', () => {
  const rest = removed(three, 'b')
  expect(keys(rest)).toBe('a c')
  expect(rest[1]?.needs).toEqual(['a'])
})

test('moving stops at both ends and changes no order of work', () => {
  expect(keys(moved(three, 'b', -1))).toBe('b a c')
  expect(keys(moved(three, 'c', 1))).toBe('a b c')
  expect(moved(three, 'c', -1).find(({ key }) => key === 'c')?.needs).toEqual(['b'])
})

test('a new key is followed by those that wait for it', () => {
  const renamed = changed(three, 'b', { key: 'bank' })
  expect(keys(renamed)).toBe('a bank c')
  expect(renamed[2]?.needs).toEqual(['bank'])
})

test('a field set to nothing is left out', () => {
  const deadline = { session: 'day-am', edge: 'start', offsetMinutes: -5 } as const
  const [step] = changed([stepOf('a', { deadline })], 'a', { deadline: undefined })
  expect(step && 'deadline' in step).toBe(false)
})

test('what the mode has no use for is not sent, nor what is empty', () => {
  const [step] = tidied([
    stepOf('a', { action: 'start', probe: 'PRB-1', proof: 'PRB-2', instructionsEn: '', closing: { title: ['', ''] } }),
  ])
  expect(step).toMatchObject({ key: 'a', proof: 'PRB-2', components: [], needs: [] })
  for (const name of ['action', 'probe', 'instructionsEn', 'closing']) expect(step).not.toHaveProperty(name)
  expect(tidied([stepOf('a', { mode: 'probe', probe: 'PRB-1', proof: 'PRB-2' })])[0]).not.toHaveProperty('proof')
})

test('faults stand at their steps and fields', () => {
  const faults = [
    { path: 'steps.1.needs.0', message: 'no such step' },
    { path: 'steps.1.needs', message: 'a ring' },
    { path: 'steps.1', message: 'alone' },
    { path: 'steps.11.title', message: 'another step' },
    { path: 'dueAnchor', message: 'when' },
  ]
  expect(faultsAt(faults, 1)).toEqual({ needs: ['no such step', 'a ring'], '': ['alone'] })
  expect(faultCount(faults, 1)).toBe(3)
  expect(faultsOfNone(faults)).toEqual(['when'])
})
