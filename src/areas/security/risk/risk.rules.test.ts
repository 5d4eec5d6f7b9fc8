import { describe, expect, it } from 'vitest'
import { five } from '../risk-matrix/matrix.testing.ts'
import { acceptedFields, contentOf, levelsOf, ratingFaults } from './risk.rules.ts'

const rated = (inherent: [number, number], current: [number, number], residual: [number, number]) => ({
  ...{ inherentLikelihood: inherent[0], inherentImpact: inherent[1] },
  ...{ currentLikelihood: current[0], currentImpact: current[1] },
  ...{ residualLikelihood: residual[0], residualImpact: residual[1] },
})

describe('the ratings of a risk', () => {
  it('have a level each', () =>
    expect(levelsOf(five, rated([5, 5], [4, 3], [1, 2]))).toEqual({
      ...{ inherentLevel: 4, currentLevel: 3, residualLevel: 1 },
    }))

  it('never grow worse by what is done: inherent ≥ current ≥ residual', () => {
    expect(ratingFaults(five, rated([3, 3], [3, 3], [2, 2]))).toEqual([])
    expect(ratingFaults(five, rated([2, 2], [4, 4], [5, 5])).map(({ path }) => path)).toEqual([
      ...['currentLikelihood', 'residualLikelihood'],
    ])
  })

  it('are steps of the matrix; all that are not are told at once', () =>
    expect(ratingFaults(five, rated([6, 5], [5, 7], [1, 1])).map(({ path }) => path)).toEqual([
      ...['inherentLikelihood', 'currentImpact'],
    ]))
})

it('knows the content that was accepted, whatever the order of its links', () => {
  const row = { title: '断电', components: ['b', 'a'], version: 7 }
  expect(contentOf(row)).toEqual(contentOf({ ...row, components: ['a', 'b'], version: 9 }))
  expect(Object.keys(contentOf(row))).toEqual([...acceptedFields])
})
