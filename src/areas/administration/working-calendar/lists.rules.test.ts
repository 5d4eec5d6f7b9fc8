import { describe, expect, test } from 'vitest'
import { asHolidays, merged, withDay } from './holidays.rules.ts'
import { readHolidays } from './lists.rules.ts'
import { mainlandHolidays } from './server/mainland.ts'

const calendarFile = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261001
DTEND;VALUE=DATE:20261008
SUMMARY:国庆节(休)
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261010
SUMMARY:国庆
 节(班)
END:VEVENT
END:VCALENDAR`

describe('a list of holidays', () => {
  test('is read from an iCalendar file, whose events end before their last date', () => {
    const { days, faults } = readHolidays(calendarFile.replaceAll('\n', '\r\n'))
    expect(faults).toEqual([])
    expect(asHolidays(days, '通知')).toEqual({
      closed: [{ from: '2026-10-01', to: '2026-10-07', reason: ['国庆节', '国庆节'], source: '通知' }],
      madeUp: [{ date: '2026-10-10', reason: ['国庆节', '国庆节'], source: '通知' }],
    })
  })

  test('is read from lines, with or without a heading, a last date and remarks', () => {
    const { days, faults } = readHolidays(
      '\uFEFF日期,至,类别,名称\n2026-05-01,2026-05-05,休,劳动节\n\n# 调休\n2026-05-09,上班,劳动节\n2026-06-19\toff\tDragon Boat',
    )
    expect(faults).toEqual([])
    expect(asHolidays(days, '通知')).toMatchObject({
      closed: [
        { from: '2026-05-01', to: '2026-05-05', reason: ['劳动节', '劳动节'] },
        { from: '2026-06-19', to: '2026-06-19' },
      ],
      madeUp: [{ date: '2026-05-09' }],
    })
  })

  test('names each line that it cannot read, and gives every one', () => {
    const { faults } = readHolidays('2026-02-30,休,没有这一天\n2026-05-01,maybe,什么\n2026-05-01')
    expect(faults.map(({ text }) => text[0].slice(0, 5))).toEqual(['第 1 行', '第 2 行', '第 3 行'])
  })
})

test('a list put into a calendar is believed on the dates it names, and leaves the others', () => {
  const own = asHolidays(
    ['2026-10-01', '2026-10-02', '2026-10-03'].map((date) => ({ date, works: false, reason: ['国庆', 'National'] })),
    '旧',
  )
  const given = asHolidays([{ date: '2026-10-02', works: true, reason: ['值班', 'On duty'] }], '新')
  expect(merged(own, given)).toEqual({
    closed: [
      { from: '2026-10-01', to: '2026-10-01', reason: ['国庆', 'National'], source: '旧' },
      { from: '2026-10-03', to: '2026-10-03', reason: ['国庆', 'National'], source: '旧' },
    ],
    madeUp: [{ date: '2026-10-02', reason: ['值班', 'On duty'], source: '新' }],
  })
  expect(merged(merged(own, given), given)).toEqual(merged(own, given))
})

describe('the mainland’s holidays, built in', () => {
  test('are those of the notice for 2026', () => {
    const found = mainlandHolidays(2026)
    expect(found?.closed.map(({ from, to, reason }) => `${from} ${to} ${reason[0]}`)).toEqual([
      '2026-01-01 2026-01-03 元旦',
      '2026-02-15 2026-02-23 春节',
      '2026-04-04 2026-04-06 清明',
      '2026-05-01 2026-05-05 劳动节',
      '2026-06-19 2026-06-21 端午',
      '2026-09-25 2026-09-27 中秋',
      '2026-10-01 2026-10-07 国庆节',
    ])
    expect(found?.madeUp.map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  test('are unknown for a year that has no notice yet, rather than weekends only', () => {
    expect(mainlandHolidays(2035)).toBeNull()
    expect(mainlandHolidays(1999)).toBeNull()
  })
})

test('one date said anew leaves its neighbours as they were', () => {
  const own = asHolidays(
    ['2026-10-01', '2026-10-02', '2026-10-03'].map((date) => ({ date, works: false, reason: ['国庆', 'National'] })),
    '通知',
  )
  const worked = withDay(own, '2026-10-02', { date: '2026-10-02', reason: ['值班', 'On duty'], source: '值班表' })
  expect(worked.closed.map(({ from, to }) => [from, to])).toEqual([
    ['2026-10-01', '2026-10-01'],
    ['2026-10-03', '2026-10-03'],
  ])
  expect(worked.madeUp.map(({ date }) => date)).toEqual(['2026-10-02'])
  const off = { from: '2026-10-02', to: '2026-10-02', reason: ['国庆', 'National'], source: '通知' } as const
  expect(withDay(worked, '2026-10-02', off)).toMatchObject({ madeUp: [] })
  expect(withDay(worked, '2026-10-02', null)).toMatchObject({ madeUp: [], closed: worked.closed })
})
