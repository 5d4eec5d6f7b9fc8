import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { Placed, Queue } from '../../desk/order.rules.ts'
import { request } from '../../request/request.record.ts'

/** A ticket as `GET /api/desk` gives it. */
export interface Ticket extends Placed {
  readonly record: 'incident' | 'request'
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly state: string
  readonly version: number
  readonly clock: string | null
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly reporter: string | null
  readonly service: { readonly id: string; readonly name: string } | null
}

/** Which kind of ticket a number names. */
export const kindOf = (number: string): Ticket['record'] =>
  number.startsWith(`${request.number}-`) ? 'request' : 'incident'

export interface Count {
  readonly value: number
  readonly atLeast: boolean
}

interface Page {
  readonly items: readonly Ticket[]
  readonly next: string | null
  readonly counts: Readonly<Record<Queue, Count>>
  readonly services: readonly { readonly id: string; readonly name: string; readonly count: Count }[]
  readonly now: string
}

/** What is due falls late without any record changing. */
const againMs = 60_000

/** A queue of the desk, page after page; live. */
export const useDesk = (queue: Queue, service: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['call', '/desk', queue, service],
    queryFn: ({ pageParam, signal }) =>
      api.call<Page>('/desk', { query: { queue, service, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
    meta: { watches: ['incident', 'request'] },
  })

export interface Other {
  readonly id: string
  readonly name: string
  readonly typing: boolean
}

/** Heard of again before the server takes one for gone. */
const beatMs = 15_000

/** Says that one is at a ticket, and learns who else is; live. */
export const usePresence = (record: string, id: string, typing: boolean) =>
  useQuery({
    queryKey: ['call', '/desk/presence', id, typing],
    queryFn: ({ signal }) =>
      api.call<{ others: readonly Other[] }>('/desk/presence', {
        method: 'POST',
        body: { record, id, doing: typing ? 'typing' : 'looking' },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: beatMs,
    staleTime: 0,
    meta: { watches: ['presence'] },
  })

/** Says that one has left, also as the window closes; nobody waits for the answer. */
export const leave = (record: string, id: string): boolean =>
  navigator.sendBeacon(
    '/api/desk/presence',
    new Blob([JSON.stringify({ record, id, doing: 'gone' })], { type: 'application/json' }),
  )

/** `12`, `1,000+`. */
export const figure = ({ value, atLeast }: Count): string => `${value.toLocaleString('en-US')}${atLeast ? '+' : ''}`
