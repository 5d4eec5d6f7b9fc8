import type { Clock } from '../platform/clock.ts'

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  set(instant: string): void
  advance(ms: number): void
}

export function testClock(start: string): TestClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    set(instant) {
      at = Date.parse(instant)
    },
    advance(ms) {
      at += ms
    },
  }
}
