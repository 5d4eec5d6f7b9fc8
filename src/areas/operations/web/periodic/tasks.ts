import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'

/** A task of a periodic duty, as `GET /api/duty/tasks` gives it. */
export interface DutyTaskItem {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly title: string
  readonly titleEn: string | null
  readonly state: 'due' | 'to-sign' | 'done' | 'missed'
  readonly late: boolean
  readonly post: string
  /** It is a patrol, and walked on a phone. */
  readonly isPatrol: boolean
  readonly dueOn: string
  readonly dueBy: string
  readonly closesAt: string
  readonly doneAt: string | null
  /** Why it was missed has been said. */
  readonly explained: boolean
  readonly mine: boolean
}

const againMs = 60_000

/** What is to be done every so often and is open now, with what was settled today; live. */
export const useDutyTasks = () =>
  useQuery({
    queryKey: ['call', '/duty/tasks'],
    queryFn: ({ signal }) => api.call<{ items: readonly DutyTaskItem[] }>('/duty/tasks', { signal }),
    meta: { watches: ['duty-task', 'periodic-duty'] },
    refetchInterval: againMs,
  })
