import { describe, expect, it } from 'vitest'
import { innerAddress } from './search.ts'

describe('the address after sign-in', () => {
  it('is the one asked for', () => {
    expect(innerAddress('/incidents?state=new')).toBe('/incidents?state=new')
    expect(innerAddress(undefined)).toBe('/')
  })

  it('never leaves the app', () => {
    for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
      expect(innerAddress(elsewhere)).toBe('/')
    }
  })
})
