import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { Refs } from '../../../../web/client/types.ts'

/** A grant that somebody held on the day that is looked at. */
export interface Held {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly person: string
  readonly system: string
  readonly accessRight: string
  readonly privileged: boolean
  readonly kind: 'standing' | 'temporary' | 'emergency'
  readonly reason: string
  readonly extra: boolean
  readonly conflicts: boolean
  readonly grantedAt: string
  readonly endsAt: string | null
}

interface Page {
  readonly at: string
  readonly items: readonly Held[]
  readonly next: string | null
  readonly refs: Refs
}

export interface Whose {
  readonly person?: string | undefined
  readonly system?: string | undefined
  readonly right?: string | undefined
  readonly on?: string | undefined
}

/** Who holds what, page after page; live. */
export function useAccess(whose: Whose) {
  const found = useInfiniteQuery({
    queryKey: ['call', '/access', whose],
    queryFn: ({ pageParam, signal }) =>
      api.call<Page>('/access', { query: { ...whose, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    meta: { watches: ['access-grant'] },
  })
  const pages = found.data?.pages ?? []
  const refs: Refs = Object.assign({}, ...pages.map((page) => page.refs))
  return { ...found, items: pages.flatMap(({ items }) => items), refs }
}
