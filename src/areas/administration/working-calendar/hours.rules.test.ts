import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClock } from '../../../record/clock.ts'
import { addWorking, workingBetween } from '../../../record/working-time.ts'
import { goldExchange } from '../../operations/calendar/calendar.data.ts'
import { isTradingDate, sessionTime } from '../../operations/calendar/calendar.rules.ts'
import {
  type DatedHours,
  dayOf,
  hoursFaults,
  hoursText,
  layOut,
  ordinaryWeek,
  readHours,
  worksOn,
} from './hours.rules.ts'
import { mainlandHolidays } from './server/mainland.ts'

const hour = 3_600_000
/** An instant by the firm's clock; seconds may be given. */
const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`)
const wall = (ms: number | 'unknown'): string =>
  ms === 'unknown' ? ms : new Date(ms + 8 * hour).toISOString().slice(0, 16).replace('T', ' ')

const plain: DatedHours = {
  zone: 'Asia/Shanghai',
  coversFrom: '2026-01-01',
  coversTo: '2026-12-31',
  week: ordinaryWeek,
  closed: [],
  madeUp: [],
}
const holidays = mainlandHolidays(2026) ?? { closed: [], madeUp: [] }
const office: DatedHours = { ...plain, ...holidays }

describe('C5: a target of seven hours that waits for a day', () => {
  const time = layOut(plain)
  const goal = { id: 'seven', minutes: 420, time }
  const iso = (text: string) => new Date(at(text)).toISOString()
  const happened = [
    { at: iso('2026-11-23 09:00'), verb: 'create', state: 'new', values: {} },
    { at: iso('2026-11-23 10:00'), verb: 'wait', state: 'waiting', values: {} },
    { at: iso('2026-11-24 10:00'), verb: 'resume', state: 'in-progress', values: {} },
  ]
  const read = (until: number, now: string) =>
    readClock({ until: ['resolved'], pauseIn: ['waiting'] }, happened.slice(0, until), () => goal, iso(now))

  test('opened Monday 09:00, waiting from Monday 10:00 to Tuesday 10:00, is due Tuesday 17:30', () => {
    expect(read(3, '2026-11-24 10:00')).toMatchObject({ state: 'running', dueAt: iso('2026-11-24 17:30'), ran: hour })
    expect(read(3, '2026-11-24 17:29')?.state).toBe('running')
    expect(read(3, '2026-11-24 17:30')?.state).toBe('breached')
  })

  test('is never overdue while it waits, however long', () => {
    for (const now of ['2026-11-23 10:00', '2026-11-23 17:30', '2026-11-24 09:59', '2026-12-30 12:00'])
      expect(read(2, now)).toMatchObject({ state: 'paused', dueAt: null, ran: hour })
  })
})

describe('C6: a target of four hours over a holiday', () => {
  const nationalDay = {
    from: '2026-10-01',
    to: '2026-10-07',
    reason: ['国庆节', 'National Day'],
    source: '通知',
  } as const
  const closed: DatedHours = { ...plain, closed: [nationalDay] }
  const due = (cal: DatedHours, from: string) => wall(addWorking(layOut(cal), at(from), 4 * hour))

  test('opened the evening before National Day it is due on the first working day after', () => {
    expect(due(closed, '2026-09-30 17:00')).toBe('2026-10-08 14:00')
  })

  test('opened on Friday it is due on the Saturday that is worked in return, and on Monday where none is', () => {
    const madeUp = [{ date: '2026-10-10', reason: ['国庆节', 'National Day'], source: '通知' }] as const
    expect(due({ ...closed, madeUp }, '2026-10-09 17:00')).toBe('2026-10-10 14:00')
    expect(due(closed, '2026-10-09 17:00')).toBe('2026-10-12 14:00')
  })

  test('the calendar as the State Council gave notice of it says the same', () => {
    expect(due(office, '2026-09-30 17:00')).toBe('2026-10-08 14:00')
    expect(due(office, '2026-10-09 17:00')).toBe('2026-10-10 14:00')
  })

  test('a make-up day may have hours of its own', () => {
    const madeUp = [
      { date: '2026-10-10', hours: [{ from: '09:00', to: '11:00' }], reason: ['调休', 'In return'], source: '通知' },
    ] as const
    expect(due({ ...closed, madeUp }, '2026-10-09 17:00')).toBe('2026-10-12 10:30')
  })
})

describe('C3: make-up days are worked at the office and closed at the exchange', () => {
  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s', (date) => {
    expect(dayOf(office, date).kind).toBe('made-up')
    expect(isTradingDate(goldExchange, date)).toBe(false)
    expect(workingBetween(layOut(office), at(`${date} 00:00`), at(`${date} 23:59`))).toBe(7 * hour)
    expect(workingBetween(sessionTime(goldExchange), at(`${date} 03:00`), at(`${date} 19:00`))).toBe(0)
  })

  test('the office keeps holidays, weekends and ordinary days', () => {
    const days = ['2026-10-01', '2026-10-07', '2026-10-11', '2026-10-08', '2026-02-16', '2026-11-21', '2026-11-23']
    expect(days.map((date) => worksOn(office, date))).toEqual([false, false, false, true, false, false, true])
    // 261 weekdays less 19 holidays, and six made up
    const year = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
    expect(year.filter((date) => worksOn(office, date) === true)).toHaveLength(261 - 19 + 6)
    expect(worksOn(office, '2027-01-04')).toBe('unknown')
  })
})

describe('C7: a calendar by which nothing falls due is refused', () => {
  const faultsOf = (changed: Partial<DatedHours>) =>
    hoursFaults({ ...plain, ...changed }).map(({ code, path }) => `${path}: ${code}`)
  const none = [[], [], [], [], [], [], []]
  const all = { from: '2026-01-01', to: '2026-12-31', reason: ['闭', 'Shut'], source: '通知' } as const

  test('without hours, with every day off, or with all its working days outside of its dates', () => {
    expect(faultsOf({ week: none })).toEqual(['week: never-worked'])
    expect(faultsOf({ closed: [all] })).toEqual(['week: never-worked'])
    expect(faultsOf({ coversFrom: '2026-11-21', coversTo: '2026-11-22' })).toEqual(['week: never-worked'])
    const madeUp = [{ date: '2027-01-09', reason: ['补', 'In return'], source: '通知' }] as const
    expect(faultsOf({ closed: [all], madeUp })).toEqual(['week: never-worked'])
  })

  test('and answers at once, with no date, where somebody asks it all the same', () => {
    expect(addWorking(layOut({ ...plain, week: none }), at('2026-11-23 09:00'), hour)).toBe('unknown')
  })

  test('one minute in a year is enough, and then no answer beyond the year', () => {
    const madeUp = [
      { date: '2026-11-28', hours: [{ from: '10:00', to: '10:01' }], reason: ['补', 'In'], source: '通知' },
    ] as const
    const cal = { ...plain, week: none, madeUp }
    expect(hoursFaults(cal)).toEqual([])
    expect(wall(addWorking(layOut(cal), at('2026-01-05 09:00'), 60_000))).toBe('2026-11-28 10:01')
    expect(addWorking(layOut(cal), at('2026-01-05 09:00'), 120_000)).toBe('unknown')
  })

  test('every other fault is named at its place', () => {
    expect(faultsOf({ zone: 'Mars/Olympus', coversFrom: null, coversTo: null })).toEqual([
      'zone: zone',
      'coversFrom: required',
      'coversTo: required',
    ])
    expect(faultsOf({ coversTo: '2025-01-01' })).toEqual(['coversTo: order'])
    expect(faultsOf({ coversTo: '2126-01-01' })).toEqual(['coversTo: too-long'])
    const twice = { date: '2026-05-09', reason: ['补', 'In'], source: '通知' } as const
    expect(faultsOf({ madeUp: [twice, twice] })).toEqual(['madeUp.1.date: twice'])
    expect(faultsOf({ madeUp: [twice], week: [[], ...ordinaryWeek.slice(1)] })).toEqual(['madeUp.0.hours: required'])
    expect(faultsOf({ closed: [{ ...all, from: '2026-03-02', to: '2026-03-01' }] })).toEqual(['closed.0.to: order'])
  })
})

describe('hours that are not an office’s', () => {
  const night: DatedHours = {
    ...plain,
    coversFrom: '2026-11-23',
    coversTo: '2026-11-27',
    week: [[{ from: '22:00', to: '06:00' }], [], [{ from: '00:00', to: '00:00' }], [], [], [], []],
  }
  const time = layOut(night)

  test('a shift over midnight is of the day on which it begins; midnight to midnight is a day', () => {
    expect(wall(addWorking(time, at('2026-11-23 22:30'), 3 * hour))).toBe('2026-11-24 01:30')
    expect(wall(addWorking(time, at('2026-11-24 05:00'), 2 * hour))).toBe('2026-11-25 01:00')
    expect(workingBetween(time, at('2026-11-25 00:00'), at('2026-11-26 00:00'))).toBe(24 * hour)
  })

  test('how the first night went before it is known by nobody', () => {
    expect(addWorking(time, at('2026-11-23 05:59'), hour)).toBe('unknown')
    expect(wall(addWorking(time, at('2026-11-23 06:00'), hour))).toBe('2026-11-23 23:00')
  })

  test('seconds count: what is left to the millisecond is due to the millisecond', () => {
    const ordinary = layOut(plain)
    const due = addWorking(ordinary, at('2026-11-23 17:29:59'), 1_500)
    expect(due).toBe(at('2026-11-24 09:00:00') + 500)
  })

  test('where clocks are put forward an hour is missing, and where they are put back one is twice', () => {
    const berlin: DatedHours = {
      ...plain,
      zone: 'Europe/Berlin',
      week: Array(7).fill([{ from: '00:00', to: '06:00' }]),
    }
    const worked = (date: string, next: string) =>
      workingBetween(layOut(berlin), Date.parse(`${date}T22:00:00Z`), Date.parse(`${next}T12:00:00Z`))
    expect(worked('2026-03-28', '2026-03-29')).toBe(5 * hour)
    expect(worked('2026-10-24', '2026-10-25')).toBe(7 * hour)
    expect(worked('2026-06-09', '2026-06-10')).toBe(6 * hour)
  })
})

test('whatever the hours, it agrees with looking at the wall clock every minute', () => {
  const clock = fc.integer({ min: 0, max: 47 }).map((n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`)
  const day = fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 })
  const week = fc.array(day, { minLength: 7, maxLength: 7 })
  const date = fc.integer({ min: 1, max: 14 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
  const reason = ['因', 'Because'] as const
  const closed = fc.array(
    date.map((one) => ({ from: one, to: one, reason, source: '通知' })),
    { maxLength: 3 },
  )
  const madeUp = fc.uniqueArray(
    fc.tuple(date, day).map(([one, hours]) => ({ date: one, hours, reason, source: '通知' })),
    { maxLength: 3, selector: (one) => one.date },
  )
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  /** Is it worked at this minute of this date? By the plainest reading of the hours. */
  const isWorked = (cal: DatedHours, on: string, m: number): boolean => {
    const before = new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    const today = dayOf(cal, on).hours.some(({ from, to }) => {
      const [a, b] = [minute(from), minute(to)]
      return m >= a && (b <= a || m < b)
    })
    return today || dayOf(cal, before).hours.some(({ from, to }) => minute(to) <= minute(from) && m < minute(to))
  }
  fc.assert(
    fc.property(week, closed, madeUp, fc.nat(10_000), fc.nat(6_000), (given, off, extra, start, length) => {
      const cal = {
        ...plain,
        coversFrom: '2026-11-01',
        coversTo: '2026-11-14',
        week: given,
        closed: off,
        madeUp: extra,
      }
      const time = layOut(cal)
      const from = at('2026-11-02 00:00') + start * 60_000
      const to = Math.min(from + length * 60_000, time.to)
      let model = 0
      for (let ms = from; ms < to; ms += 60_000) {
        const text = new Date(ms + 8 * hour).toISOString()
        if (isWorked(cal, text.slice(0, 10), minute(text.slice(11, 16)))) model += 60_000
      }
      expect(workingBetween(time, from, to)).toBe(model)
      const due = addWorking(time, from, model)
      if (model > 0) expect(workingBetween(time, from, due as number)).toBe(model)
    }),
    { numRuns: 60 },
  )
}, 20_000)

test('hours are read as people write them, and written as they are read', () => {
  const office = ordinaryWeek[0] ?? []
  expect(hoursText(office)).toBe('09:00–12:00 13:30–17:30')
  for (const text of ['09:00–12:00 13:30–17:30', '9:00-12:00,13:30~17:30', ' 09:00—12:00、13:30-17:30 '])
    expect(readHours(text)).toEqual(office)
  expect(readHours('')).toEqual([])
  for (const text of ['9-12', '09:00', '25:00–26:00', '09:00–12:60', '上午']) expect(readHours(text)).toBeNull()
})
