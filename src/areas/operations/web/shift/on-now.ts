import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { BoardFinding } from '../roster/board.ts'

interface Someone {
  readonly id: string
  readonly name: string
}

export interface OnDutyPosition {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly part: 'maker' | 'checker' | 'other'
  readonly people: readonly {
    readonly person: Someone
    readonly from: string
    readonly until: string
    readonly late: boolean
    readonly shift: { readonly id: string; readonly number: string; readonly state: string } | null
    readonly signed: boolean
  }[]
  readonly next: { readonly person: Someone; readonly at: string; readonly shift: string | null } | null
}

/** Shifts begin and fall late by time alone. */
const againMs = 30_000
const watches = ['shift', 'duty', 'leave', 'duty-position', 'roster']

/** Who is on duty now; live. */
export const useOnNow = () =>
  useQuery({
    queryKey: ['call', '/duty/on-now'],
    queryFn: ({ signal }) => api.call<{ at: string; positions: readonly OnDutyPosition[] }>('/duty/on-now', { signal }),
    meta: { watches },
    refetchInterval: againMs,
  })

/** What the coming trading days lack; live. */
export const useProofAhead = () =>
  useQuery({
    queryKey: ['call', '/duty/proof'],
    queryFn: ({ signal }) =>
      api.call<{ through: string | null; findings: readonly BoardFinding[] }>('/duty/proof', { signal }),
    meta: { watches },
    refetchInterval: 10 * againMs,
  })
