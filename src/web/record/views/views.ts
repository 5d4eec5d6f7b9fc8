import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ViewQuery, view } from '../../../areas/administration/view/view.record.ts'
import type { RowOf } from '../../../record/record.ts'
import { api } from '../../client/api.ts'
import { keyOf } from '../../client/live.ts'
import { useKeepPreference, usePreference } from '../../client/preferences.ts'
import type { CanDo } from '../../client/types.ts'
import { type ListAddress, type ListQuery, sameQuery } from '../query.ts'

export type SavedView = RowOf<typeof view> & { readonly can?: CanDo }

const most = '200'

/** The views of a list that this person may use, by name; live. */
export const useViews = (record: string) =>
  useQuery({
    queryKey: keyOf('view', 'list', 'of', record),
    queryFn: async ({ signal }) => {
      const asked = { record, 'state.not': 'closed', sort: 'name', limit: most }
      return (await api.list(view, asked, signal)).items as readonly SavedView[]
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What is done with views; each refuses with a `Problem`. */
export function useViewActs(record: string) {
  const queries = useQueryClient()
  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    await queries.invalidateQueries({ queryKey: keyOf('view', 'list') })
    return done
  }
  return {
    save: (name: string, query: ViewQuery) => settled(api.create(view, { name, record, query })),
    change: ({ id, version }: SavedView, values: { name?: string; query?: ViewQuery }) =>
      settled(api.update(view, id, { version, ...values })),
    act: ({ id, version }: SavedView, verb: string) => settled(api.act(view, id, verb, { version })),
  }
}

/** What a person likes of a list: the view it opens with, and its columns where no view says. */
export interface ListLikes {
  readonly view?: string | undefined
  readonly columns?: readonly string[] | undefined
}

export function useListLikes(record: string) {
  const { known, value } = usePreference<ListLikes>(`list.${record}`)
  const keep = useKeepPreference<ListLikes>(`list.${record}`)
  const likes = value ?? {}
  return {
    known,
    likes,
    like(next: ListLikes) {
      const kept = Object.fromEntries(Object.entries({ ...likes, ...next }).filter(([, one]) => one !== undefined))
      keep.mutate(Object.keys(kept).length > 0 ? kept : undefined)
    },
  }
}

/** What is on the screen, as a view keeps it. */
export function viewQueryOf({ query: { q, sort, ...filters }, columns }: Omit<ListAddress, 'view'>): ViewQuery {
  return {
    filters,
    ...(q !== undefined && { q }),
    ...(sort !== undefined && { sort }),
    ...(columns && { columns: [...columns] }),
  }
}

/** The address of a view. */
export const addressOf = ({ id, query }: Pick<SavedView, 'id' | 'query'>): ListAddress => ({
  query: listOf(query),
  columns: query.columns,
  view: id,
})

const listOf = ({ filters, q, sort }: ViewQuery): ListQuery => ({
  ...filters,
  ...(q !== undefined && { q }),
  ...(sort !== undefined && { sort }),
})

/** Does the screen show something else than the view keeps? */
export const differs = (saved: SavedView, { query, columns }: ListAddress): boolean =>
  !sameQuery(listOf(saved.query), query) || saved.query.columns?.join() !== columns?.join()
