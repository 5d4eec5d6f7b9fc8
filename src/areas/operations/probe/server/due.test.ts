import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DueQueue } from './due.ts'

it('hands out what is due, earliest first, whatever the order it came in', () => {
  const moves = fc.array(fc.record({ add: fc.boolean(), at: fc.integer({ min: 0, max: 50 }) }), { maxLength: 200 })
  fc.assert(
    fc.property(moves, (steps) => {
      const queue = new DueQueue<number>()
      let model: number[] = []
      for (const { add, at } of steps) {
        if (add) {
          queue.add(at, at)
          model = [...model, at].sort((a, b) => a - b)
        } else {
          const expected = model[0] !== undefined && model[0] <= at ? model.shift() : undefined
          expect(queue.takeDue(at)?.item).toBe(expected)
        }
        expect(queue.nextAt).toBe(model[0])
        expect(queue.size).toBe(model.length)
      }
    }),
  )
})
