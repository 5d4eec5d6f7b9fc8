import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { AgentStanding } from '../../probe-agent/standing.rules.ts'

/** An agent speaks every two seconds and tells no screen of it. */
const againMs = 5_000

export const useStanding = (id: string) =>
  useQuery({
    queryKey: ['call', `/probe-agents/${id}/standing`],
    queryFn: ({ signal }) => api.call<AgentStanding>(`/probe-agents/${id}/standing`, { signal }),
    meta: { watches: ['probe-agent', 'probe'] },
    refetchInterval: againMs,
  })
