/** Time as the scheduler needs it; a test passes its own. */
export interface Clock {
  /** Milliseconds since 1970; may jump when somebody sets the clock. */
  wall(): number
  /** Milliseconds since some instant; never goes back. */
  monotonic(): number
  /** Runs `what` once after `ms`; the result cancels it. */
  timer(what: () => void, ms: number): () => void
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  timer: (what, ms) => {
    const handle = setTimeout(what, ms)
    return () => clearTimeout(handle)
  },
}
