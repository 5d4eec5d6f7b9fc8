import { useQueries } from '@tanstack/react-query'
import { api } from '../../client/api.ts'
import { keyOf } from '../../client/live.ts'
import type { Refs } from '../../client/types.ts'
import { useParts } from '../../context.ts'
import type { Shown } from '../../format/value.ts'
import { chosen, type ListQuery } from '../query.ts'

/** The names behind filters by link that no row on the screen tells: of a list that is empty, or of what is left out. */
export function useFilterRefs(fields: readonly Shown[], query: ListQuery, known: Refs): Refs {
  const { registry } = useParts()
  const wanted = fields.flatMap(({ name, to }) =>
    to
      ? [...(chosen(query, name) ?? []), ...(chosen(query, `${name}.not`) ?? [])]
          .filter((id) => /^[0-9a-f-]{36}$/i.test(id) && !known[id])
          .map((id) => ({ id, record: registry.head(to).record }))
      : [],
  )
  const found = useQueries({
    queries: wanted.map(({ id, record }) => ({
      queryKey: keyOf(record.name, 'item', id),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get(record, id, signal),
      retry: false,
    })),
  })
  return Object.fromEntries(
    found.flatMap(({ data }, n) => {
      const one = wanted[n]
      if (!data || !one) return []
      const { number, [one.record.label]: label } = data.item as unknown as Record<string, unknown>
      return [[one.id, { record: one.record.name, number: String(number), label: String(label) }]]
    }),
  )
}
