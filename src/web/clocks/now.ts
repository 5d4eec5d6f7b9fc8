import { useSyncExternalStore } from 'react'

const everyMs = 15_000
const hearers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = new Date().toISOString()

/** The time, moving on every quarter of a minute: one timer for every due time on the screen. */
export const useNow = (): string => useSyncExternalStore(hear, () => now)

function hear(changed: () => void): () => void {
  if (hearers.size === 0) {
    now = new Date().toISOString()
    timer = setInterval(tick, everyMs)
  }
  hearers.add(changed)
  return () => {
    hearers.delete(changed)
    if (hearers.size === 0) clearInterval(timer)
  }
}

function tick(): void {
  now = new Date().toISOString()
  for (const changed of hearers) changed()
}
