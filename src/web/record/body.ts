import { inputOf } from '../../record/lifecycle.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord } from '../../record/record.ts'

export type Values = Record<string, unknown>

/**
 * The fields a form asks for: those a person may change, and for a new record what is given once. Texts that a verb
 * asks for (what resolved it, what it waits for) belong to a later day than the first.
 */
export function formFields(record: AnyRecord, isNew: boolean, hidden: readonly string[] = []): string[] {
  const later = new Set(Object.keys(record.transitions).flatMap((verb) => inputOf(record, verb)))
  return fieldsOfRecord(record)
    .filter(([name, field]) => {
      if (hidden.includes(name)) return false
      if (isNew && field?.kind === 'prose' && field.optional && later.has(name)) return false
      return field?.by === 'person' || (isNew && field?.by === 'once')
    })
    .map(([name]) => name)
}

/** What a form starts with: the row as it is, or the defaults of a new one. */
export function startValues(record: AnyRecord, names: readonly string[], row?: AnyRow): Values {
  const value = (name: string) => (row ? row[name] : record.fields[name].default) ?? null
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}

/** What to send of a new record: nothing of what was left empty. */
export const createBody = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

/** What to send of a change: only what differs from the row; an emptied field goes as null. */
export function changedBody(row: Readonly<Record<string, unknown>>, values: Values): Values {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value ?? null) !== JSON.stringify(row[name] ?? null)
  return Object.fromEntries(
    Object.entries(values)
      .filter(differs)
      .map(([name, value]) => [name, value ?? null]),
  )
}
