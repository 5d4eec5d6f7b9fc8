import { describe, expect, test } from 'vitest'
import { type ClockShown, nearness, shareOf, standing, timeWords } from './reading.ts'

const now = '2026-11-24T02:00:00.000Z'
const clock: ClockShown = {
  clock: 'resolution',
  target: { id: 't', name: 'P1', minutes: 60, warnAt: 0.75 },
  calendar: { id: 'c', name: '全天候' },
  state: 'running',
  open: true,
  startedAt: '2026-11-24T01:30:00.000Z',
  endedAt: null,
  dueAt: '2026-11-24T02:30:00.000Z',
  warnAt: '2026-11-24T02:15:00.000Z',
  breachedAt: null,
  ranSeconds: 1_800,
  leftSeconds: 1_800,
  pausedSeconds: 0,
  ahead: [],
}

describe('how a clock stands', () => {
  test.each([
    [{}, 'progress', 'Running'],
    [{ warnAt: now }, 'late', 'Due soon'],
    [{ warnAt: null }, 'progress', 'Running'],
    [{ state: 'paused', dueAt: null }, 'start', 'Paused'],
    [{ state: 'breached' }, 'broken', 'Overdue'],
    [{ state: 'breached', open: false }, 'broken', 'Late'],
    [{ state: 'met', open: false }, 'kept', 'In time'],
    [{ state: 'unknown', dueAt: null }, 'unknown', 'Calendar ends'],
  ] as [Partial<ClockShown>, string, string][])('%j is %s: %s', (changed, tone, word) => {
    const found = standing({ ...clock, ...changed }, now)
    expect([found.tone, found.word[1]]).toEqual([tone, word])
  })

  test('its bar is what is used up, and never more than all', () => {
    expect(shareOf(clock)).toBe(0.5)
    expect(shareOf({ ...clock, ranSeconds: 99_999 })).toBe(1)
  })
})

test('working time is said in hours and minutes, begun minutes left out', () => {
  const said = [0, 59, 60, 3_599, 3_600, 90_061, -4_800].map((seconds) => timeWords(seconds)[1])
  expect(said).toEqual(['under 1 min', 'under 1 min', '1 min', '59 min', '1 h', '25 h 1 min', '1 h 20 min'])
})

test('a due time in a list is over, near, or ahead', () => {
  expect(nearness('2026-11-24T02:00:00.000Z', now)).toBe('over')
  expect(nearness('2026-11-24T03:00:00.000Z', now)).toBe('soon')
  expect(nearness('2026-11-24T03:00:01.000Z', now)).toBe('ahead')
})
