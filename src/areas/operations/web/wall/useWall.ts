import { useEffect, useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { isCut, type Wall } from '../../wall-screen/wall.rules.ts'
import { noteServerTime, stopwatch } from '../clock/server-time.ts'

interface WallState {
  readonly wall: Wall | undefined
  /** The address leads nowhere. */
  readonly gone: boolean
  /** The server has said nothing for too long: what is shown may be wrong. */
  readonly cut: boolean
}

const againMs = 10_000
const retryMs = 5_000

/** The wall at a secret address, read again whenever the server says that something changed. */
export function useWall(token: string): WallState {
  const [state, setState] = useState<WallState>({ wall: undefined, gone: false, cut: false })
  useEffect(() => {
    if (token === '') return
    return follow(token, (more) => setState((was) => ({ ...was, ...more })))
  }, [token])
  return state
}

/** Reads, listens, and watches for silence; returns how to end it. */
function follow(token: string, tell: (more: Partial<WallState>) => void): () => void {
  const path = `/wall/${encodeURIComponent(token)}`
  let heardAt = stopwatch()
  let readAt = stopwatch()
  let source: EventSource | undefined
  let retrying: ReturnType<typeof setTimeout> | undefined

  const read = async () => {
    const askedAt = stopwatch()
    try {
      const wall = await api.call<Wall>(path)
      readAt = stopwatch()
      noteServerTime(wall.now, askedAt, readAt)
      tell({ wall, gone: false })
    } catch (error) {
      // Anything else is a cut, which the watch below tells.
      if (error instanceof Problem && error.status === 404) tell({ gone: true })
    }
  }
  const listen = () => {
    const made = new EventSource(`/api${path}/live`)
    source = made
    const hear = () => {
      heardAt = stopwatch()
    }
    const change = () => {
      hear()
      void read()
    }
    made.addEventListener('alive', hear)
    made.addEventListener('hello', change)
    made.addEventListener('change', change)
    made.onerror = () => {
      // The browser retries a broken stream by itself, but not one that was refused.
      if (made.readyState !== EventSource.CLOSED) return
      void read()
      retrying = setTimeout(listen, retryMs)
    }
  }
  void read()
  listen()
  const again = setInterval(() => void read(), againMs)
  const watch = setInterval(() => tell({ cut: isCut(stopwatch(), heardAt, readAt) }), 1_000)
  return () => {
    clearInterval(again)
    clearInterval(watch)
    clearTimeout(retrying)
    source?.close()
  }
}
