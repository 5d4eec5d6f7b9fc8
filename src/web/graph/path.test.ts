import { expect, test } from 'vitest'
import { roundedPath, viewOf } from './path.ts'

test('a straight way has no corner', () => {
  expect(
    roundedPath(
      [
        { x: 0, y: 0 },
        { x: 0, y: 40 },
      ],
      6,
    ),
  ).toBe('M0 0L0 40')
  expect(roundedPath([], 6)).toBe('')
})

test('a corner is rounded by half of its shorter side at most', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 0, y: 20 },
    { x: 8, y: 20 },
    { x: 8, y: 60 },
  ]
  expect(roundedPath(corners, 6)).toBe('M0 0L0 16Q0 20 4 20L4 20Q8 20 8 24L8 60')
})

test('a small drawing stands in the middle, not enlarged', () => {
  expect(viewOf({ width: 600, height: 800 }, { width: 200, height: 400 })).toEqual({ x: 200, y: 200, zoom: 1 })
})

test('a drawing a little too large is shown whole', () => {
  expect(viewOf({ width: 500, height: 900 }, { width: 500, height: 1_000 })).toEqual({ x: 25, y: 0, zoom: 0.9 })
})

test('a drawing far too tall stays readable and is shown around the focus, never beyond its ends', () => {
  const look = (y: number) => viewOf({ width: 500, height: 400 }, { width: 500, height: 2_000 }, { x: 250, y })
  expect(look(0)).toEqual({ x: 0, y: 0, zoom: 1 })
  expect(look(1_000)).toEqual({ x: 0, y: -800, zoom: 1 })
  expect(look(2_000)).toEqual({ x: 0, y: -1_600, zoom: 1 })
})
