import { expect, test } from 'vitest'
import { courseOf } from './course.ts'
import { alarmScreenWords as words } from './words.ts'

const quiet = {
  firstAt: '2026-11-24T01:00:00.000Z',
  recoveredAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  resolvedAt: null,
  resolvedBy: null,
  resolution: null,
}

test('the course of an alarm tells its events, who took it and how it ended, the newest first', () => {
  const events = [
    { at: '2026-11-24T01:00:00.000Z', to: 'down', title: '中断', titleEn: 'is down', note: 'ECONNREFUSED' },
    { at: '2026-11-24T01:09:00.000Z', to: 'up', title: '恢复', titleEn: null, note: '恢复' },
  ] as const
  const course = courseOf(
    {
      ...quiet,
      acknowledgedAt: '2026-11-24T01:02:00.000Z',
      acknowledgedBy: 'li',
      resolvedAt: '2026-11-24T01:10:00.000Z',
    },
    events,
    words,
  )
  expect(course.map(({ note }) => note)).toEqual([null, null, null, 'ECONNREFUSED'])
  expect(course.map(({ tone, text, by }) => [tone, text[1], by])).toEqual([
    ['kept', 'resolved', null],
    ['kept', '恢复', null],
    ['progress', 'acknowledged', 'li'],
    ['broken', 'is down', null],
  ])
})

test('an alarm without events begins when it was first seen', () => {
  expect(courseOf(quiet, [], words)).toMatchObject([{ at: quiet.firstAt, text: words.first }])
})
