import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../probe.rules.ts'
import type { Observation } from './checks/observe.ts'
import { nextPlanned, phaseOf } from './phase.ts'
import { type ProbeReading, ProbeScheduler, type ScheduledProbe, type SchedulerOptions } from './scheduler.ts'
import { defer } from './testing/defer.ts'
import { FakeClock, settled } from './testing/fake-clock.ts'

const start = Date.parse('2026-11-25T01:00:00Z')
const observed = (outcome: Outcome = 'up', more: Partial<Observation> = {}): Observation => ({
  outcome,
  value: null,
  note: '',
  ms: 1,
  lingering: null,
  ...more,
})

function setUp(options: Partial<SchedulerOptions<ScheduledProbe>> = {}) {
  const clock = new FakeClock(start)
  const readings: ProbeReading[] = []
  const batches: number[] = []
  const urgent: ProbeReading[] = []
  const faults: [unknown, string | null][] = []
  const scheduler = new ProbeScheduler<ScheduledProbe>({
    check: async () => observed(),
    sink: (batch) => {
      batches.push(batch.length)
      readings.push(...batch)
    },
    urgent: (reading) => urgent.push(reading),
    fault: (error, probeId) => faults.push([error, probeId]),
    clock,
    ...options,
  })
  const instants = (id: string) => readings.filter((r) => r.probeId === id).map((r) => Date.parse(r.reading.at))
  return { clock, scheduler, readings, batches, urgent, faults, instants }
}

/** The first planned instants of a probe after the start. */
function planned(id: string, intervalMs: number, count: number): number[] {
  const first = nextPlanned(phaseOf(id, intervalMs), intervalMs, start)
  return Array.from({ length: count }, (_, k) => first + k * intervalMs)
}

