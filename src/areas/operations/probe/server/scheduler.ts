import { type Outcome, type Reading, readingOf } from '../probe.rules.ts'
import { Batcher } from './batch.ts'
import type { Observation } from './checks/observe.ts'
import { type Clock, systemClock } from './clock.ts'
import { DueQueue } from './due.ts'
import { Lateness } from './lateness.ts'
import { nextPlanned, phaseOf } from './phase.ts'

export interface ScheduledProbe {
  id: string
  /** Milliseconds between planned instants, 1,000 or more. */
  intervalMs: number
  /** The last stored outcome, so that a restart does not take every first reading for news. */
  lastOutcome?: Outcome
}

export interface ProbeReading {
  probeId: string
  reading: Reading
}

export interface SchedulerOptions<P extends ScheduledProbe> {
  /** Takes one observation; must end by itself within the interval, as `observe` does. */
  check: (probe: P) => Promise<Observation>
  /** Receives every reading once, in order, in batches; while it works on one the next is gathered. */
  sink: (readings: ProbeReading[]) => void | Promise<void>
  /** Called at once with a reading whose outcome differs from the probe's previous one; the sink still gets it too. */
  urgent?: (reading: ProbeReading) => void
  /** Told of bugs: a check or `urgent` that threw (with the probe's id) or a sink that did (null). */
  fault: (error: unknown, probeId: string | null) => void
  /** Checks running at once; what is due beyond waits its turn in order. 1,200 unless told. */
  concurrency?: number
  /** Longest that a reading waits for its batch, milliseconds. */
  batchMs?: number
  clock?: Clock
}

/** Counted since the scheduler was made. */
export interface SchedulerFigures {
  probes: number
  inFlight: number
  waiting: number
  /** Readings given. */
  done: number
  /** Planned instants without a check: the process slept, or the check before was still running. */
  missed: number
  /** Start of the check after its planned instant, milliseconds. */
  lateness: { p50: number; p99: number; max: number }
}

/** 5,000 targets every 10 s that all fall silent keep a check for its 2 s each: 1,000 at once. Room for those, and a bound. */
const CONCURRENCY = 1_200
/** Never asleep for longer than this, so that a clock set back is noticed; milliseconds. */
const LONGEST_SLEEP = 1_000
/** A wall clock that lost this much against the monotonic one was set back, not slewed; milliseconds. */
const SET_BACK = 500

interface Entry<P> {
  probe: P
  phase: number
  /** The next planned instant; a node of the queue with another one is out of date. */
  next: number
  removed: boolean
  state: 'idle' | 'waiting' | 'running'
  /** Work of an earlier check that still hangs; no other is begun meanwhile. */
  lingering: Promise<unknown> | null
  lastOutcome: Outcome | undefined
  askers: Asker[]
}

interface Asker {
  resolve: (reading: Reading) => void
  reject: (error: unknown) => void
}

/**
 * Runs thousands of checks at a fixed rate in one process.
 *
 * Planned instants are `phase + k * interval` on the wall clock and never drift; phases spread by the probe's id. At most one check
 * of a probe runs at a time. After a pause of an interval or more a probe waits for its next planned instant (all at once would be
 * a storm of our own) and the ones passed by are counted as missed.
 */
export class ProbeScheduler<P extends ScheduledProbe> {
  readonly #options: SchedulerOptions<P>
  readonly #clock: Clock
  readonly #concurrency: number
  readonly #entries = new Map<string, Entry<P>>()
  readonly #due = new DueQueue<Entry<P>>()
  readonly #running = new Set<Promise<void>>()
  readonly #batch: Batcher<ProbeReading>
  readonly #lateness = new Lateness()
  #waiting: { entry: Entry<P>; at: number }[] = []
  #done = 0
  #missed = 0
  #skew: number
  #wakeAt = Number.POSITIVE_INFINITY
  #cancelTimer: (() => void) | null = null
  #stopped = false

