import { down, type Finding, slow, up } from './check.ts'

interface Limits {
  readonly warnDelayMs?: number | undefined
  readonly downDelayMs?: number | undefined
}

/** A round trip that came back, by how long it took in milliseconds; the value is that time. */
export function paced({ warnDelayMs, downDelayMs }: Limits, ms: number): Finding {
  const delay = Math.round(ms * 100) / 100
  if (downDelayMs !== undefined && delay > downDelayMs) return down(`over ${downDelayMs} ms`, delay)
  if (warnDelayMs !== undefined && delay > warnDelayMs) return slow(`over ${warnDelayMs} ms`, delay)
  return up(`answered in ${delay} ms`, delay)
}
