import type { Field } from './field.ts'
import { type AnyRecord, fieldsOfRecord } from './record.ts'

/** The fields by which a record is found, by name. */
export interface SearchedFields {
  /** What names it: its label and its codes. Found here, it ranks higher. */
  readonly first: readonly string[]
  readonly rest: readonly string[]
}

/**
 * The one place that says into which fields the search looks; a field left out here cannot give itself away by being
 * found. Codes (texts that are unique) are always among them.
 */
export function searchedFields(record: AnyRecord): SearchedFields {
  const found = fieldsOfRecord(record).filter(
    ([, field]) => isWritten(field) && !field.secret && (field.search || isCode(field)),
  )
  const isFirst = ([name, field]: [string, Field]) => name === record.label || isCode(field)
  return {
    first: found.filter(isFirst).map(([name]) => name),
    rest: found.filter((one) => !isFirst(one)).map(([name]) => name),
  }
}

/** The fields of which one value names one record: tags, codes, staff numbers. */
export const codesOf = (record: AnyRecord): string[] =>
  fieldsOfRecord(record).flatMap(([name, field]) => (isCode(field) ? [name] : []))

const isWritten = ({ kind }: Field): boolean => kind === 'text' || kind === 'prose'

const isCode = ({ kind, unique }: Field): boolean => kind === 'text' && unique
