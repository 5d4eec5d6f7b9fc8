import { expect, it } from 'vitest'
import { moreOf, nearest } from './impact.rules.ts'

it('puts each where it is nearest, and what is as near on both sides with what is touched', () => {
  const found = nearest([
    ...[
      { id: 'switch', level: -1 },
      { id: 'server', level: 2 },
      { id: 'server', level: 1 },
    ],
    ...[
      { id: 'switch', level: 1 },
      { id: 'here', level: 0 },
      { id: 'ups', level: -3 },
      { id: 'ups', level: -2 },
    ],
  ])
  expect(Object.fromEntries(found)).toEqual({ here: 0, switch: 1, server: 1, ups: -2 })
})

it('says how many are not shown, and where the count ends', () => {
  expect(
    moreOf([
      { level: 1, shown: ['a'], count: 1 },
      { level: 2, shown: ['a', 'b'], count: 7 },
      { level: -1, shown: ['a', 'b'], count: 1_001 },
    ]),
  ).toEqual([
    { level: 2, count: 5, atLeast: false },
    { level: -1, count: 998, atLeast: true },
  ])
})
