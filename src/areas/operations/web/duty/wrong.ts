import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { OpenAlarm } from '../alarms/open.ts'

/** A component in service that is not up and has no alarm of its own. */
export interface Unwell {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly criticality: 'trading' | 'important' | 'ordinary'
  readonly health: 'unknown' | 'slow' | 'down'
  readonly since: string | null
  /** The failed component that explains it. */
  readonly behind: { readonly id: string; readonly name: string } | null
  /** The number of the window in which it is worked on. */
  readonly maintenance: string | null
}

interface Wrong {
  readonly alarms: readonly OpenAlarm[]
  readonly components: readonly Unwell[]
  readonly count: {
    readonly alarms: number
    readonly firing: number
    readonly components: number
    readonly watched: number
  }
}

/** What was not read for a while turns unknown by time alone. */
const againMs = 60_000

/** What is wrong now, in the order in which it needs a hand; live. */
export const useWrong = () =>
  useQuery({
    queryKey: ['call', '/duty/wrong'],
    queryFn: ({ signal }) => api.call<Wrong>('/duty/wrong', { signal }),
    meta: { watches: ['alarm', 'component', 'probe', 'incident'] },
    refetchInterval: againMs,
  })
