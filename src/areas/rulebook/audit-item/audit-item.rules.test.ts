import { expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { noteWanted } from './audit-item.rules.ts'

it('what conforms needs no word; whatever else does', () => {
  expect(noteWanted({ result: 'conforming', note: null })).toEqual([])
  expect(noteWanted({ result: 'observation', note: '见样本' })).toEqual([])
  for (const result of ['nonconforming', 'observation', 'not-applicable'] as const)
    expect(faultsIn(noteWanted({ result, note: null }))).toEqual(['note required'])
})
