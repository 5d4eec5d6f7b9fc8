import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { type Change, keyOf, shows, startLive } from './live.ts'

const change: Change = { record: 'incident', id: 'a', version: 2, verb: 'assign' }

function ask(queryKey: readonly unknown[], data: unknown = undefined, watches?: string[], about = change): boolean {
  const queries = new QueryClient()
  queries.setQueryData(queryKey, data ?? {})
  const query = queries.getQueryCache().find({ queryKey })
  if (!query) throw new Error('no query')
  return shows({ queryKey: query.queryKey, state: query.state, meta: watches ? { watches } : undefined }, about)
}

describe('a change re-fetches', () => {
  it('the lists of its record, and no others', () => {
    expect(ask(keyOf('incident', 'list', { state: 'new' }))).toBe(true)
    expect(ask(keyOf('person', 'list', {}))).toBe(false)
  })

  it('its item, whether it was opened by id or by number', () => {
    expect(ask(keyOf('incident', 'item', 'a'))).toBe(true)
    expect(ask(keyOf('incident', 'item', 'INC-1'), { item: { id: 'a' } })).toBe(true)
    expect(ask(keyOf('incident', 'item', 'INC-2'), { item: { id: 'b' } })).toBe(false)
  })

  it('what hangs on it', () => {
    expect(ask(keyOf('incident', 'of', 'a', 'journal'))).toBe(true)
    expect(ask(keyOf('incident', 'of', 'b', 'journal'))).toBe(false)
  })

  it('everything of its record, where so many changed that none is named', () => {
    const many = { record: 'incident', id: '', version: 0, verb: 'many' }
    expect(ask(keyOf('incident', 'item', 'INC-2'), { item: { id: 'b' } }, undefined, many)).toBe(true)
    expect(ask(keyOf('incident', 'of', 'b', 'journal'), {}, undefined, many)).toBe(true)
    expect(ask(keyOf('person', 'list', {}), {}, undefined, many)).toBe(false)
  })

  it('special queries that watch its record', () => {
    expect(ask(['call', '/duty'], {}, ['incident'])).toBe(true)
    expect(ask(['call', '/duty'], {}, ['alarm'])).toBe(false)
  })
})

describe('the live stream', () => {
  class Stream {
    onopen?: () => void
    onmessage?: (event: { data: string }) => void
    onerror?: () => void
    readyState = 1
    closed = false
    close() {
      this.closed = true
    }
  }

  it('re-fetches a burst of changes once, and everything after a cut', () => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', { CLOSED: 2 })
    const queries = new QueryClient()
    const invalidate = vi.spyOn(queries, 'invalidateQueries')
    const stream = new Stream()
    const stop = startLive(queries, () => stream as unknown as EventSource)
    stream.onopen?.()
    for (let n = 0; n < 50; n++) stream.onmessage?.({ data: JSON.stringify({ ...change, version: n }) })
    expect(invalidate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1000)
    expect(invalidate).toHaveBeenCalledTimes(1)
    stream.onerror?.()
    stream.onopen?.()
    expect(invalidate).toHaveBeenCalledTimes(2)
    expect(invalidate.mock.lastCall).toEqual([])
    stop()
    expect(stream.closed).toBe(true)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('opens a new stream when the server refused the old one', () => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', { CLOSED: 2 })
    const streams: Stream[] = []
    const stop = startLive(new QueryClient(), () => {
      streams.push(new Stream())
      return streams.at(-1) as unknown as EventSource
    })
    const [first] = streams
    if (!first) throw new Error('not opened')
    first.readyState = 2
    first.onerror?.()
    vi.advanceTimersByTime(10_000)
    expect(streams).toHaveLength(2)
    stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
})