describe('rhythm', () => {
  it('checks at phase + k × interval, without drift, however long the checks take', async () => {
    const { clock, scheduler, instants } = setUp({
      check: async () => {
        await clock.sleep(730)
        return observed()
      },
    })
    for (const id of ['a', 'b', 'c']) scheduler.set({ id, intervalMs: 1_000 })
    scheduler.set({ id: 'd', intervalMs: 7_000 })
    await clock.pass(60_000)
    await clock.pass(2_000)
    for (const id of ['a', 'b', 'c']) expect(instants(id).slice(0, 59)).toEqual(planned(id, 1_000, 59))
    expect(instants('d').slice(0, 8)).toEqual(planned('d', 7_000, 8))
    expect(scheduler.figures()).toMatchObject({ missed: 0, lateness: { max: 0 } })
  })

  it('never has two checks of a probe in flight, and counts the instants passed over', async () => {
    let inFlight = 0
    const { clock, scheduler, instants } = setUp({
      check: async () => {
        expect(++inFlight).toBe(1)
        await clock.sleep(2_500)
        inFlight--
        return observed()
      },
    })
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    await clock.pass(12_900)
    const all = planned('a', 1_000, 12)
    expect(instants('a')).toEqual([all[0], all[3], all[6], all[9]].slice(0, instants('a').length))
    expect(instants('a').length).toBeGreaterThanOrEqual(3)
    expect(scheduler.figures().missed).toBeGreaterThanOrEqual(2 * instants('a').length)
  })

  it('after a pause goes on at the next planned instants, without a burst, and counts the missed', async () => {
    const { clock, scheduler, instants } = setUp()
    const ids = Array.from({ length: 50 }, (_, i) => `probe-${i}`)
    for (const id of ids) scheduler.set({ id, intervalMs: 10_000 })
    await clock.pass(10_000)
    await clock.pass(200)
    const before = scheduler.figures().done
    clock.jump(35_000)
    await clock.pass(0)
    expect(scheduler.figures()).toMatchObject({ done: before, inFlight: 0, waiting: 0 })
    await clock.pass(20_000)
    for (const id of ids) {
      const at = instants(id)
      const afterPause = at.filter((instant) => instant > start + 45_000)
      expect(afterPause.length, id).toBeGreaterThanOrEqual(1)
      expect(at.every((instant) => (instant - at[0]!) % 10_000 === 0)).toBe(true)
      expect(new Set(at).size).toBe(at.length)
    }
    const { done, missed } = scheduler.figures()
    const passed = ids.reduce((sum, id) => sum + planned(id, 10_000, 20).filter((at) => at <= clock.wall()).length, 0)
    expect(done + missed).toBe(passed)
  })

  it('is not silenced by a wall clock set back an hour', async () => {
    const { clock, scheduler, readings } = setUp()
    scheduler.set({ id: 'a', intervalMs: 10_000 })
    await clock.pass(30_000)
    const before = readings.length
    clock.setWall(clock.wall() - 3_600_000)
    await clock.pass(30_000)
    expect(readings.length - before).toBeGreaterThanOrEqual(2)
    expect(scheduler.figures().missed).toBe(0)
  })

  it('keeps the rhythm when settings change and takes up a new interval at once', async () => {
    const { clock, scheduler, instants } = setUp()
    scheduler.set({ id: 'a', intervalMs: 60_000 })
    scheduler.set({ id: 'a', intervalMs: 60_000 })
    await clock.pass(60_000)
    await clock.pass(200)
    expect(instants('a')).toEqual(planned('a', 60_000, 1))
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    await clock.pass(5_000)
    await clock.pass(200)
    expect(instants('a').length).toBeGreaterThanOrEqual(6)
    expect(instants('a').length).toBeLessThanOrEqual(7)
    const before = scheduler.figures().done
    scheduler.set({ id: 'a', intervalMs: 60_000 })
    const [next] = planned('a', 60_000, 3).filter((at) => at > clock.wall())
    await clock.pass(next! - clock.wall() - 1)
    expect(scheduler.figures().done).toBe(before)
    await clock.pass(1)
    expect(scheduler.figures().done).toBe(before + 1)
  })

  it('refuses an interval under a second', () => {
    const { scheduler } = setUp()
    expect(() => scheduler.set({ id: 'a', intervalMs: 999 })).toThrow(RangeError)
    expect(() => scheduler.set({ id: 'a', intervalMs: Number.NaN })).toThrow(RangeError)
  })

  it('forgets a removed probe, even one whose check still runs', async () => {
    const { clock, scheduler, readings } = setUp({
      check: async () => {
        await clock.sleep(500)
        return observed()
      },
    })
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    await clock.pass(planned('a', 1_000, 1)[0]! - start + 100)
    expect(scheduler.figures().inFlight).toBe(1)
    scheduler.remove('a')
    await clock.pass(5_000)
    expect(readings).toEqual([])
    expect(scheduler.figures()).toMatchObject({ probes: 0, inFlight: 0, done: 0 })
  })
})

