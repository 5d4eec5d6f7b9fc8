import { expect, test } from 'vitest'
import { markWords } from './mark.ts'

test.each([
  [
    { session: 'day-am', edge: 'start', offsetMinutes: -30 },
    '日盘开盘前 30 分钟',
    '30 min before the day session opens',
  ],
  [
    { session: 'day-pm', edge: 'end', offsetMinutes: 75 },
    '日盘收盘后 1 小时 15 分钟',
    '1 h 15 min after the day session closes',
  ],
  [{ session: 'night', edge: 'start', offsetMinutes: 0 }, '夜盘开盘时', 'when the night session opens'],
  [{ session: 'night', edge: 'end', offsetMinutes: 120 }, '夜盘收盘后 2 小时', '2 h after the night session closes'],
  [{ session: 'block', edge: 'end', offsetMinutes: 5 }, 'block结束后 5 分钟', '5 min after block ends'],
] as const)('%o', (mark, zh, en) => {
  expect(markWords(mark)).toEqual([zh, en])
})
