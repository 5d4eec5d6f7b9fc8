import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

type Values = Readonly<Record<string, unknown>>

const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: async () => (await api.call<{ values: Values }>('/preferences')).values,
  staleTime: Number.POSITIVE_INFINITY,
})

/** What this person likes, by name; undefined until it is known, and nothing where it cannot be had. */
export function usePreference<T>(key: string): { readonly known: boolean; readonly value: T | undefined } {
  const { data, isPending } = useQuery(preferencesQuery)
  return { known: !isPending, value: data?.[key] as T | undefined }
}

/** Keeps one, for every screen of theirs; undefined forgets it. */
export function useKeepPreference<T>(key: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (value: T | undefined) =>
      api.call<{ values: Values }>(`/preferences/${key}`, { method: 'PUT', body: { value: value ?? null } }),
    onMutate: (value) => {
      queries.setQueryData(preferencesQuery.queryKey, (known: Values = {}) => ({ ...known, [key]: value }))
    },
    onSuccess: ({ values }) => queries.setQueryData(preferencesQuery.queryKey, values),
  })
}
