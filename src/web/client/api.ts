import type { AnyRecord, InputOf, ValuesOf } from '../../record/record.ts'
import { langOf } from '../../record/words.ts'
import { Problem, problemOf } from './problem.ts'
import type { Item, Page } from './types.ts'

/** What an address asks for; an empty string is a value of its own (`assignee=`: those with none). */
export type Query = Readonly<Record<string, string | undefined>>

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Query
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Any route under `/api`, for what no record's own routes give. Refuses with a `Problem`. */
export async function call<T>(path: string, { method = 'GET', query, body, signal }: Call = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language() }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(`/api${path}${queryString(query)}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem({ code: 'offline' })
  })
  if (!response.ok) throw await problemOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** A declared record, or as much of one as says where its routes are. */
type Addressed = Pick<AnyRecord, 'plural'>
type Declared<A extends Addressed> = A extends AnyRecord ? A : AnyRecord

/** The routes every declared record has; each refuses with a `Problem`. */
export const api = {
  call,
  list: <A extends Addressed>(record: A, query?: Query, signal?: AbortSignal) =>
    call<Page<Declared<A>>>(`/${record.plural}`, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) }),
  get: <A extends Addressed>(record: A, idOrNumber: string, signal?: AbortSignal) =>
    call<Item<Declared<A>>>(`/${record.plural}/${encodeURIComponent(idOrNumber)}`, signal ? { signal } : {}),
  create: <R extends AnyRecord>(record: R, body: InputOf<R>) =>
    call<Item<R>>(`/${record.plural}`, { method: 'POST', body }),
  update: <R extends AnyRecord>(record: R, id: string, body: { version: number } & ValuesOf<R>) =>
    call<Item<R>>(`/${record.plural}/${id}`, { method: 'PATCH', body }),
  act: <R extends AnyRecord>(record: R, id: string, verb: string, body: object = {}) =>
    call<Item<R>>(`/${record.plural}/${id}/${verb}`, { method: 'POST', body }),
}

/** `?a=1&b=` of what is given, or nothing; undefined is left out. */
export function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** The language on the screen now: LangProvider keeps the document's own attribute. */
const language = (): string => langOf(document.documentElement.lang)
