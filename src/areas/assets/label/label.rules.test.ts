import { describe, expect, it } from 'vitest'
import { type Area, codes, partsOf, placeAt, placesOn, type StockCode, stockCodes, stocks } from './label.rules.ts'

const near = (value: number) => Math.round(value * 100) / 100
const at = (code: StockCode, start: number, n: number) => {
  const { page, at } = placeAt(stocks[code], start, n)
  return [page, near(at.x), near(at.y)]
}

describe('places on a sheet', () => {
  it('are where the makers say, in millimetres', () => {
    expect(at('a4-21', 1, 0)).toEqual([0, 7.25, 15.15])
    expect(at('a4-21', 1, 4)).toEqual([0, 73.25, 53.25])
    expect(at('a4-24', 1, 0)).toEqual([0, 7.25, 12.9])
    expect(at('a4-14', 1, 1)).toEqual([0, 106.75 - 0.5, 15.15])
    expect(at('a4-65', 1, 64)).toEqual([0, 167.15, 265.1])
  })

  it('go on from a begun sheet to the next, and on a tape one after the other', () => {
    expect(at('a4-24', 23, 1)).toEqual([0, 139.25, 250.2])
    expect(at('a4-24', 23, 2)).toEqual([1, 7.25, 12.9])
    expect(at('tape-12', 1, 7)).toEqual([7, 0, 0])
  })

  it('lie on the page and over no other', () => {
    for (const code of stockCodes) {
      const stock = stocks[code]
      const all = Array.from({ length: placesOn(stock) }, (_, n) => placeAt(stock, 1, n).at)
      for (const one of all) expect(within(one, { x: 0, y: 0, ...stock.page })).toBe(true)
      for (const [i, one] of all.entries()) for (const other of all.slice(i + 1)) expect(apart(one, other)).toBe(true)
    }
  })
})

it('lays words, picture and bars within each label, none over another', () => {
  for (const stock of stockCodes)
    for (const code of codes) {
      const { edge, width, height } = stocks[stock]
      const inner = { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge }
      const parts = Object.values(partsOf(stocks[stock], code)) as Area[]
      for (const part of parts) expect(within(part, inner)).toBe(true)
      for (const [i, one] of parts.entries())
        for (const other of parts.slice(i + 1)) expect(apart(one, other)).toBe(true)
    }
  expect(partsOf(stocks['tape-12'], 'both').bar).toBeUndefined()
  expect(partsOf(stocks['tape-12'], 'code128').bar).toBeDefined()
})

const slack = 1e-9
const within = (one: Area, outer: Area): boolean =>
  one.x >= outer.x - slack &&
  one.y >= outer.y - slack &&
  one.x + one.width <= outer.x + outer.width + slack &&
  one.y + one.height <= outer.y + outer.height + slack

const apart = (a: Area, b: Area): boolean =>
  a.x + a.width <= b.x + slack ||
  b.x + b.width <= a.x + slack ||
  a.y + a.height <= b.y + slack ||
  b.y + b.height <= a.y + slack
