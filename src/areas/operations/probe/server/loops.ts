/** Two ways of doing something over and over without two at a time, both ended by `stop`. */

interface Stoppable {
  /** Waits for what is under way. */
  stop(): Promise<void>
}

/** Does `work`, and again `ms` after it ended; a failure is told to `failed`. */
export function again(ms: number, work: () => Promise<void>, failed: (error: unknown) => void): Stoppable {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running = once()
  async function once(): Promise<void> {
    await work().catch(failed)
    if (stopped) return
    timer = setTimeout(() => {
      running = once()
    }, ms)
  }
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Told in vain more often than this while one load is under way, all are loaded at once. */
const most = 50

/**
 * Loads one thing by id, or all (`null`). What is asked for during a load comes after it; a load that fails is told to
 * `failed` and all are loaded a second later.
 */
export function oneByOne(
  load: (id: string | null) => Promise<void>,
  failed: (error: unknown) => void,
): Stoppable & { ask(id: string | null): void } {
  const asked = new Set<string | null>()
  let stopped = false
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    while (asked.size > 0 && !stopped) {
      const ids = asked.has(null) || asked.size > most ? [null] : [...asked]
      asked.clear()
      try {
        for (const id of ids) await load(id)
      } catch (error) {
        failed(error)
        asked.add(null)
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    }
    working = null
  }

  return {
    ask(id) {
      asked.add(id)
      working ??= work()
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
