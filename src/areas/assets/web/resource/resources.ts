import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { Verdict } from '../../resource/resource.rules.ts'
import type { Resource } from '../../resource/shape.rules.ts'

export interface ResourcePage {
  readonly items: readonly Resource[]
  readonly next: string | null
  readonly counts: Readonly<Record<Verdict, number>>
  readonly at: string | null
  readonly refs: Refs
}

type Asked = Readonly<Record<string, string | undefined>>

const key = ['call', '/resources']

/** The assets that fit, page after page. */
export const useResources = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: [...key, asked],
    queryFn: ({ pageParam, signal }) =>
      api.call<ResourcePage>('/resources', { query: { ...asked, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** Every asset that fits, with names. */
export async function allOf(asked: Asked): Promise<{ items: Resource[]; refs: Refs }> {
  const items: Resource[] = []
  const refs: Refs = {}
  for (let after: string | undefined; ; ) {
    const page: ResourcePage = await api.call<ResourcePage>('/resources', { query: { ...asked, limit: '200', after } })
    items.push(...page.items)
    Object.assign(refs, page.refs)
    if (!page.next) return { items, refs }
    after = page.next
  }
}

const everyMs = 1_500

/** Has all of them counted anew, and looks until they were. */
export function useCountNow(at: string | null | undefined): { isCounting: boolean; start: () => void } {
  const queries = useQueryClient()
  const [since, setSince] = useState<string | null>()
  const isCounting = since !== undefined && since === at
  useEffect(() => {
    if (!isCounting) return
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: key }), everyMs)
    return () => clearInterval(timer)
  }, [isCounting, queries])
  useEffect(() => {
    if (since !== undefined && since !== at) void queries.invalidateQueries({ queryKey: ['call', '/resources/parts'] })
  }, [since, at, queries])
  return {
    isCounting,
    start: () =>
      void api.call('/resources/count', { method: 'POST', body: {} }).then(
        () => setSince(at ?? null),
        () => undefined,
      ),
  }
}
