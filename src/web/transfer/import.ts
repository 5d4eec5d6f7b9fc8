import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnyRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import { api } from '../client/api.ts'

/** How a file stands: as the server understands it, and what came of it. */
export interface ImportFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly format: 'xlsx' | 'csv'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly sheet: number
  readonly headerRow: number
  readonly columns: readonly ImportColumn[]
  readonly fields: readonly { readonly name: string; readonly words: Words; readonly required: boolean }[]
  readonly match: string | null
  readonly keep: readonly number[]
  readonly matches: readonly string[]
  readonly state: 'open' | 'checked' | 'applied'
  readonly work: string | null
  readonly result: Summary | null
}

export interface ImportColumn {
  readonly column: number
  readonly letters: string
  readonly heading: string
  readonly samples: readonly string[]
  readonly field: string | null
  readonly because: 'word' | 'remembered' | 'person' | null
}

/** A name in the file that nobody knows, and what a new one would say. */
export interface MissingName {
  readonly record: string
  readonly text: string
  readonly rows: number
  readonly values: Readonly<Record<string, string>>
  readonly like: readonly { readonly id: string; readonly number: string; readonly label: string }[]
}

export interface Summary {
  readonly rows: number
  readonly create: number
  readonly change: number
  readonly unchanged: number
  readonly fault: number
  readonly totals: readonly { readonly n: number; readonly text: string }[]
  readonly missing: readonly MissingName[]
  readonly applied: { readonly created: number; readonly changed: number } | null
}

export interface ImportRow {
  readonly n: number
  readonly verdict: 'create' | 'change' | 'fault'
  readonly label: string | null
  readonly faults: readonly {
    readonly cell: string | null
    readonly heading: string | null
    readonly code: string
    readonly message: string
  }[]
  readonly changes: Readonly<Record<string, readonly [before: string, after: string]>> | null
}

export type Verdict = ImportRow['verdict']

const pathOf = (record: AnyRecord, id: string) => `/${record.plural}/import/${id}`
const keyOf = (id: string, ...more: readonly unknown[]) => ['import', id, ...more]

/** One import of one's own. */
export const useImport = (record: AnyRecord, id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.call<ImportFile>(pathOf(record, id), { signal }),
  })

/** Says how the file is to be understood; it must be checked again. */
export const useWish = (record: AnyRecord, id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: object) => api.call<ImportFile>(pathOf(record, id), { method: 'PATCH', body: wish }),
    onSuccess: (file) => queries.setQueryData(keyOf(id), file),
  })
}

/** Begins the check, or the writing; the import then names the work to follow. */
export const useBegin = (record: AnyRecord, id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ what, body = {} }: { what: 'check' | 'apply'; body?: object }) =>
      api.call<{ work: string }>(`${pathOf(record, id)}/${what}`, { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(id) }),
  })
}

/** What a check found, row by row. */
export const useImportRows = (record: AnyRecord, id: string, verdict: Verdict) =>
  useInfiniteQuery({
    queryKey: keyOf(id, 'rows', verdict),
    queryFn: ({ pageParam, signal }) =>
      api.call<{ items: ImportRow[]; next: string | null }>(`${pathOf(record, id)}/rows`, {
        query: { verdict, after: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** Where the file of failed rows is fetched. */
export const failedAddress = (record: AnyRecord, id: string, lang: string): string =>
  `/api${pathOf(record, id)}/failed?lang=${lang}`
