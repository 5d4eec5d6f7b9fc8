import { expect, it } from 'vitest'
import { marksDue } from './renewal.rules.ts'
import { renewalWarnings, warnDaysOf } from './renewal.settings.ts'

const warn = [90, 30, 7]
const keys = (today: string, validTo: string | null = '2026-12-31', noticeOn: string | null = '2026-12-01') =>
  marksDue({ validTo, noticeOn }, warn, today).map(({ key, act }) => `${act} ${key.slice(11)}`)

it('tells that one must decide from the notice day on, and so many days before the end', () => {
  expect(keys('2026-10-01')).toEqual([])
  expect(keys('2026-10-02')).toEqual(['clock-ends-soon 90'])
  expect(keys('2026-11-30')).toEqual(['clock-ends-soon 90'])
  expect(keys('2026-12-01')).toEqual(['clock-decide decide', 'clock-ends-soon 30'])
  expect(keys('2026-12-31')).toEqual(['clock-decide decide', 'clock-ends-soon 7'])
})

it('tells late what nobody was there to tell, only the nearest, and of what is over nothing', () => {
  expect(keys('2026-12-20', '2026-12-31', null)).toEqual(['clock-ends-soon 30'])
  expect(keys('2027-01-01')).toEqual([])
  expect(keys('2026-12-20', null, null)).toEqual([])
})

it('tells anew when the end is put off', () => {
  const [before, after] = ['2026-12-31', '2027-12-31'].map(
    (validTo) => marksDue({ validTo, noticeOn: null }, [400], '2026-12-01')[0]?.key,
  )
  expect(before).not.toBe(after)
})

it.each([
  ['90, 30, 7', [90, 30, 7]],
  ['60,14', [60, 14]],
  ['0', [0]],
])('reads the days of the setting %j', (text, days) => {
  expect(renewalWarnings.read(text)).toEqual({ value: text })
  expect(warnDaysOf(text)).toEqual(days)
})

it.each(['', 'soon', '30, -1', '1,2,3,4,5,6,7,8,9,10,11', '3.5'])('refuses %j as days', (text) =>
  expect(renewalWarnings.read(text)).toHaveProperty('wrong'),
)
