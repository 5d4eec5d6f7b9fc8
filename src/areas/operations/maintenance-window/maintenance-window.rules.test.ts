import { describe, expect, it } from 'vitest'
import { endedText, outlived, windowFaults } from './maintenance-window.rules.ts'

const now = '2026-11-29T01:00:00.000Z'
const planned = { components: ['c'], startsAt: '2026-11-29T02:00:00.000Z', endsAt: '2026-11-29T03:00:00.000Z' }
const codes = (values: object) =>
  windowFaults({ ...planned, ...values }, now).map(({ path, code }) => `${path} ${code}`)

describe('a maintenance window', () => {
  it('names its components and ends after it starts, not before now, and not too long after', () => {
    expect(codes({})).toEqual([])
    expect(codes({ components: [], endsAt: planned.startsAt })).toEqual(['components required', 'endsAt order'])
    expect(codes({ startsAt: '2026-11-28T01:00:00.000Z', endsAt: now })).toEqual(['endsAt past'])
    expect(codes({ endsAt: '2026-12-14T02:00:00.000Z' })).toEqual(['endsAt too-long'])
  })

  it('is named by what outlived it, however long its title', () => {
    const [zh, en] = outlived(['长'.repeat(200), 'x'.repeat(200)], 'MWN-202611-0001')
    expect([zh.length, en.length]).toEqual([200, 200])
    expect(zh).toContain('MWN-202611-0001')
    expect(en).toMatch(/MWN-202611-0001\)$/)
  })

  it('says what it held back', () => {
    expect(endedText('换电源', 0, 0)[0]).toBe('维护窗口结束:换电源。其间没有异常。')
    expect(endedText('换电源', 3, 1)[0]).toContain('压下异常 3 项,1 项仍未恢复')
    expect(endedText('换电源', 3, 0)[1]).toContain('3 held back, all well again')
  })
})
