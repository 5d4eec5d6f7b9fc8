import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client/api.ts'
import { sessionQuery } from '../client/session.ts'

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export interface Account {
  readonly login: string
  readonly password: 'own' | 'directory' | 'none'
  readonly passwordLength: number
  readonly codes: boolean
  readonly recoveryCodes: number
  readonly passkeys: readonly Passkey[]
  readonly mustEnrol: boolean
}

const queryKey = ['account']

/** The person's own account. */
export const useAccount = () => useQuery({ queryKey, queryFn: () => api.call<Account>('/account') })

/** After a change of it: what it has decides by what the person signs, so the session is asked again too. */
export function useAccountChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey }),
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: 'all' }),
    ])
}
