/** Work side by side, but one at a time and in order for each key; at most `width` at once. */
export class Lanes {
  readonly #width: number
  readonly #tails = new Map<string, Promise<void>>()
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(width: number) {
    this.#width = width
  }

  /** Queues `work`, which must not throw. */
  run(key: string, work: () => Promise<void>): void {
    const before = this.#tails.get(key) ?? Promise.resolve()
    const tail = before
      .then(() => this.#inTurn(work))
      .finally(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key)
      })
    this.#tails.set(key, tail)
  }

  /** Waits until nothing is queued. */
  async drain(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values())
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#running >= this.#width) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#running++
    try {
      await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
