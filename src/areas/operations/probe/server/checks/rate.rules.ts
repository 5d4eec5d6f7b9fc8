/** Counters of a device at one instant of its own clock. */
export interface Counted {
  /** How long it has been up, in hundredths of a second (sysUpTime). */
  readonly uptime: number
  readonly counters: readonly bigint[]
}

/** Readings closer together than this say nothing of a rate, in hundredths of a second. */
const least = 100

/**
 * By how much the counters grew together in a second, by the device's own clock. A word says why that cannot be told: the device
 * has started anew (or its uptime began anew, after 497 days), a counter went back, or next to no time has passed.
 */
export function rateOf(before: Counted, now: Counted): number | 'restarted' | 'counter went back' | 'too soon' {
  if (now.uptime < before.uptime) return 'restarted'
  if (now.uptime - before.uptime < least) return 'too soon'
  const grown = now.counters.map((counter, at) => counter - (before.counters[at] ?? 0n))
  if (grown.some((by) => by < 0n)) return 'counter went back'
  const sum = grown.reduce((all, by) => all + by, 0n)
  return Number(sum) / ((now.uptime - before.uptime) / 100)
}
