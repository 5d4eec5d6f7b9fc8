import { createContext, useContext } from 'react'
import { fieldsOfRecord } from '../record/record.ts'
import type { Entry } from '../record/registry.ts'
import type { Head } from './heads.ts'
import type { FieldProps, Load, PageParts, Tone, WebArea, WebPart } from './plugin.ts'
import type { WebRegistry } from './registry.ts'

/** What the composition root gave: the declared records and what areas add to the web. */
export interface AppParts {
  readonly registry: WebRegistry
  readonly areas: readonly WebArea[]
}

export const AppContext = createContext<AppParts | null>(null)

/** The registry and web areas of this app. */
export function useParts(): AppParts {
  const parts = useContext(AppContext)
  if (!parts) throw new Error('Outside of the app')
  return parts
}

/** A record's declaration and words, by name; it waits for them where their area is not there yet. */
export const useEntry = (name: string): Entry => useParts().registry.get(name)

/** The same of a name that a value holds; undefined where no record is called so. */
export function useEntryIf(name: unknown): Entry | undefined {
  const { registry } = useParts()
  const head = registry.find(name)
  return head && registry.get(head.record.name)
}

/** What is known of a record from the start: its address and its names. */
export const useHead = (name: string): Head => useParts().registry.head(name)

/** What areas put into the page of a record. */
export const pagePartsOf = (areas: readonly WebPart[], record: string): PageParts =>
  areas.find((area) => area.recordPages?.[record])?.recordPages?.[record] ?? {}

/** How an area reads a field of a record, where it does. */
export const fieldShowOf = (areas: readonly WebPart[], record: string, field: string): Load<FieldProps> | undefined =>
  areas.find((area) => area.fieldShows?.[record]?.[field])?.fieldShows?.[record]?.[field]

/** Fields of a record that are not in its form, since they have a screen of their own. */
export const writtenApartOf = (areas: readonly WebPart[], record: string): readonly string[] =>
  areas.flatMap((area) => area.writtenApart?.[record] ?? [])

/** Where a new one of a record is begun. */
export const begunAtOf = (areas: readonly WebPart[], { name, plural }: { name: string; plural: string }): string =>
  areas.find((area) => area.begunAt?.[name])?.begunAt?.[name] ?? `/${plural}/new`

/** The tone of a value: what an area says, else for a state where it stands in the lifecycle. */
export function toneOf(areas: readonly WebPart[], { record }: Entry, field: string, value: string): Tone | undefined {
  for (const area of areas) {
    const tone = area.tones?.[record.name]?.[field]?.[value]
    if (tone) return tone
  }
  if (field !== 'state') return undefined
  if (value === record.states[0]) return 'start'
  const transitions = Object.values(record.transitions) as { from: string | readonly string[] }[]
  return transitions.some(({ from }) => [from].flat().includes(value)) ? 'progress' : 'ended'
}

/** Columns of a list: what an area says, else the name, the state and what a list may be filtered or sorted by. */
export function columnsOf(areas: readonly WebPart[], { record }: Entry): readonly string[] {
  for (const area of areas) {
    const columns = area.listColumns?.[record.name]
    if (columns) return columns
  }
  const telling = fieldsOfRecord(record)
    .filter(([name, field]) => name !== record.label && (field?.filter || field?.sort))
    .map(([name]) => name)
  const due = record.clocks ? ['dueAt'] : []
  return ['number', record.label, 'state', ...due, ...telling.slice(0, 5), 'createdAt']
}
