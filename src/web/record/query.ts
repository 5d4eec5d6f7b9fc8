import type { Query } from '../client/api.ts'
import type { Shown } from '../format/value.ts'

/**
 * A list's address is its query: `?state=new,assigned&createdAt.from=…&sort=-createdAt&q=…`. What is in the address
 * goes to the API as it stands, so a list can be shared, reloaded and gone back to.
 */
export type ListQuery = Record<string, string>

/** What of an address a list of these fields understands; anything else in it is left aside. */
export function listQuery(search: Readonly<Record<string, string>>, fields: readonly Shown[]): ListQuery {
  const known = new Set(['q', 'sort', ...fields.filter(({ filter }) => filter).flatMap(keysOf)])
  return Object.fromEntries(Object.entries(search).filter(([key]) => known.has(key)))
}

/** The keys that filter by a field: a range has two. */
export const keysOf = ({ name, kind }: Pick<Shown, 'name' | 'kind'>): string[] =>
  isRange(kind) ? [`${name}.from`, `${name}.to`] : [name]

export const isRange = (kind: Shown['kind']): boolean => kind === 'date' || kind === 'instant' || kind === 'trading-day'

/** The chosen values of a field; undefined when it does not filter, `['']` for those that have none. */
export const chosen = (query: Query, name: string): string[] | undefined => query[name]?.split(',')

/** The query with some keys set, or taken out where the value is undefined. */
export function withKeys(query: ListQuery, keys: Query): ListQuery {
  const merged = { ...query, ...keys }
  return Object.fromEntries(Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** The query without any filter; how it is sorted stays. */
export const withoutFilters = ({ sort }: ListQuery): ListQuery => (sort ? { sort } : {})

export const isFiltered = (query: ListQuery): boolean => Object.keys(query).some((key) => key !== 'sort')

export interface Sort {
  readonly field: string
  readonly descending: boolean
}

/** How the list is sorted; the newest first unless it says. */
export function sortOf(query: Query): Sort {
  const sort = query['sort'] ?? '-createdAt'
  return { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') }
}

/** The next sort when a header is chosen: ascending, descending, then as the list is by itself. */
export function nextSort(query: ListQuery, field: string): ListQuery {
  const now = query['sort']
  const next = now === field ? `-${field}` : now === `-${field}` ? undefined : field
  return withKeys(query, { sort: next })
}
