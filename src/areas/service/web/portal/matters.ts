import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'
import { surveyAnswer } from '../../survey-answer/survey-answer.record.ts'

/** Something that one waits for: a fault one reported, or a service one asked for. */
export interface Matter {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly state: string
  readonly createdAt: string
}

const over = ['closed', 'rejected', 'cancelled']
export const isOver = ({ state }: Matter): boolean => over.includes(state)
/** It is one's own turn. */
export const isMyTurn = ({ state, number }: Matter): boolean =>
  state === 'resolved' || state === 'fulfilled' || (state === 'waiting' && number.startsWith(`${request.number}-`))

/** Where a matter is followed. */
export const placeOf = ({ number }: Pick<Matter, 'number'>): string => `/portal/matters/${number}`

/** Everything one reported or asked for, the newest first. */
export function useMatters() {
  return useCall<{ items: Matter[] }>('/portal/matters', {}, [incident.name, request.name])
}

/** What one is asked to rate, and has not yet. */
export function useInvitations() {
  const me = useSession().person.id
  const query = { person: me, state: 'invited', limit: '20' }
  return useQuery({
    queryKey: keyOf(surveyAnswer.name, 'list', query),
    queryFn: ({ signal }) => api.list(surveyAnswer, query, signal),
  })
}
