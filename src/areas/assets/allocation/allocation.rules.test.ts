import { expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { givenFaults, type Metric } from './allocation.rules.ts'

const [li, pc] = ['person', 'asset']
const codes = (metric: Metric, person: string | null, asset: string | null, quantity = 1) =>
  faultsIn(givenFaults(metric, { person, asset, quantity }))

it.each([
  ['seat', li, null],
  ['seat', null, pc],
  ['user', li, null],
  ['device', null, pc],
] as const)('a licence by %s is given to %s %s', (metric, person, asset) =>
  expect(codes(metric, person, asset)).toEqual([]),
)

it('cores are given several at once, anything else one each', () => {
  expect(codes('core', null, pc, 32)).toEqual([])
  expect(codes('device', null, pc, 2)).toEqual(['quantity one-each'])
})

it.each([
  ['seat', null, null, ['person required']],
  ['core', null, null, ['asset required']],
  ['seat', li, pc, ['asset two-holders']],
  ['user', null, pc, ['person required', 'asset wrong-holder']],
  ['device', li, null, ['asset required', 'person wrong-holder']],
] as const)('a licence by %s is not given to %s %s', (metric, person, asset, faults) =>
  expect(codes(metric, person, asset)).toEqual(faults),
)
