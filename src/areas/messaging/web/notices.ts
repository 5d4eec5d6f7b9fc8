import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Words } from '../../../record/words.ts'
import { api } from '../../../web/client/api.ts'
import { useCall } from '../../../web/client/hooks.ts'
import type { Why } from '../telling.rules.ts'
import type { Wishes } from '../wishes.rules.ts'

/** One thing a person was told, as `GET /api/notices` gives it. */
export interface Notice {
  readonly id: string
  readonly at: string
  readonly why: Why
  readonly number: string
  readonly text: Words
  /** Where to look, in this app. */
  readonly path: string
  readonly readAt: string | null
}

interface Page {
  readonly items: readonly Notice[]
  readonly next: string | null
  readonly unread: number
}

const watches = ['notice']

/** The newest unread notices; live. */
export const useUnread = () => useCall<Page>('/notices', { unread: 'true', limit: '20' }, watches)

/** How many are unread; undefined while unknown. */
export const useUnreadCount = (): number | undefined => useUnread().data?.unread

/** All of one's notices, page after page; live. */
export const useNotices = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: ['call', '/notices', 'all', unread],
    queryFn: ({ pageParam, signal }) =>
      api.call<Page>('/notices', {
        query: { after: pageParam || undefined, ...(unread && { unread: 'true' }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    meta: { watches },
  })

/** Marks some as read, or all. */
export const useRead = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids?: readonly string[]) => api.call('/notices/read', { method: 'POST', body: ids ? { ids } : {} }),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ meta }) => (meta?.['watches'] as string[] | undefined)?.includes('notice') ?? false,
      }),
  })
}

export interface MyWishes {
  readonly wishes: Wishes
  readonly ways: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

export const useWishes = () => useCall<MyWishes>('/notices/wishes', {}, ['channel'])
