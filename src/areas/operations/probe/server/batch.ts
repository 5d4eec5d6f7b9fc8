import type { Clock } from './clock.ts'

export interface BatcherOptions<T> {
  /** Longest that an item waits, milliseconds, unless the sink is still busy with the batch before. */
  waitMs: number
  clock: Clock
  sink: (items: T[]) => void | Promise<void>
  fault: (error: unknown) => void
}

/** Gathers items and hands them on in order, one batch at a time: a slow sink gets larger batches, not several at once. */
export class Batcher<T> {
  #items: T[] = []
  #cancelTimer: (() => void) | null = null
  #sinking: Promise<void> | null = null
  readonly #options: BatcherOptions<T>

  constructor(options: BatcherOptions<T>) {
    this.#options = options
  }

  add(item: T): void {
    this.#items.push(item)
    this.#arm()
  }

  /** Hands on all there is and waits until the sink has taken it. */
  async drain(): Promise<void> {
    while (this.#sinking || this.#items.length > 0) {
      this.#flush()
      await this.#sinking
    }
  }

  #arm(): void {
    if (this.#cancelTimer || this.#sinking || this.#items.length === 0) return
    this.#cancelTimer = this.#options.clock.timer(() => this.#flush(), this.#options.waitMs)
  }

  #flush(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#sinking || this.#items.length === 0) return
    const items = this.#items
    this.#items = []
    // Called in a promise, so that a sink that throws is told like one that rejects.
    this.#sinking = Promise.resolve(items)
      .then(this.#options.sink)
      .catch(this.#options.fault)
      .finally(() => {
        this.#sinking = null
        this.#arm()
      })
  }
}
