/** What goes first when there is more to do than room: `now` before all that may come `later`. */
export type Rank = 'now' | 'later'

/** Does a piece of work once there is room for it. */
export type Turn = <T>(rank: Rank, piece: () => Promise<T>) => Promise<T>

/**
 * Work side by side, but one at a time and in order for each key; at most `width` pieces at once. Work asks for its
 * turn piece by piece, so that it can find out what it is before it says how urgent it is.
 */
export class Lanes {
  readonly #width: number
  readonly #tails = new Map<string, Promise<void>>()
  readonly #waiting: Record<Rank, (() => void)[]> = { now: [], later: [] }
  #running = 0
  #stopped = false

  constructor(width: number) {
    this.#width = width
  }

  /** Queues `work`, which must not throw. */
  run(key: string, work: (turn: Turn) => Promise<void>): void {
    const before = this.#tails.get(key) ?? Promise.resolve()
    const tail = before
      .then(() => (this.#stopped ? undefined : work((rank, piece) => this.#turn(rank, piece))))
      .finally(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key)
      })
    this.#tails.set(key, tail)
  }

  /** Waits until nothing is queued. */
  async drain(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values())
  }

  /** Begins nothing more; pieces that wait are refused with {@link Stopped}; waits for those under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const rank of ['now', 'later'] as const) for (const go of this.#waiting[rank].splice(0)) go()
    await this.drain()
  }

  async #turn<T>(rank: Rank, piece: () => Promise<T>): Promise<T> {
    if (this.#stopped) throw new Stopped()
    if (this.#running < this.#width) this.#running++
    else {
      await new Promise<void>((go) => this.#waiting[rank].push(go))
      if (this.#stopped) throw new Stopped()
    }
    try {
      return await piece()
    } finally {
      const next = this.#waiting.now.shift() ?? this.#waiting.later.shift()
      if (next) next()
      else this.#running--
    }
  }
}

/** There will be no turn any more. */
export class Stopped extends Error {
  constructor() {
    super('stopped')
    this.name = 'Stopped'
  }
}