describe('load', () => {
  it('runs no more at once than allowed, and everyone gets a turn', async () => {
    let most = 0
    let inFlight = 0
    const { clock, scheduler, instants } = setUp({
      concurrency: 5,
      check: async () => {
        most = Math.max(most, ++inFlight)
        await clock.sleep(400)
        inFlight--
        return observed()
      },
    })
    const ids = Array.from({ length: 100 }, (_, i) => `probe-${i}`)
    for (const id of ids) scheduler.set({ id, intervalMs: 10_000 })
    await clock.pass(60_000)
    expect(most).toBe(5)
    for (const id of ids) expect(instants(id).length, id).toBeGreaterThanOrEqual(4)
  })

  it('beyond what it can do loses instants evenly, and every one of them is counted', async () => {
    const { clock, scheduler, instants } = setUp({
      concurrency: 5,
      check: async () => {
        await clock.sleep(900)
        return observed()
      },
    })
    const ids = Array.from({ length: 100 }, (_, i) => `probe-${i}`)
    for (const id of ids) scheduler.set({ id, intervalMs: 10_000 })
    await clock.pass(120_000)
    const { done, missed, inFlight, waiting } = scheduler.figures()
    const passed = ids.reduce((sum, id) => sum + planned(id, 10_000, 20).filter((at) => at <= clock.wall()).length, 0)
    expect(missed).toBeGreaterThan(100)
    expect(done + missed + inFlight + waiting).toBe(passed)
    for (const id of ids) expect(instants(id).length, id).toBeGreaterThanOrEqual(4)
  })

  it('spreads any ids evenly over the interval', () => {
    for (const name of [
      (i: number) => `probe-${i}`,
      (i: number) => `${i}`,
      (i: number) => `0192f0c1-7a3b-7c00-8000-${i}`,
    ]) {
      const tenths = Array<number>(10).fill(0)
      for (let i = 0; i < 5_000; i++) tenths[Math.floor(phaseOf(name(i), 10_000) / 1_000)]!++
      expect(Math.min(...tenths)).toBeGreaterThan(400)
      expect(Math.max(...tenths)).toBeLessThan(600)
    }
  })

  it('plans the next instant after now, never the one that is', () => {
    const interval = fc.integer({ min: 1_000, max: 86_400_000 })
    fc.assert(
      fc.property(fc.string(), interval, fc.integer({ min: 0, max: 4e12 }), (id, intervalMs, now) => {
        const phase = phaseOf(id, intervalMs)
        const next = nextPlanned(phase, intervalMs, now)
        expect(next).toBeGreaterThan(now)
        expect(next - now).toBeLessThanOrEqual(intervalMs)
        expect((((next - phase) % intervalMs) + intervalMs) % intervalMs).toBe(0)
      }),
    )
  })
})

describe('readings', () => {
  it('come in batches within 100 ms, but news is told at once', async () => {
    const outcomes: Outcome[] = ['up', 'up', 'down', 'down', 'up']
    const { clock, scheduler, readings, urgent } = setUp({ check: async () => observed(outcomes.shift()) })
    scheduler.set({ id: 'a', intervalMs: 1_000, lastOutcome: 'up' })
    const first = planned('a', 1_000, 1)[0]! - start
    await clock.pass(first + 99)
    expect(readings).toHaveLength(0)
    await clock.pass(1)
    expect(readings).toHaveLength(1)
    await clock.pass(1_900)
    expect(readings).toHaveLength(2)
    expect(urgent.map((u) => u.reading.outcome)).toEqual(['down'])
    await clock.pass(2_500)
    expect(urgent.map((u) => u.reading.outcome)).toEqual(['down', 'up'])
    expect(readings.map((r) => r.reading.outcome)).toEqual(['up', 'up', 'down', 'down', 'up'])
  })

  it('wait for a slow sink and come in order, one batch at a time', async () => {
    const got: ProbeReading[][] = []
    let busy = 0
    const { clock, scheduler } = setUp({
      sink: async (batch) => {
        expect(++busy).toBe(1)
        await clock.sleep(3_000)
        busy--
        got.push(batch)
      },
    })
    for (const id of ['a', 'b']) scheduler.set({ id, intervalMs: 1_000 })
    await clock.pass(20_000)
    const at = got
      .flat()
      .filter((r) => r.probeId === 'a')
      .map((r) => r.reading.at)
    expect(at).toEqual([...at].sort())
    expect(got.length).toBeGreaterThanOrEqual(5)
    expect(got[2]!.length).toBeGreaterThanOrEqual(5)
    let stopped = false
    const stopping = scheduler.stop().then(() => {
      stopped = true
    })
    while (!stopped) await clock.pass(100)
    await stopping
    expect(got.flat()).toHaveLength(scheduler.figures().done)
  })

  it('go on after a check or a sink that threw; both are told', async () => {
    let checks = 0
    let sinks = 0
    const { clock, scheduler, faults } = setUp({
      check: async () => {
        if (++checks === 1) throw new Error('check')
        return observed()
      },
      sink: () => {
        if (++sinks === 1) throw new Error('sink')
      },
    })
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    await clock.pass(5_000)
    expect(faults).toEqual([
      [new Error('check'), 'a'],
      [new Error('sink'), null],
    ])
    expect(checks).toBeGreaterThanOrEqual(4)
    expect(sinks).toBeGreaterThanOrEqual(3)
  })

  it('say "still hung" while an earlier check hangs, and no second one is begun', async () => {
    const hang = defer()
    let checks = 0
    const { clock, scheduler, readings } = setUp({
      check: async () =>
        ++checks === 1 ? observed('down', { note: 'timeout', lingering: hang.promise }) : observed('up'),
    })
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    await clock.pass(3_200)
    expect(checks).toBe(1)
    expect(readings.slice(0, 3).map((r) => r.reading.note)).toEqual(['timeout', 'still hung', 'still hung'])
    hang.resolve()
    await clock.pass(2_000)
    expect(readings.at(-1)!.reading.outcome).toBe('up')
  })
})

