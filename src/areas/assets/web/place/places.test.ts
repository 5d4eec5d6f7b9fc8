import { expect, it } from 'vitest'
import { measuresOf, type Rack, type Standing, type TreePlace, treeOf } from './places.ts'

const place = (id: string, parent: string | null, count: number): TreePlace => ({
  ...{ id, number: id, code: id, name: id, parent, count },
  kind: 'room',
})

it('sums up what stands in a place and in all places inside, and loses none whose parent is closed', () => {
  const tree = treeOf([
    place('site', null, 1),
    place('room', 'site', 2),
    place('rack', 'room', 4),
    place('left', 'gone', 8),
  ])
  expect(tree.map(({ id, total }) => [id, total])).toEqual([
    ['site', 7],
    ['left', 8],
  ])
  expect(tree[0]?.inside[0]?.total).toBe(6)
})

it('counts free units and watts', () => {
  const item = (unit: number, units: number, watts: number | null) =>
    ({ id: `${unit}`, name: '', unit, units, watts }) as Standing
  const rack = { height: 10, items: [item(1, 2, 300), item(5, 1, null)] } as unknown as Rack
  expect(measuresOf(rack)).toEqual({ free: 7, watts: 300 })
})
