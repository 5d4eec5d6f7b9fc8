import { type Column, keysOf } from '../columns.ts'
import { foldWord } from '../fold-word.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import type { FileColumn, Settings } from './import.ts'

const mostSamples = 3
/** A record's number: a column headed so in somebody's own list holds numbers of their own. */
const numberLike = /^[A-Z]+-\d{6}-\d{4,}/i

/** Does a heading name a column of the list: by its word in either language, its name, or what it meant before? */
export function isKnownHeading(columns: readonly Column[], remembered: ReadonlyMap<string, string | null>) {
  const known = new Set([...remembered.keys(), ...columns.flatMap((one) => [...wordsOf(one), ...otherWords(one)])])
  return (heading: string): boolean => known.has(foldWord(heading))
}

const wordsOf = ({ name, words }: Column): string[] => [name, ...words].map(foldWord)
const otherWords = ({ headings }: Column): string[] => headings.map(foldWord)

/**
 * What each column of a file means, as far as it can be told: by what its heading meant before, by the field's own words, else by
 * what people usually call it. Each field is filled by one column, the first that names it so.
 */
export function proposeColumns(
  columns: readonly Column[],
  remembered: ReadonlyMap<string, string | null>,
  header: SheetRow | undefined,
  rows: readonly SheetRow[],
): FileColumn[] {
  const fillable = columns.filter(({ name, importable }) => importable || name === 'number')
  const width = Math.max(header?.cells.length ?? 0, ...rows.map(({ cells }) => cells.length))
  const made = Array.from({ length: width }, (_, column) => ({
    column,
    heading: header?.cells[column]?.text.trim() ?? '',
    samples: rows
      .flatMap(({ cells }) => cells[column]?.text ?? [])
      .slice(0, mostSamples)
      .map((one) => one.slice(0, 80)),
  })).filter(({ heading, samples }) => heading !== '' || samples.length > 0)
  const meant = new Map<number, Pick<FileColumn, 'field' | 'because'>>()
  const taken = new Set<string>()
  const tell = (because: 'remembered' | 'word', meaning: (word: string) => ((one: Column) => boolean) | null) => {
    for (const { column, heading, samples } of made) {
      const fits = meant.has(column) ? null : meaning(foldWord(heading))
      const isNumbered = samples.every((one) => numberLike.test(one))
      const found =
        fits && fillable.find((one) => !taken.has(one.name) && fits(one) && (one.name !== 'number' || isNumbered))
      if (!found) continue
      taken.add(found.name)
      meant.set(column, { field: found.name, because })
    }
  }
  for (const { column, heading } of made)
    if (remembered.get(foldWord(heading)) === null) meant.set(column, { field: null, because: 'remembered' })
  tell(
    'remembered',
    (word) =>
      ({ name }) =>
        name === remembered.get(word),
  )
  tell('word', (word) => (word === '' ? null : (one) => wordsOf(one).includes(word)))
  tell('word', (word) => (word === '' ? null : (one) => otherWords(one).includes(word)))
  return made.map((one) => ({ ...one, ...(meant.get(one.column) ?? { field: null, because: null }) }))
}

/** The fields that a row may be known by: those of its columns that no two records share, the number first. */
export const matchesOf = (columns: readonly Column[], mapped: Settings['columns']): string[] =>
  keysOf(columns).filter((key) => mapped.some(({ field }) => field === key))
