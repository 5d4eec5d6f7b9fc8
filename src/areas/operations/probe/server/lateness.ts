const FINE = 1_000 // buckets of 1 ms up to a second
const COARSE = 600 // then of 100 ms up to a minute; what is later goes to the last

/** A histogram of delays in milliseconds, of fixed size whatever the number of entries. */
export class Lateness {
  #buckets = new Uint32Array(FINE + COARSE)
  #count = 0
  #max = 0

  get max(): number {
    return this.#max
  }

  add(ms: number): void {
    const late = Math.max(0, ms)
    const bucket = late < FINE ? Math.floor(late) : FINE + Math.floor((late - FINE) / 100)
    this.#buckets[Math.min(bucket, FINE + COARSE - 1)]!++
    this.#count++
    if (late > this.#max) this.#max = late
  }

  /** The delay that the share `q` (0 to 1) of all entries does not exceed: a bucket's upper end, never above the maximum. */
  quantile(q: number): number {
    const wanted = Math.ceil(this.#count * q)
    let seen = 0
    for (let bucket = 0; bucket < FINE + COARSE; bucket++) {
      seen += this.#buckets[bucket]!
      if (seen >= wanted && seen > 0) return Math.min(this.#max, upperEnd(bucket))
    }
    return 0
  }
}

function upperEnd(bucket: number): number {
  if (bucket === FINE + COARSE - 1) return Number.POSITIVE_INFINITY
  return bucket < FINE ? bucket + 1 : FINE + (bucket - FINE + 1) * 100
}
