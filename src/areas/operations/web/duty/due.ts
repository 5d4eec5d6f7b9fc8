import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'

export interface DueRun {
  readonly id: string
  readonly number: string
  readonly state: 'in-progress' | 'finished' | 'aborted'
  readonly startedAt: string
  readonly settled: number
  readonly total: number
  /** Steps past their deadline, and those that need a hand: failed, timed out, unknown. */
  readonly late: number
  readonly troubled: number
}

/** A runbook that is to be run on a trading day, as `GET /api/duty/due` gives it. */
export interface DueItem {
  readonly runbook: {
    readonly id: string
    readonly number: string
    readonly code: string
    readonly title: string
    readonly titleEn: string | null
    readonly kind: string
  }
  readonly dueAt: string | null
  readonly run: DueRun | null
}

/** The trading day turns and what is due falls late without any record changing. */
const againMs = 60_000

/** What is to be run today and what is in progress; live. */
export const useDue = () =>
  useQuery({
    queryKey: ['call', '/duty/due'],
    queryFn: ({ signal }) =>
      api.call<{ tradingDay: string | null; items: readonly DueItem[] }>('/duty/due', { signal }),
    meta: { watches: ['run', 'run-step', 'runbook', 'trading-calendar'] },
    refetchInterval: againMs,
  })
