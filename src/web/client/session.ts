import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { PersonActor } from '../../record/actor.ts'
import { api } from './api.ts'
import { Problem } from './problem.ts'
import type { Session, Setup } from './types.ts'

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await api.call<Session>('/session')
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return null
      throw problem
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** Does the firm still need its first administrator? */
export const setupQuery = queryOptions({ queryKey: ['setup'], queryFn: () => api.call<Setup>('/setup') })

/** The session of a screen that only shows when signed in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data) throw new Problem({ status: 401, code: 'not-signed-in' })
  return data
}

/** The person as access rules see them, for showing what they may start; the server decides all the same. */
export const actorOf = ({ person }: Session): PersonActor => ({
  ...person,
  kind: 'person',
  via: 'web',
  today: new Date().toISOString().slice(0, 10),
})
