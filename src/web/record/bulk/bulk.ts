import { useMutation } from '@tanstack/react-query'
import type { Field } from '../../../record/field.ts'
import { type AnyRecord, fieldsOfRecord, type Transition } from '../../../record/record.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { api } from '../../client/api.ts'
import type { Session } from '../../client/types.ts'
import { mayEver } from '../../shell/access.ts'
import { filterOf, type ListQuery } from '../query.ts'
import type { Selection } from '../selection.ts'

/** What came of a bulk, as its work answers. */
export interface BulkResult {
  readonly changed: number
  readonly same: number
  readonly waiting: number
  readonly refused: number
  readonly left: number
  readonly reasons: readonly {
    readonly code: string
    readonly text: Words
    readonly count: number
    readonly rows: readonly { readonly id: string; readonly number: string | null }[]
  }[]
}

/** Verbs that a person may ever do and need not sign: those a list offers for many rows at once. */
export const bulkVerbs = ({ record }: Entry, session: Session): string[] =>
  Object.entries(record.transitions as Record<string, Transition>)
    .filter(([, { allow, sign }]) => !sign && mayEver(allow, session))
    .map(([verb]) => verb)

/** Fields that a person may change on many rows at once. */
export const bulkFields = (record: AnyRecord): string[] =>
  fieldsOfRecord(record)
    .filter(([, field]) => (field as Field).by === 'person' && !['json', 'trading-day'].includes(String(field?.kind)))
    .map(([name]) => name)

export const mayUpdateMany = ({ record }: Entry, session: Session): boolean =>
  !record.appendOnly && mayEver(record.access.update, session) && bulkFields(record).length > 0

/** Asks for a bulk; answers the work that does it and how many rows were chosen. */
export const useBulk = (record: AnyRecord) =>
  useMutation({
    mutationFn: ({ verb, values, selection, query }: BulkAsked) =>
      api.call<{ work: string; total: number }>(`/${record.plural}/bulk`, {
        method: 'POST',
        body: {
          verb,
          values,
          ...(selection.all ? { filter: filterOf(query) } : { ids: [...selection.ids] }),
        },
      }),
  })

interface BulkAsked {
  readonly verb: string
  readonly values: object
  readonly selection: Selection
  readonly query: ListQuery
}
