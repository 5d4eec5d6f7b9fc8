import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AnyRecord } from '../../../../record/record.ts'
import { api, type Query } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { incident } from '../../incident/incident.record.ts'
import type { Asked, Priority } from '../../incident/incident.rules.ts'

export interface Place {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly trading: boolean
}

export interface Reach {
  readonly components: readonly (Place & { readonly distance: number })[]
  readonly services: readonly Place[]
  readonly trading: boolean
}

interface Outlook {
  readonly priority: Priority
  readonly reach: Reach | null
}

/** What the server says would follow; asked anew as the answers change. */
export const useOutlook = ({ impact, urgency, affectsTrading }: Partial<Asked>, component: string | null) =>
  useQuery({
    queryKey: ['call', '/incidents/outlook', impact, urgency, affectsTrading, component],
    queryFn: ({ signal }) =>
      api.call<Outlook>('/incidents/outlook', {
        query: { impact, urgency, affectsTrading: String(affectsTrading ?? false), component: component ?? undefined },
        signal,
      }),
    enabled: impact !== undefined && urgency !== undefined,
    placeholderData: keepPreviousData,
    meta: { watches: ['priority-rule', 'component', 'service'] },
  })

export interface Answer {
  readonly id: string
  readonly number: string
  readonly title: string
}

export interface Similar {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: (typeof incident)['states'][number]
  readonly resolution: string | null
}

const pauseMs = 300

/** Incidents with a title like this one, and articles that may answer it; a burst of keys is one question. */
export function useSimilar(title: string, not?: string) {
  const [asked, setAsked] = useState(title.trim())
  useEffect(() => {
    const timer = setTimeout(() => setAsked(title.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [title])
  const of = <T>(path: string, query: Query) => ({
    queryKey: ['call', path, query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.call<T>(path, { query, signal }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  })
  const similar = useQuery(of<{ items: readonly Similar[] }>('/incidents/similar', { title: asked, not }))
  const answers = useQuery(of<{ articles: readonly Answer[] }>('/portal/search', { q: asked }))
  return { incidents: similar.data?.items ?? [], articles: answers.data?.articles ?? [] }
}

/** Minutes spent on a ticket; live. */
export const useSpent = ({ plural }: AnyRecord, id: string) =>
  useCall<{ minutes: number; people: readonly { id: string; name: string; minutes: number }[] }>(
    `/${plural}/${id}/time`,
    {},
    ['time-entry'],
  )
