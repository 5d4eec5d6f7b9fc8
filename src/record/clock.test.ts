import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClockSpec, type Goal, type Happening, readClock } from './clock.ts'
import { always, workingTime } from './working-time.ts'

const resolution: ClockSpec = { until: ['resolved', 'closed'], pauseIn: ['waiting'] }
const response: ClockSpec = { until: ['assign', 'start'] }

const t0 = Date.parse('2026-11-23T00:00:00.000Z')
/** So many minutes after the beginning. */
const at = (minutes: number): string => new Date(t0 + minutes * 60_000).toISOString()

const goal = (minutes: number, time: Goal['time'] = always): Goal => ({ id: `${minutes}`, minutes, time })
const happened = (minutes: number, verb: string, state: string, values: Happening['values'] = {}): Happening => ({
  at: at(minutes),
  verb,
  state,
  values,
})
const fixed = (one: Goal) => () => one

describe('a clock', () => {
  test('runs from its record’s beginning, and is breached when all is used up and not before', () => {
    const read = (now: string) => readClock(resolution, [happened(0, 'create', 'new')], fixed(goal(60)), now)
    expect(read(at(59.999))).toMatchObject({ state: 'running', dueAt: at(60), breachedAt: null })
    expect(read(at(60))).toMatchObject({ state: 'breached', dueAt: at(60), breachedAt: at(60), open: true })
  })

  test('is met when it ends in time, even in the last instant, and breached when it ends later', () => {
    const read = (minutes: number) =>
      readClock(
        resolution,
        [happened(0, 'create', 'new'), happened(minutes, 'resolve', 'resolved')],
        fixed(goal(60)),
        at(500),
      )
    expect(read(30)).toMatchObject({ state: 'met', open: false, endedAt: at(30), ran: 30 * 60_000 })
    expect(read(60)).toMatchObject({ state: 'met', open: false })
    expect(read(61)).toMatchObject({ state: 'breached', open: false, breachedAt: at(60) })
  })

  test('stands while somebody else is waited for, and is never overdue then', () => {
    const waits = [happened(0, 'create', 'new'), happened(50, 'wait', 'waiting')]
    expect(readClock(resolution, waits, fixed(goal(60)), at(5_000))).toMatchObject({ state: 'paused', dueAt: null })
    const resumed = [...waits, happened(5_000, 'resume', 'in-progress')]
    expect(readClock(resolution, resumed, fixed(goal(60)), at(5_001))).toMatchObject({
      state: 'running',
      dueAt: at(5_010),
      paused: 4_950 * 60_000,
    })
  })

  test('used up in the very instant in which it is paused, is due in the instant in which it goes on', () => {
    const waits = [happened(0, 'create', 'new'), happened(60, 'wait', 'waiting')]
    expect(readClock(resolution, waits, fixed(goal(60)), at(90))).toMatchObject({ state: 'paused' })
    const resumed = [...waits, happened(90, 'resume', 'in-progress')]
    expect(readClock(resolution, resumed, fixed(goal(60)), at(90))).toMatchObject({ state: 'breached', dueAt: at(90) })
  })

  test('ends for good with a verb, and runs on when a state in which it had ended is left', () => {
    const assigned = [happened(0, 'create', 'new'), happened(5, 'assign', 'assigned'), happened(9, 'x', 'new')]
    expect(readClock(response, assigned, fixed(goal(10)), at(99))).toMatchObject({ state: 'met', endedAt: at(5) })
    const reopened = [
      happened(0, 'create', 'new'),
      happened(40, 'resolve', 'resolved'),
      happened(100, 'reopen', 'in-progress'),
    ]
    expect(readClock(resolution, reopened, fixed(goal(60)), at(101))).toMatchObject({
      state: 'running',
      dueAt: at(120),
    })
  })

  test('may begin later than its record', () => {
    const approval: ClockSpec = { from: ['submit'], until: ['approved'] }
    const drawn = [happened(0, 'create', 'draft')]
    expect(readClock(approval, drawn, fixed(goal(60)), at(10))).toBeNull()
    const submitted = [...drawn, happened(30, 'submit', 'in-review')]
    expect(readClock(approval, submitted, fixed(goal(60)), at(40))).toMatchObject({ startedAt: at(30), dueAt: at(90) })
  })

  test('is unknown where its calendar does not reach, or none is in force', () => {
    const short = workingTime({ from: t0, to: t0 + 600_000 }, [{ from: t0, to: t0 + 600_000 }])
    const created = [happened(0, 'create', 'new')]
    expect(readClock(resolution, created, fixed(goal(60, short)), at(1))).toMatchObject({
      state: 'unknown',
      dueAt: null,
    })
    expect(readClock(resolution, created, fixed(goal(60, null)), at(1))).toMatchObject({
      state: 'unknown',
      dueAt: null,
    })
  })
})

