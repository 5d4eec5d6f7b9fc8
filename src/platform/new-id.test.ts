import { describe, expect, it } from 'vitest'
import { newId } from './new-id.ts'

describe('new ids', () => {
  it('are of version 7, rise, and never come twice', () => {
    const made = Array.from({ length: 20_000 }, newId)
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(made).toEqual([...new Set(made)].sort())
  })

  it('say when they were made', () => {
    const before = Date.now()
    const said = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
    expect(said).toBeGreaterThanOrEqual(before)
    expect(said).toBeLessThanOrEqual(Date.now())
  })
})
