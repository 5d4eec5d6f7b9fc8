import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gapsIn, placesFor, type Racked, spaceFaults, topOf, unitsText } from './rack.rules.ts'

const at = (unit: number, units = 1, id = `${unit}`): Racked => ({ id, name: `设备 ${id}`, unit, units })

it('refuses what is too high and what stands where another does, and names it', () => {
  expect(spaceFaults(at(41, 2), 42, [])).toEqual([])
  expect(spaceFaults(at(42, 2), 42, []).map(({ code }) => code)).toEqual(['too-high'])
  const found = spaceFaults(at(10, 3), 42, [at(9, 1, 'a'), at(12, 2, 'b'), at(10, 3)])
  expect(found.map(({ text }) => text[0])).toEqual(['U12–U13 已有「设备 b」。'])
})

it('counts free stretches from the bottom', () => {
  expect(gapsIn(10, [at(3, 2), at(1)])).toEqual([
    { unit: 2, units: 1 },
    { unit: 5, units: 6 },
  ])
  expect(gapsIn(4, [at(1, 4)])).toEqual([])
  expect(placesFor(2, 6, [at(3)])).toEqual([1, 4, 5])
  expect([unitsText(at(5)), unitsText(at(5, 2))]).toEqual(['U5', 'U5–U6'])
})

it('offers exactly the places at which nothing is refused', () => {
  const racked = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 })), { maxLength: 5 })
  fc.assert(
    fc.property(racked, fc.integer({ min: 1, max: 5 }), (given, units) => {
      const stands = given.map(([unit, high], i) => at(unit, high, `s${i}`)).filter((one) => topOf(one) <= 20)
      const offered = new Set(placesFor(units, 20, stands))
      for (let unit = 1; unit <= 20; unit++)
        expect(offered.has(unit)).toBe(spaceFaults(at(unit, units, 'new'), 20, stands).length === 0)
    }),
  )
})
