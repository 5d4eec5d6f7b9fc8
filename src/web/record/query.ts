import type { Query } from '../client/api.ts'
import type { Shown } from '../format/value.ts'

/**
 * A list's address is its query: `?state=new,assigned&createdAt.from=@week&sort=-createdAt&q=…`. What is in the address
 * goes to the API as it stands, so a list can be shared, reloaded and gone back to. Beside it stand how it is shown
 * (`columns`) and which saved view it came from (`view`).
 */
export type ListQuery = Record<string, string>

/** A list as its address says it. */
export interface ListAddress {
  readonly query: ListQuery
  /** The saved view it started from, by id; `all` for none, where a person's own default would open otherwise. */
  readonly view: string | undefined
  readonly columns: readonly string[] | undefined
}

/** Reads an address; what a list of these fields does not understand is left aside. */
export function listAddress(search: Readonly<Record<string, string>>, fields: readonly Shown[]): ListAddress {
  return {
    query: listQuery(search, fields),
    view: search['view'] || undefined,
    columns: search['columns']?.split(',').filter(Boolean),
  }
}

/** Writes it back. */
export const searchOf = ({ query, view, columns }: Partial<ListAddress>): Record<string, string> => ({
  ...query,
  ...(columns && columns.length > 0 && { columns: columns.join(',') }),
  ...(view && { view }),
})

/** What of an address goes to the API. Of the firm's own fields nobody knows here which there are: the server says. */
export function listQuery(search: Readonly<Record<string, string>>, fields: readonly Shown[]): ListQuery {
  const known = new Set(['q', 'sort', ...fields.filter(({ filter }) => filter).flatMap(keysOf)])
  return Object.fromEntries(Object.entries(search).filter(([key]) => known.has(key) || key.startsWith('custom.')))
}

/** The keys that filter by a field: what it is, what it is not, and of a range its ends. */
export const keysOf = ({ name, kind }: Pick<Shown, 'name' | 'kind'>): string[] => [
  name,
  `${name}.not`,
  ...(isRange(kind) ? [`${name}.from`, `${name}.to`, `${name}.not.to`] : []),
]

const ranges: readonly Shown['kind'][] = ['date', 'instant', 'trading-day', 'number']

export const isRange = (kind: Shown['kind']): boolean => ranges.includes(kind)

/** The chosen values of a key; undefined when it does not filter, `['']` for those that have none. */
export const chosen = (query: Query, key: string): string[] | undefined => query[key]?.split(',')

/** The query with some keys set, or taken out where the value is undefined. */
export function withKeys(query: ListQuery, keys: Query): ListQuery {
  const merged = { ...query, ...keys }
  return Object.fromEntries(Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** Without any filter of a field. */
export const withoutField = (query: ListQuery, field: Pick<Shown, 'name' | 'kind'>): ListQuery =>
  withKeys(query, Object.fromEntries(keysOf(field).map((key) => [key, undefined])))

/** The query without any filter; how it is sorted stays. */
export const withoutFilters = ({ sort }: ListQuery): ListQuery => (sort ? { sort } : {})

export const isFiltered = (query: ListQuery): boolean => Object.keys(query).some((key) => key !== 'sort')

/** What is filtered, without how it is sorted: which rows are meant, for a bulk or an export. */
export const filterOf = ({ sort: _sort, ...filter }: ListQuery): ListQuery => filter

/** The same rows in the same order, whatever the order of the keys. */
export const sameQuery = (a: ListQuery, b: ListQuery): boolean => flat(a) === flat(b)

const flat = (query: ListQuery): string => JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)))

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
