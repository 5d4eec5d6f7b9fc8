import type { Logger } from 'pino'

/** Does work again and again, `ms` milliseconds after it last ended; a fault is logged and the next turn comes. */
export function rhythm(ms: number, log: Logger, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()
  const again = () => {
    turn = work()
      .catch((error) => log.error({ err: error }, 'a turn of recurring work failed'))
      .then(() => {
        if (!stopped) timer = setTimeout(again, ms)
      })
  }
  again()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
    },
  }
}
