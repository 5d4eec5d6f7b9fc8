import type { Clock } from '../../platform/clock.ts'

/** A clock that stands where it is set: for writing down what happened at its own time. */
export interface SetClock extends Clock {
  /** Milliseconds since 1970. */
  set(ms: number): void
}

export function setClock(ms: number): SetClock {
  let at = ms
  return {
    now: () => new Date(at).toISOString(),
    set(to) {
      at = to
    },
  }
}
