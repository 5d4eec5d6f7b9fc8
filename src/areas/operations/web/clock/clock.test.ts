import { describe, expect, test } from 'vitest'
import { goldExchange } from '../../calendar/calendar.data.ts'
import { clockOf } from './reading.ts'
import { ageWords, leftWords } from './span.ts'

/** `交易日 11月24日 周二 · 日盘下午 · 1:42 后收盘`, in both languages, at a wall clock of Shanghai. */
function sentence(wall: string): readonly [string, string] {
  const clock = clockOf(goldExchange, Date.parse(`${wall}+08:00`))
  if (!clock.known) return clock.why
  const { day, phase, next } = clock
  return [`${day[0]} · ${phase[0]} · ${next[0]}`, `${day[1]} · ${phase[1]} · ${next[1]}`]
}

describe('the trading clock', () => {
  test.each([
    ['2026-11-24T13:48:00', '11月24日 周二 · 日盘下午 · 1:42 后收盘', 'Tue 24 Nov · day session p.m. · closes in 1:42'],
    ['2026-11-24T10:00:00', '11月24日 周二 · 日盘上午 · 1:30 后休市', 'Tue 24 Nov · day session a.m. · ends in 1:30'],
    [
      '2026-11-24T13:20:55',
      '11月24日 周二 · 休市 · 9 分 05 秒 后日盘下午开盘',
      'Tue 24 Nov · closed · day session p.m. opens in 9 min 05 s',
    ],
    [
      '2026-11-24T19:55:00',
      '11月25日 周三 · 集合竞价 · 5 分 00 秒 后夜盘开盘',
      'Wed 25 Nov · opening auction · night session opens in 5 min 00 s',
    ],
    ['2026-11-20T23:00:00', '11月23日 周一 · 夜盘 · 3:30 后休市', 'Mon 23 Nov · night session · ends in 3:30'],
    [
      '2026-11-21T12:00:00',
      '11月23日 周一 · 休市 · 1 天 21:00 后日盘上午开盘',
      'Mon 23 Nov · closed · day session a.m. opens in 1 d 21:00',
    ],
  ])('at %s says %s', (wall, zh, en) => {
    expect(sentence(wall)).toEqual([zh, en])
  })

  test('says which dates the calendar covers when it does not reach this far', () => {
    expect(sentence('2027-03-01T10:00:00')[1]).toBe(
      'Trading day unknown: the calendar covers 2025-12-31 to 2026-12-31 only',
    )
  })

  test('says that there is no calendar', () => {
    expect(clockOf(null, 0)).toEqual({
      known: false,
      why: ['交易日未知:没有生效的交易日历', 'Trading day unknown: no calendar is in force'],
    })
  })
})

describe('spans', () => {
  test('what is left counts the minute that has begun, and is never below nothing', () => {
    expect(leftWords(6_120_000)[1]).toBe('1:42')
    expect(leftWords(6_119_000)[1]).toBe('1:42')
    expect(leftWords(600_000)[1]).toBe('0:10')
    expect(leftWords(599_000)[1]).toBe('9 min 59 s')
    expect(leftWords(-5)[1]).toBe('0 s')
  })

  test('an age shows hours, minutes and seconds, then days', () => {
    expect(ageWords(42 * 60_000 + 7_900)[1]).toBe('0:42:07')
    expect(ageWords(2 * 86_400_000 + 3 * 3_600_000 + 4 * 60_000)).toEqual(['2 天 3:04', '2 d 3:04'])
    expect(ageWords(-1)[1]).toBe('0:00:00')
  })
})

test('on a phone the clock says in few words which session ends or opens', () => {
  const at = (wall: string) => clockOf(goldExchange, Date.parse(`${wall}+08:00`))
  expect(at('2026-11-24T10:00:00')).toMatchObject({ short: ['上午 1:30 后休市', 'a.m. ends in 1:30'] })
  expect(at('2026-11-24T12:00:00')).toMatchObject({ short: ['1:30 后下午开盘', 'p.m. opens in 1:30'] })
})