describe('checkNow', () => {
  it('gives a reading begun after it was asked for, even when one is in flight', async () => {
    let begun = 0
    const { clock, scheduler } = setUp({
      check: async () => {
        const note = `check ${++begun}`
        await clock.sleep(400)
        return observed('up', { note })
      },
    })
    scheduler.set({ id: 'a', intervalMs: 60_000 })
    const first = scheduler.checkNow('a')
    await settled()
    const second = scheduler.checkNow('a')
    const third = scheduler.checkNow('a')
    await clock.pass(1_000)
    expect((await first)!.note).toBe('check 1')
    expect((await second)!.note).toBe('check 2')
    expect(await third).toBe(await second)
    expect(await scheduler.checkNow('unknown')).toBeNull()
  })

  it('goes before all who wait', async () => {
    const { clock, scheduler, readings } = setUp({
      concurrency: 1,
      check: async () => {
        await clock.sleep(900)
        return observed()
      },
    })
    for (let i = 0; i < 30; i++) scheduler.set({ id: `p${i}`, intervalMs: 1_000 })
    await clock.pass(3_000)
    const longest = scheduler.figures().waiting
    expect(longest).toBeGreaterThan(20)
    const asked = scheduler.checkNow('p7')
    const seenBefore = readings.length
    await clock.pass(2_000)
    await asked
    expect(readings.slice(seenBefore).findIndex((r) => r.probeId === 'p7')).toBeLessThanOrEqual(1)
  })

  it('rejects with the bug when the check throws', async () => {
    const { scheduler } = setUp({ check: () => Promise.reject(new Error('bug')) })
    scheduler.set({ id: 'a', intervalMs: 60_000 })
    await expect(scheduler.checkNow('a')).rejects.toThrow('bug')
  })
})

describe('stop', () => {
  it('waits for checks in flight and for the sink, and begins nothing more', async () => {
    const gate = defer()
    let begun = 0
    const { clock, scheduler, readings } = setUp({
      concurrency: 1,
      check: async () => {
        begun++
        await gate.promise
        return observed()
      },
    })
    scheduler.set({ id: 'a', intervalMs: 1_000 })
    scheduler.set({ id: 'b', intervalMs: 1_000 })
    await clock.pass(1_000)
    const queued = scheduler.checkNow('b')
    let stopped = false
    const stopping = scheduler.stop().then(() => {
      stopped = true
    })
    await expect(queued).rejects.toThrow('stopped')
    await clock.pass(5_000)
    expect({ stopped, begun, readings }).toEqual({ stopped: false, begun: 1, readings: [] })
    gate.resolve()
    await stopping
    expect(readings).toHaveLength(1)
    await clock.pass(5_000)
    expect(begun).toBe(1)
    expect(scheduler.checkNow('a')).toBeNull()
  })
})
