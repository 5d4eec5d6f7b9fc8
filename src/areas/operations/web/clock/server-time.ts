import { useSyncExternalStore } from 'react'

/**
 * The server's time on this screen. The browser's own clock is never asked what time it is, only how much has passed
 * since the server said so.
 */
let epoch: number | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** The browser's stopwatch in milliseconds: nobody sets it, and it never steps back. */
export const stopwatch = (): number => performance.now()

/** Takes note of what the server said its time was, between two readings of the stopwatch. */
export function noteServerTime(now: string, askedAt: number, answeredAt: number): void {
  epoch = Date.parse(now) - (askedAt + answeredAt) / 2
  for (const listener of listeners) listener()
}

/** The server's time in milliseconds since 1970, a new value each whole second; undefined until it was heard. */
export const useServerNow = (): number | undefined => useSyncExternalStore(subscribe, wholeSecond)

const wholeSecond = (): number | undefined =>
  epoch === undefined ? undefined : Math.floor((epoch + stopwatch()) / 1000) * 1000

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

/** Wakes at the turn of each of the server's seconds. */
function tick(): void {
  const into = epoch === undefined ? 0 : (epoch + stopwatch()) % 1000
  timer = setTimeout(() => {
    for (const listener of listeners) listener()
    tick()
  }, 1005 - into)
}
