import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Words } from '../../record/words.ts'
import { api } from './api.ts'

/** A piece of one's own long work as the server tells it; `Result` is what its kind answers when it ends. */
export interface WorkStatus<Result = unknown> {
  readonly id: string
  readonly kind: string
  readonly state: 'queued' | 'running' | 'done' | 'stopped' | 'failed'
  readonly done: number
  readonly total: number | null
  /** Of a refused one, `{ code, text }`; null where a bug ended it. */
  readonly result: Result | { readonly code: string; readonly text: Words } | null
  readonly createdAt: string
  readonly endedAt: string | null
}

/** Long work, live. */
export const useWork = (id: string) =>
  useQuery({
    queryKey: ['call', `/work/${id}`],
    queryFn: ({ signal }) => api.call<WorkStatus>(`/work/${id}`, { signal }),
    meta: { watches: ['work'] },
  })

/** Asks it to stop; what it had finished stays. */
export const useStopWork = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call<WorkStatus>(`/work/${id}/stop`, { method: 'POST', body: {} }),
    onSuccess: (now) => queries.setQueryData(['call', `/work/${id}`], now),
  })
}

export const isOver = ({ state }: Pick<WorkStatus, 'state'>): boolean =>
  state === 'done' || state === 'stopped' || state === 'failed'