describe('a changed priority', () => {
  const byPriority = { p1: goal(60), p3: goal(480) } as Record<string, Goal>
  const goalOf = (values: Happening['values']) => byPriority[String(values['priority'])] ?? null

  test('keeps what has run and what was paused', () => {
    const happenings = [
      happened(0, 'create', 'new', { priority: 'p3' }),
      happened(20, 'wait', 'waiting', { priority: 'p3' }),
      happened(120, 'resume', 'in-progress', { priority: 'p3' }),
      happened(130, 'update', 'in-progress', { priority: 'p1' }),
    ]
    expect(readClock(resolution, happenings, goalOf, at(131))).toMatchObject({
      ran: 31 * 60_000,
      paused: 100 * 60_000,
      dueAt: at(160),
      goal: { minutes: 60 },
    })
  })

  test('counts what ran before on the calendar it ran on', () => {
    const office = workingTime({ from: t0, to: t0 + 1e9 }, [{ from: t0, to: t0 + 10 * 60_000 }])
    const of = (values: Happening['values']) => (values['priority'] === 'p1' ? byPriority['p1'] : officeGoal) ?? null
    const officeGoal = goal(480, office)
    const happenings = [
      happened(0, 'create', 'new', { priority: 'p3' }),
      happened(1_000, 'update', 'new', { priority: 'p1' }),
    ]
    expect(readClock(resolution, happenings, of, at(1_001))).toMatchObject({ ran: 11 * 60_000, dueAt: at(1_050) })
  })

  test('to what is already used up is missed from the change on, not before', () => {
    const happenings = [
      happened(0, 'create', 'new', { priority: 'p3' }),
      happened(100, 'update', 'new', { priority: 'p1' }),
    ]
    expect(readClock(resolution, happenings, goalOf, at(100))).toMatchObject({
      state: 'breached',
      dueAt: at(60),
      breachedAt: at(100),
    })
  })

  test('after the end changes nothing', () => {
    const happenings = [
      happened(0, 'create', 'new', { priority: 'p3' }),
      happened(100, 'resolve', 'resolved', { priority: 'p3' }),
      happened(110, 'update', 'resolved', { priority: 'p1' }),
    ]
    expect(readClock(resolution, happenings, goalOf, at(200))).toMatchObject({ state: 'met', goal: { minutes: 480 } })
  })
})

test('whatever happens, it agrees with a counter that looks every minute', () => {
  const states = ['new', 'waiting', 'resolved'] as const
  const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...states)), { maxLength: 12 })
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 60 }), (given, minutes, after) => {
      let clock = 0
      const happenings = [happened(0, 'create', 'new')]
      for (const [later, state] of given) {
        clock += later
        happenings.push(happened(clock, 'move', state))
      }
      const now = clock + after
      let ran = 0
      let breached: number | null = null
      for (let minute = 0; minute < now; minute++) {
        const state = happenings.filter((one) => one.at <= at(minute)).at(-1)?.state
        if (state !== 'new') continue
        if (ran === minutes) breached ??= minute
        ran += 1
      }
      const stands = happenings.at(-1)?.state
      if (stands === 'new' && ran === minutes) breached ??= now
      const reading = readClock(resolution, happenings, fixed(goal(minutes)), at(now))
      expect(reading?.ran).toBe(ran * 60_000)
      expect(reading?.breachedAt).toBe(breached === null ? null : at(breached))
      if (breached === null && stands === 'waiting') expect(reading?.state).toBe('paused')
    }),
    { numRuns: 1_000 },
  )
})
