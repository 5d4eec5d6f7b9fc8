/** Lets each caller make so many requests a minute, all at once if they like; answers the seconds to wait, 0 for none. */
export type Meter = (caller: string, now: number) => number

const most = 20_000

/**
 * A bucket for each caller that fills steadily. It is in this copy's memory on purpose: a write to the database for every
 * request would cost more than most requests do, and behind several copies a caller gets at most so many times more.
 * `now` in milliseconds of a clock that never goes back.
 */
export function meter(allowed: () => number): Meter {
  const buckets = new Map<string, { left: number; at: number }>()
  return (caller, now) => {
    const perMinute = allowed()
    if (!Number.isFinite(perMinute)) return 0
    const bucket = buckets.get(caller) ?? { left: perMinute, at: now }
    const left = Math.min(perMinute, bucket.left + ((now - bucket.at) / 60_000) * perMinute)
    // Set anew, so that whoever has been quiet longest stands first and is forgotten first: their bucket is full anyway.
    buckets.delete(caller)
    if (buckets.size >= most) buckets.delete(buckets.keys().next().value as string)
    buckets.set(caller, { left: left < 1 ? left : left - 1, at: now })
    return left < 1 ? Math.ceil(((1 - left) / perMinute) * 60) : 0
  }
}
