import { expect, it } from 'vitest'
import { isLoopback } from './loopback.ts'

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.evil.example', false],
  ['127.evil', false],
])('knows whether %s is this machine alone', (host, is) => {
  expect(isLoopback(host)).toBe(is)
})
