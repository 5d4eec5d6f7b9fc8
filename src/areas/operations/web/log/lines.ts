import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import type { logEntry } from '../../log-entry/log-entry.record.ts'

export type Kind = RowOf<typeof logEntry>['kind']

/** A line of the operations log, as `GET /api/log/day` gives it. */
export interface LogLine {
  readonly id: string
  readonly number: string
  readonly at: string
  readonly kind: Kind
  readonly severity: 'info' | 'warning' | 'critical'
  readonly text: string
  readonly textEn: string | null
  readonly by: { readonly id: string; readonly name: string } | null
  readonly component: { readonly id: string; readonly name: string } | null
  readonly subject: { readonly record: string; readonly id: string; readonly number: string | null } | null
}

export interface Recurring {
  readonly kind: Kind
  readonly component: { readonly id: string; readonly name: string }
  readonly count: number
  readonly days: number
}

interface LogPage {
  readonly items: readonly LogLine[]
  readonly next: string | null
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[]
  readonly recurring: readonly Recurring[]
  readonly review: Review | null
}

/** The review of the log that a trading day belongs to. */
export interface Review {
  readonly number: string
  readonly state: 'due' | 'signed'
  readonly by: string | null
  readonly at: string | null
}

export interface LogQuery {
  readonly tradingDay: string
  readonly kind?: string | undefined
  readonly component?: string | undefined
  readonly order: 'newest' | 'oldest'
}

/** The lines of a trading day, a hundred at a time; live. Nothing is asked while the day is unknown. */
export const useLogOfDay = (query: LogQuery | undefined) =>
  useInfiniteQuery({
    queryKey: ['call', '/log/day', query],
    queryFn: ({ pageParam, signal }) =>
      api.call<LogPage>('/log/day', { query: { ...query, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
    meta: { watches: ['log-entry', 'log-review'] },
  })
