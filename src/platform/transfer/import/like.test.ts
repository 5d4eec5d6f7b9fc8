import fc from 'fast-check'
import { expect, it } from 'vitest'
import { likeness } from './like.ts'

it.each([
  ['戴尔PowerEdge R750', '戴尔 PowerEdge R750', 1],
  ['信息技术部', '信息科技部', 0.5],
  ['PowerEdge R750', 'PowerEdge R760', 0.85],
  ['王强', '李娜', 0],
  ['', 'x', 0],
])('%s and %s are alike by %d', (one, other, like) => expect(likeness(one, other)).toBeCloseTo(like, 1))

it('is the same both ways, whole for the same name and never more', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one))
      expect(likeness(one, one)).toBe(1)
      expect(likeness(one, other)).toBeLessThanOrEqual(1)
    }),
  )
})
