import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

const anything = (_value: unknown): _value is string | null => true
const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

it('comes back as it was written, for its own sort alone', () => {
  fc.assert(
    fc.property(fc.string(), value, fc.uuid(), (sort, kept, id) => {
      const text = writeCursor({ sort, value: kept, id })
      expect(text).toMatch(/^[\w-]+$/)
      const read = readCursor(text, sort, anything)
      expect(read).toEqual({ sort, value: JSON.parse(JSON.stringify(kept)), id })
      expect(() => readCursor(text, `${sort}x`, anything)).toThrow(expect.objectContaining({ code: 'bad-cursor' }))
    }),
  )
})

it('refuses whatever it did not write, and a value that does not fit, and never fails otherwise', () => {
  const number = (given: unknown): given is number => typeof given === 'number'
  const text = writeCursor({ sort: 'n', value: 'seven', id: '0192f0c4-0000-7000-8000-000000000001' })
  expect(() => readCursor(text, 'n', number)).toThrow(expect.objectContaining({ code: 'bad-cursor' }))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (given) => {
        expect(() => readCursor(given, 'n', number)).toThrow(expect.objectContaining({ code: 'bad-cursor' }))
      },
    ),
  )
})
