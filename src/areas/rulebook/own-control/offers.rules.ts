import type { Field } from '../../../record/field.ts'
import { ownWords } from '../../../record/own.words.ts'
import { type AnyRecord, fieldsOfRecord } from '../../../record/record.ts'
import type { Entry, Registry } from '../../../record/registry.ts'
import type { Offer, Shape } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

/**
 * What of the declarations fits the blanks of a template. The form offers these and nothing else, and the server takes nothing else: both
 * ask the same functions, of what stands beside the blank (`field`, `rows`) and around it (`record`, what is judged).
 */
export type Within = Readonly<Record<string, unknown>>
export type Offers = (registry: Registry, within: Within) => readonly Offer[]

/** As a shape takes them. */
export const offering = (offers: Offers): Pick<Shape, 'offers'> => ({ offers: offers as NonNullable<Shape['offers']> })

export const entryOf = ({ all }: Registry, name: unknown): Entry | undefined =>
  all.find(({ record }) => record.name === name)

/** `backup-plan.component`: rows of a kind by the link with which they point at what is judged. */
export function rowsNamed(
  registry: Registry,
  rows: unknown,
): { readonly entry: Entry; readonly via: string } | undefined {
  const [name, via = ''] = String(rows).split('.')
  const entry = entryOf(registry, name)
  return entry && Object.hasOwn(entry.record.fields, via) ? { entry, via } : undefined
}

const base = { createdAt: ownWords.createdAt, updatedAt: ownWords.updatedAt, createdBy: ownWords.createdBy } as const
type BaseName = keyof typeof base

/** What a field is called, one that every record has among them. */
export const fieldWords = ({ words }: Entry, name: string): Words =>
  Object.hasOwn(base, name)
    ? base[name as BaseName]
    : ((words.fields as Readonly<Record<string, Words>>)[name] ?? [name, name])

const fieldsThat = (
  entry: Entry | undefined,
  fits: (field: Field) => boolean,
  own: readonly BaseName[] = [],
): Offer[] =>
  entry
    ? [
        // What only some may see decides no verdict that others read.
        ...fieldsOfRecord(entry.record).filter(([name, field]) => name !== 'custom' && !field.secret && fits(field)),
        ...own.map((name) => [name] as const),
      ].map(([name]) => ({ value: name, words: fieldWords(entry, name) }))
    : []

const statesOf = (entry: Entry | undefined): Offer[] => {
  if (!entry) return []
  const words = entry.words.states as Readonly<Record<string, Words>>
  return (entry.record.states as readonly string[]).map((value) => ({ value, words: words[value] ?? [value, value] }))
}

const isDated = ({ kind }: Field) => kind === 'date' || kind === 'instant' || kind === 'trading-day'

/** Fields that may be empty. */
export const emptyable: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), ({ optional, kind }) => optional || kind === 'links' || kind === 'json')

/** Dates and instants. */
export const dated: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), isDated, ['createdAt', 'updatedAt'])

/** Links to a person. */
export const people: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), ({ kind, to }) => kind === 'link' && to === 'person', ['createdBy'])

/** The same, of those fields alone that the record declares: somebody who answers for it. */
export const owners: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), ({ kind, to }) => kind === 'link' && to === 'person')

/** Links by which a change of what they point at is heard: those that are indexed. */
export const links: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), ({ kind, filter }) => kind === 'link' && filter)

/** What a scope may go by beside states. */
export const choosing: Offers = (registry, { record }) =>
  fieldsThat(entryOf(registry, record), ({ kind }) => kind === 'choice' || kind === 'flag')

const yesNo: readonly Offer[] = [
  { value: 'true', words: ['是', 'Yes'] },
  { value: 'false', words: ['否', 'No'] },
]

/** The values of the field that is chosen beside. */
export const values: Offers = (registry, { record, field }) => {
  const entry = entryOf(registry, record)
  const of: Field | undefined = entry?.record.fields[String(field)]
  if (of?.kind === 'flag') return yesNo
  const words = (entry?.words.choices as Readonly<Record<string, Readonly<Record<string, Words>>>>)?.[String(field)]
  return (of?.choices ?? []).map((value) => ({ value, words: words?.[value] ?? [value, value] }))
}

/** The states of what is judged. */
export const states: Offers = (registry, { record }) => statesOf(entryOf(registry, record))

/** The states of what the link that is chosen beside points at. */
export const linkedStates: Offers = (registry, { record, field }) => {
  const to = (entryOf(registry, record)?.record as AnyRecord | undefined)?.fields[String(field)]?.to
  return statesOf(entryOf(registry, to))
}

/** Kinds of rows that point at what is judged, by a link that is indexed. */
export const rows: Offers = ({ all }, { record }) =>
  all.flatMap(({ record: other, words }) =>
    fieldsOfRecord(other)
      .filter(([, { to, filter, secret }]) => to === record && filter && !secret)
      .map(([via]) => {
        const link = (words.fields as Readonly<Record<string, Words>>)[via] ?? [via, via]
        return {
          value: `${other.name}.${via}`,
          words: [`${words.plural[0]}(${link[0]})`, `${words.plural[1]} (${link[1]})`] as const,
        }
      }),
  )

export const rowStates: Offers = (registry, within) => statesOf(rowsNamed(registry, within['rows'])?.entry)

export const rowDated: Offers = (registry, within) =>
  fieldsThat(rowsNamed(registry, within['rows'])?.entry, isDated, ['createdAt'])
