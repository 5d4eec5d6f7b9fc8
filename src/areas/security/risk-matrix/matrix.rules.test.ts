import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, levelAt, matrixFaults } from './matrix.rules.ts'
import { five } from './matrix.testing.ts'

const with_ = (grid: number[][]) => ({ ...five, grid: grid.map((levels) => ({ levels })) })
const codes = (grid: number[][]) => matrixFaults(with_(grid)).map(({ code, path }) => `${path} ${code}`)

describe('a matrix', () => {
  it('holds as it stands', () => expect(matrixFaults(five)).toEqual([]))

  it('is full: a row for each step of likelihood, a cell for each of impact', () => {
    expect(codes(cellsOf(five).slice(1))).toContain('grid not-full')
    expect(codes(cellsOf(five).map((row, i) => (i === 2 ? row.slice(1) : row)))).toContain('grid.2.levels not-full')
  })

  it('names levels that it has', () =>
    expect(codes(cellsOf(five).map((row, i) => (i === 4 ? [...row.slice(0, 4), 5] : row)))).toEqual([
      'grid.4.levels no-such-level',
    ]))

  it('never says less where something is likelier or worse', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 4 }), (i, j, level) => {
        const cells = cellsOf(five).map((row, r) => row.map((old, c) => (r === i && c === j ? level : old)))
        const around = (r: number, c: number) => cells[r]?.[c]
        const isMonotone =
          level >= Math.max(around(i - 1, j) ?? 1, around(i, j - 1) ?? 1) &&
          level <= Math.min(around(i + 1, j) ?? 4, around(i, j + 1) ?? 4)
        expect(matrixFaults(with_(cells)).length === 0).toBe(isMonotone)
      }),
    )
  })

  it('has a level for each of its cells and for no other', () => {
    expect(levelAt(five, 1, 1)).toBe(1)
    expect(levelAt(five, 5, 5)).toBe(4)
    expect(levelAt(five, 6, 1)).toBeNull()
    expect(levelAt(five, null, 1)).toBeNull()
  })
})
