import type { Query as CachedQuery, QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** A change of a row that the reader may read; without an id, of so many at once that any of them may be one. */
export interface Change {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly verb: string
}

/** A batch waits this long, so that a burst of changes is one re-fetch. */
const batchMs = 300
/** A cut shorter than this is not worth a word. */
const graceMs = 3_000
const retryMs = 5_000

/** The query key of everything that shows rows of a record: lists, items and what hangs on them. */
export const keyOf = (record: string, ...more: readonly unknown[]): readonly unknown[] => ['record', record, ...more]

/** Does this cached query show what changed? Lists of the record do, its item does, and queries that say `watches`. */
export function shows(query: Pick<CachedQuery, 'queryKey' | 'meta' | 'state'>, change: Change): boolean {
  const watches = query.meta?.['watches']
  if (Array.isArray(watches) && watches.includes(change.record)) return true
  const [scope, record, kind, key] = query.queryKey
  if (scope !== 'record' || record !== change.record) return false
  if (change.id === '') return true
  if (kind !== 'item') return kind === 'of' ? key === change.id : true
  const data = query.state.data as { item?: { id?: string } } | undefined
  return key === change.id || data?.item?.id === change.id
}

/**
 * The one event stream of the app: re-fetches what the changes touch, batched; after a cut re-fetches everything on
 * the screen, since what happened meanwhile is unknown. Returns how to end it.
 */
export function startLive(queries: QueryClient, open: () => EventSource = () => new EventSource('/api/stream')) {
  let source: EventSource
  let batch: Change[] = []
  let flushing: ReturnType<typeof setTimeout> | undefined
  let cutting: ReturnType<typeof setTimeout> | undefined
  let retrying: ReturnType<typeof setTimeout> | undefined
  let wasCut = false

  const flush = () => {
    flushing = undefined
    const changes = batch
    batch = []
    void queries.invalidateQueries({ predicate: (query) => changes.some((change) => shows(query, change)) })
  }
  const connect = () => {
    source = open()
    source.onopen = () => {
      clearTimeout(cutting)
      cutting = undefined
      setLive(true)
      if (wasCut) void queries.invalidateQueries()
      wasCut = false
    }
    source.onmessage = (event: MessageEvent<string>) => {
      batch.push(JSON.parse(event.data) as Change)
      flushing ??= setTimeout(flush, batchMs)
    }
    source.onerror = () => {
      wasCut = true
      cutting ??= setTimeout(() => setLive(false), graceMs)
      // The browser retries a broken stream by itself, but not one that was refused.
      if (source.readyState === EventSource.CLOSED) retrying = setTimeout(connect, retryMs)
    }
  }
  connect()
  return () => {
    for (const timer of [flushing, cutting, retrying]) clearTimeout(timer)
    source.close()
    setLive(true)
  }
}

let live = true
const listeners = new Set<() => void>()
const setLive = (now: boolean) => {
  live = now
  for (const listener of listeners) listener()
}

/** Is the screen kept up to date by itself? */
export const useLive = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )
