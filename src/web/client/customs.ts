import { useQuery } from '@tanstack/react-query'
import type { CustomField } from '../../record/custom.ts'
import type { AnyRecord } from '../../record/record.ts'
import { api } from './api.ts'
import { keyOf } from './live.ts'

interface Defined extends Omit<CustomField, 'words'> {
  readonly name: string
  readonly nameEn: string
}

/** The firm's own fields of a record, in their order; none until they are known, and none of no record. */
export function useCustomFields(record: AnyRecord | undefined): readonly CustomField[] {
  const query = { record: record?.name, state: 'active', sort: 'position', limit: '200' }
  const { data } = useQuery({
    queryKey: keyOf('custom-field', 'list', query),
    queryFn: ({ signal }) => api.call<{ items: Defined[] }>('/custom-fields', { query, signal }),
    enabled: record !== undefined && !record.appendOnly,
    select: fieldsIn,
    staleTime: 300_000,
  })
  return data ?? none
}

const none: readonly CustomField[] = []

/** One function, so that the same answer gives the same fields. */
const fieldsIn = ({ items }: { items: Defined[] }): CustomField[] =>
  items.map(({ name, nameEn, ...rest }) => ({ ...rest, words: [name, nameEn] }))
