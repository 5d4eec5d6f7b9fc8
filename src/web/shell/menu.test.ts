import { expect, it } from 'vitest'
import { keysFor } from './menu.ts'

it('gives each name a letter of its own, the first that is free', () => {
  expect(keysFor(['operations', 'service', 'organisation', 'administration'], ['h'])).toEqual(['o', 's', 'r', 'a'])
  expect(keysFor(['/incidents', '/in', '/ni'])).toEqual(['i', 'n', 'a'])
  expect(keysFor(['/h'], ['h'])).toEqual(['a'])
})

it('never gives one twice, and none where none is left', () => {
  const keys = keysFor(Array.from({ length: 40 }, () => 'aa'))
  const given = keys.filter((key) => key !== undefined)
  expect(given).toHaveLength(36)
  expect(new Set(given).size).toBe(36)
})
