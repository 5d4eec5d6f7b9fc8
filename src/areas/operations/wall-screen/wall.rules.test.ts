import { expect, it } from 'vitest'
import { countsOf, isCut, mostTiles, tilesOf, type WallComponent } from './wall.rules.ts'

const one = (n: number, more: Partial<WallComponent> = {}): WallComponent => ({
  ...{ id: `${n}`, code: `C${String(n).padStart(3, '0')}`, name: `组件 ${n}`, since: null, maintainedUntil: null },
  ...{ criticality: 'ordinary', health: 'up', ...more },
})

it('keeps each tile at its place, and leaves out none that is unwell', () => {
  const few = [one(3), one(1, { health: 'down' }), one(2, { criticality: 'trading' })]
  expect(tilesOf(few).shown.map(({ id }) => id)).toEqual(['2', '1', '3'])
  const many = Array.from({ length: 200 }, (_, n) => one(n, n > 190 ? { health: 'slow' } : {}))
  const { shown, left } = tilesOf(many)
  expect([shown.length, left]).toEqual([mostTiles, 200 - mostTiles])
  expect(shown.filter(({ health }) => health === 'slow')).toHaveLength(9)
  expect(countsOf(many)).toEqual([
    ['slow', 9],
    ['up', 191],
  ])
})

it('is cut off when the server says nothing, or is not read, for too long', () => {
  expect(isCut(15_000, 0, 0)).toBe(false)
  expect(isCut(15_001, 0, 0)).toBe(true)
  expect(isCut(25_001, 25_000, 0)).toBe(true)
})
