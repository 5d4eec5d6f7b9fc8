import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, silenceFaults, silences } from './silence.rules.ts'

const nothing = { component: null, source: null, keyPattern: null, level: 'critical' } as const
const heard = { key: 'event:s:disk/db01', severity: 'warning', component: 'c', source: 's' } as const

describe('a pattern of keys', () => {
  it('takes * for anything', () => {
    for (const pattern of ['*', 'event:*', '*db01', 'event:*disk*', 'event:s:disk/db01', '*:*:*'])
      expect(fits(pattern, heard.key), pattern).toBe(true)
    for (const pattern of ['', 'event', 'db01', '*db02*', 'event:*x', 'event:s:disk/db01*1'])
      expect(fits(pattern, heard.key), pattern).toBe(false)
  })

  it('fits as the regular expression that says the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*') })
    fc.assert(
      fc.property(text, text, (pattern, key) => {
        const said = new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
        expect(fits(pattern, key)).toBe(said.test(key))
      }),
    )
  })
})

describe('a silence', () => {
  it('means what fits everything that it says, and nothing where it says nothing', () => {
    expect(silences(nothing, heard)).toBe(false)
    expect(silences({ ...nothing, component: 'c' }, heard)).toBe(true)
    expect(silences({ ...nothing, component: 'c', source: 't' }, heard)).toBe(false)
    expect(silences({ ...nothing, source: 's', keyPattern: '*disk*' }, heard)).toBe(true)
  })

  it('for warnings lets what is critical through', () => {
    const mild = { ...nothing, component: 'c', level: 'warning' } as const
    expect(silences(mild, heard)).toBe(true)
    expect(silences(mild, { ...heard, severity: 'critical' })).toBe(false)
  })

  it('ends, and not too late', () => {
    const row = { ...nothing, component: 'c', until: '2026-11-30T01:00:00.000Z' }
    expect(silenceFaults(row, '2026-11-29T01:00:00.000Z', 1)).toEqual([])
    expect(silenceFaults(row, '2026-11-29T00:59:59.000Z', 1)).toMatchObject([{ code: 'too-long' }])
    expect(silenceFaults(row, row.until, 1)).toMatchObject([{ code: 'past' }])
  })
})
