import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AnyRecord, InputOf, ValuesOf } from '../../record/record.ts'
import { api, type Query } from './api.ts'
import { keyOf } from './live.ts'
import type { Comment, Item, JournalEntry, RecordLink, Refs, Signature } from './types.ts'

/** The first page fills a screen at once; those that one scrolls to come in larger portions. */
const pageSizes = { first: '50', further: '200' }

/** The rows of a list, page after page by key; live. */
export const useList = <R extends AnyRecord>(record: R, query: Query = {}) =>
  useInfiniteQuery({
    queryKey: keyOf(record.name, 'list', query),
    queryFn: ({ pageParam, signal }) =>
      api.list(
        record,
        pageParam ? { limit: pageSizes.further, ...query, after: pageParam } : { limit: pageSizes.first, ...query },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** One record by id or number, re-fetched also when a record in `watches` changes; live. */
export const useItem = <R extends AnyRecord>(record: R, idOrNumber: string, watches: readonly string[] = []) =>
  useQuery({
    queryKey: keyOf(record.name, 'item', idOrNumber),
    queryFn: ({ signal }) => api.get(record, idOrNumber, signal),
    meta: { watches },
  })

/** Any other route, re-fetched when a record in `watches` changes. */
export const useCall = <T>(path: string, query: Query = {}, watches: readonly string[] = []) =>
  useQuery({
    queryKey: ['call', path, query],
    queryFn: ({ signal }) => api.call<T>(path, { query, signal }),
    meta: { watches },
  })

/** Creates a record; lists of its kind follow. */
export const useCreate = <R extends AnyRecord>(record: R) => {
  const settle = useSettle(record)
  return useMutation({ mutationFn: (body: InputOf<R>) => api.create(record, body), onSuccess: settle })
}

/** Changes fields of a record, from the version that was seen. */
export const useUpdate = <R extends AnyRecord>(record: R, id: string) => {
  const settle = useSettle(record)
  return useMutation({
    mutationFn: (body: { version: number } & ValuesOf<R>) => api.update(record, id, body),
    onSuccess: settle,
  })
}

/** Takes a verb on a record. */
export const useAct = <R extends AnyRecord>(record: R, id: string) => {
  const settle = useSettle(record)
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body?: object }) => api.act(record, id, verb, body),
    onSuccess: settle,
  })
}

/** Everything that was ever done to a record, newest first, page after page. */
export const useJournal = (record: AnyRecord, id: string) => useInfiniteQuery(journalOf(record, id))

/** Loads of it whatever there is, so that it can be printed: the newest ten thousand entries. */
export function useWholeJournal(record: AnyRecord, id: string): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => queries.fetchInfiniteQuery({ ...journalOf(record, id), pages: 200 })
}

const journalOf = (record: AnyRecord, id: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(record.name, 'of', id, 'journal'),
    queryFn: ({ pageParam, signal }) =>
      api.call<{ items: JournalEntry[]; next: string | null; refs: Refs }>(`/${record.plural}/${id}/journal`, {
        query: { after: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** What hangs on a record. */
export const useComments = (record: AnyRecord, id: string) => useOf<Comment>(record, id, 'comments')
export const useLinks = (record: AnyRecord, id: string) => useOf<RecordLink>(record, id, 'links')
export const useSignatures = (record: AnyRecord, id: string) => useOf<Signature>(record, id, 'signatures')

/** Writes to what hangs on a record (`comments`, `links`, `links/{id}`), re-fetches it, and gives what was answered. */
export const useWriteOf = <T>(record: AnyRecord, id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({
      path,
      method = 'POST',
      body,
    }: {
      path: string
      method?: 'POST' | 'PATCH' | 'DELETE'
      body?: unknown
    }) => api.call<T>(`/${record.plural}/${id}/${path}`, { method, ...(body === undefined ? {} : { body }) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(record.name, 'of', id) }),
  })
}

const useOf = <T>(record: AnyRecord, id: string, what: string) =>
  useQuery({
    queryKey: keyOf(record.name, 'of', id, what),
    queryFn: ({ signal }) => api.call<{ items: T[]; refs: Refs }>(`/${record.plural}/${id}/${what}`, { signal }),
  })

/** The answer of a write is the newest there is: show it at once, and re-fetch what else shows the record. */
function useSettle<R extends AnyRecord>(record: R) {
  const queries = useQueryClient()
  return (answer: Item<R>) => {
    const { item } = answer as Item
    for (const key of [item.id, item.number]) queries.setQueryData(keyOf(record.name, 'item', key), answer)
    return Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(record.name, 'list') }),
      queries.invalidateQueries({ queryKey: keyOf(record.name, 'of', item.id) }),
    ])
  }
}
