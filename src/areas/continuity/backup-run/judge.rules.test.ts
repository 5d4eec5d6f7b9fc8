import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Copy, judge, usualSize } from './judge.rules.ts'

const bounds = { shrinkPercent: 50, growPercent: 100, changes: true }
const copy = (more: Partial<Copy> = {}): Copy => ({
  exitCode: 0,
  startedAt: '2026-11-24T12:00:00.000Z',
  bytes: 1_000,
  same: 'today',
  modifiedAt: '2026-11-24T12:00:09.000Z',
  ...more,
})
const before = [980, 1_000, 1_010].map((bytes, n) => ({ bytes, same: `day-${n}` }))
const found = (more: Partial<Copy>, past = before, by = bounds) => judge(copy(more), past, by).finding

describe('a copy', () => {
  it('is good where it ended well, is new, and is as large as usual', () => expect(found({})).toBe('good'))

  it.each([
    ['a command that failed', { exitCode: 1 }, 'failed'],
    ['one that left no exit code', { exitCode: null }, 'failed'],
    ['a copy of no bytes', { bytes: 0 }, 'empty'],
    ['the digest of a copy before', { same: 'day-1' }, 'unchanged'],
    ['a file that was written before the run began', { modifiedAt: '2026-11-23T12:00:09.000Z' }, 'unchanged'],
    ['half of what is usual', { bytes: 500 }, 'shrunken'],
    ['just more than half', { bytes: 510 }, 'good'],
    ['twice of what is usual', { bytes: 2_000 }, 'good'],
    ['more than twice', { bytes: 2_011 }, 'grown'],
    ['no size', { bytes: null }, 'good'],
  ] as const)('%s', (_, more, finding) => expect(found(more)).toBe(finding))

  it('may be the same where the plan says that nothing changes', () =>
    expect(found({ same: 'day-1' }, before, { ...bounds, changes: false })).toBe('good'))

  it('is measured by nothing while fewer than three are known', () =>
    expect(found({ bytes: 1 }, before.slice(1))).toBe('good'))

  it('says what was found in both languages', () => {
    const [zh, en] = judge(copy({ bytes: 200 }), before, bounds).text
    expect([zh, en]).toEqual(['比平常小 80%。', 'It is 80% smaller than usual.'])
  })
})

it('takes for usual what lies in the middle, whatever the order', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 3, maxLength: 12 }), (sizes) => {
      const usual = usualSize(sizes.map((bytes) => ({ bytes }))) as number
      expect(usualSize([...sizes].reverse().map((bytes) => ({ bytes })))).toBe(usual)
      expect(sizes.filter((one) => one <= usual).length).toBeGreaterThanOrEqual(sizes.length / 2)
      expect(sizes.filter((one) => one >= usual).length).toBeGreaterThanOrEqual(sizes.length / 2)
    }),
  ))