  constructor(options: SchedulerOptions<P>) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#concurrency = options.concurrency ?? CONCURRENCY
    this.#batch = new Batcher({
      waitMs: options.batchMs ?? 100,
      clock: this.#clock,
      sink: options.sink,
      fault: (error) => options.fault(error, null),
    })
    this.#skew = this.#clock.wall() - this.#clock.monotonic()
  }

  /** Adds a probe, or changes it from its next check on; the rhythm stays where the interval does. */
  set(probe: P): void {
    if (!(probe.intervalMs >= 1_000)) throw new RangeError(`interval of probe ${probe.id}: ${probe.intervalMs} ms`)
    const known = this.#entries.get(probe.id)
    if (known?.probe.intervalMs === probe.intervalMs) {
      known.probe = probe
      return
    }
    const phase = phaseOf(probe.id, probe.intervalMs)
    const entry: Entry<P> = known ?? {
      probe,
      phase,
      next: 0,
      removed: false,
      state: 'idle',
      lingering: null,
      lastOutcome: probe.lastOutcome,
      askers: [],
    }
    entry.probe = probe
    entry.phase = phase
    this.#entries.set(probe.id, entry)
    this.#plan(entry, nextPlanned(phase, probe.intervalMs, this.#clock.wall()))
    this.#arm()
  }

  /** Takes a probe out; a check still running is not reported to the sink any more. */
  remove(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    entry.removed = true
    this.#entries.delete(id)
    this.#waiting = this.#waiting.filter((turn) => turn.entry !== entry)
    if (entry.state === 'waiting') refuse(entry, new Error(`probe ${id} was removed`))
  }

  /**
   * A reading begun after this call, before all others that wait; null when the probe is not held here.
   * It is reported like any other, its planned instant being the moment it was asked for (or the one that already waited).
   * Rejects when the probe is removed or the scheduler stopped before it began.
   */
  checkNow(id: string): Promise<Reading> | null {
    const entry = this.#entries.get(id)
    if (!entry || this.#stopped) return null
    return new Promise((resolve, reject) => {
      entry.askers.push({ resolve, reject })
      if (entry.state !== 'running') this.#jumpQueue(entry)
    })
  }

  /** Begins no more checks, waits for those in flight and until the sink has taken the last reading. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer?.()
    this.#cancelTimer = null
    for (const { entry } of this.#waiting) refuse(entry, new Error('scheduler stopped'))
    this.#waiting = []
    await Promise.all(this.#running)
    await this.#batch.drain()
  }

  figures(): SchedulerFigures {
    return {
      probes: this.#entries.size,
      inFlight: this.#running.size,
      waiting: this.#waiting.length,
      done: this.#done,
      missed: this.#missed,
      lateness: { p50: this.#lateness.quantile(0.5), p99: this.#lateness.quantile(0.99), max: this.#lateness.max },
    }
  }

  #plan(entry: Entry<P>, at: number): void {
    entry.next = at
    this.#due.add(at, entry)
  }

  #arm(): void {
    if (this.#stopped) return
    const at = this.#due.nextAt
    if (at === undefined || at >= this.#wakeAt) return
    this.#cancelTimer?.()
    const now = this.#clock.wall()
    const sleep = Math.min(Math.max(0, at - now), LONGEST_SLEEP)
    this.#wakeAt = now + sleep
    this.#cancelTimer = this.#clock.timer(() => this.#wake(), sleep)
  }

  #wake(): void {
    this.#wakeAt = Number.POSITIVE_INFINITY
    const now = this.#clock.wall()
    this.#noticeSetBack(now)
    for (let turn = this.#due.takeDue(now); turn; turn = this.#due.takeDue(now)) {
      if (!turn.item.removed && turn.item.next === turn.at) this.#turn(turn.item, now)
    }
    this.#startWaiting()
    this.#arm()
  }

  /** A probe's planned instant has come. */
  #turn(entry: Entry<P>, now: number): void {
    const at = entry.next
    const { intervalMs } = entry.probe
    const behind = Math.floor((now - at) / intervalMs)
    if (behind >= 1) {
      this.#missed += behind + 1
      this.#plan(entry, nextPlanned(entry.phase, intervalMs, now))
      return
    }
    this.#plan(entry, at + intervalMs)
    if (entry.state !== 'idle') this.#missed++
    else {
      entry.state = 'waiting'
      this.#waiting.push({ entry, at })
    }
  }

  /** Planned instants would else be as far ahead as the clock was set back, and all probes silent until then. */
  #noticeSetBack(now: number): void {
    const skew = now - this.#clock.monotonic()
    if (skew < this.#skew - SET_BACK) {
      this.#due.clear()
      for (const entry of this.#entries.values()) {
        this.#plan(entry, nextPlanned(entry.phase, entry.probe.intervalMs, now))
      }
    }
    this.#skew = skew
  }

  #jumpQueue(entry: Entry<P>): void {
    const planned = this.#waiting.find((turn) => turn.entry === entry)
    if (planned) this.#waiting = this.#waiting.filter((turn) => turn !== planned)
    entry.state = 'waiting'
    this.#waiting.unshift(planned ?? { entry, at: this.#clock.wall() })
    this.#startWaiting()
  }

  #startWaiting(): void {
    while (this.#running.size < this.#concurrency) {
      const turn = this.#waiting.shift()
      if (!turn) return
      const run: Promise<void> = this.#run(turn.entry, turn.at).finally(() => {
        this.#running.delete(run)
        if (!this.#stopped) this.#startWaiting()
      })
      this.#running.add(run)
    }
  }

  async #run(entry: Entry<P>, at: number): Promise<void> {
    const { probe } = entry
    const startedAt = this.#clock.wall()
    const askers = entry.askers.splice(0)
    entry.state = 'running'
    this.#lateness.add(startedAt - at)
    try {
      const found = entry.lingering ? stillHung : await this.#options.check(probe)
      if (found.lingering) this.#watch(entry, found.lingering)
      const reading = readingOf(found, at, startedAt)
      this.#report(entry, reading)
      for (const asker of askers) asker.resolve(reading)
    } catch (error) {
      this.#options.fault(error, probe.id)
      for (const asker of askers) asker.reject(error)
    }
    entry.state = 'idle'
    if (entry.askers.length === 0) return
    if (entry.removed) refuse(entry, new Error(`probe ${probe.id} was removed`))
    else if (this.#stopped) refuse(entry, new Error('scheduler stopped'))
    else this.#jumpQueue(entry)
  }

  #watch(entry: Entry<P>, lingering: Promise<unknown>): void {
    entry.lingering = lingering
    lingering
      .catch((error) => this.#options.fault(error, entry.probe.id))
      .finally(() => {
        entry.lingering = null
      })
  }

  #report(entry: Entry<P>, reading: Reading): void {
    if (entry.removed) return
    this.#done++
    const item = { probeId: entry.probe.id, reading }
    this.#batch.add(item)
    const news = reading.outcome !== entry.lastOutcome
    entry.lastOutcome = reading.outcome
    if (news) this.#options.urgent?.(item)
  }
}

/** Beginning another read on a drive that hangs would only use up one more of the few threads that read files. */
const stillHung: Observation = { outcome: 'down', value: null, note: 'still hung', ms: 0, lingering: null }

function refuse<P>(entry: Entry<P>, error: Error): void {
  for (const asker of entry.askers.splice(0)) asker.reject(error)
}
