import type { Clock } from '../clock.ts'

/** A clock that a test moves; nothing happens between its moves. */
export class FakeClock implements Clock {
  #wall: number
  #monotonic = 0
  #timers: { at: number; what: () => void }[] = []

  constructor(wall: number) {
    this.#wall = wall
  }

  wall = () => this.#wall
  monotonic = () => this.#monotonic

  timer = (what: () => void, ms: number) => {
    const timer = { at: this.#monotonic + ms, what }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** A promise kept after so much of this clock's time. */
  sleep = (ms: number) => new Promise<void>((resolve) => this.timer(resolve, ms))

  /** Lives through the time, timer by timer. */
  async pass(ms: number): Promise<void> {
    const end = this.#monotonic + ms
    for (;;) {
      const next = this.#timers.reduce<{ at: number; what: () => void } | null>(
        (first, timer) => (timer.at <= end && (!first || timer.at < first.at) ? timer : first),
        null,
      )
      this.jump(Math.max(0, (next?.at ?? end) - this.#monotonic))
      if (!next) return
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.what()
      await settled()
    }
  }

  /** The time is gone at once, as when the process was stopped: what was due meanwhile runs late. */
  jump(ms: number): void {
    this.#wall += ms
    this.#monotonic += ms
  }

  /** Somebody sets the wall clock. */
  setWall(wall: number): void {
    this.#wall = wall
  }
}

/** All promises that can go on have gone on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
