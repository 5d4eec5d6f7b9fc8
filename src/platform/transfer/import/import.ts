import type { Words } from '../../../record/words.ts'

/** A column of the file: its place from 0, its heading, a few of its values, and the field it fills (null: none). */
export interface FileColumn {
  readonly column: number
  readonly heading: string
  readonly samples: readonly string[]
  readonly field: string | null
  /** Why this field: its name or word, or what the heading meant the last time. */
  readonly because: 'word' | 'remembered' | 'person' | null
}

/** How a sheet is understood. */
export interface Settings {
  readonly sheet: number
  /** By its number in the file, from 1. */
  readonly headerRow: number
  readonly columns: readonly FileColumn[]
  /** The field by which a row is known as a record; null where each row is a new one. */
  readonly match: string | null
  /** By record, by name as the file writes it: the id of what is meant, or null where the cell counts as empty. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  /** Rows that are meant although another says the same. */
  readonly keep?: readonly number[]
}

/** A name that links to nothing that is known, with what it would be made of. */
export interface Missing {
  readonly record: string
  readonly text: string
  /** How many rows want it. */
  readonly rows: number
  /** What a new one would say, by field, as a file would say it. */
  readonly values: Readonly<Record<string, string>>
  /** What is known and called alike. */
  readonly like: readonly { readonly id: string; readonly number: string; readonly label: string }[]
}

/** What is wrong in a row: where in the file, under which heading, and why. A row as a whole has no cell. */
export interface CellFault {
  readonly cell: string | null
  readonly heading: string | null
  readonly field: string | null
  readonly code: string
  readonly text: Words
}

/** What changes in a record, as a file would show it. */
export type Changes = Readonly<Record<string, readonly [before: string, after: string]>>

/** How many rows there are of each kind. */
export interface Summary {
  readonly rows: number
  readonly create: number
  readonly change: number
  readonly unchanged: number
  readonly fault: number
  /** Rows at the end that add up the others: set aside. */
  readonly totals: readonly { readonly n: number; readonly text: string }[]
  /** Names that nobody knows: proposed to be made. */
  readonly missing?: readonly Missing[]
  /** What was carried out; null after a check. */
  readonly applied: { readonly created: number; readonly changed: number } | null
}
