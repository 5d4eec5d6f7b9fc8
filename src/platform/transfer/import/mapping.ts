import { type Column, keysOf } from '../columns.ts'
import { foldWord } from '../fold-word.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import type { FileColumn, Settings } from './import.ts'

const mostSamples = 3

/** Does a heading name a column of the list: by its word in either language, its name, or what it meant before? */
export function isKnownHeading(columns: readonly Column[], remembered: ReadonlyMap<string, string | null>) {
  const known = new Set([...remembered.keys(), ...columns.flatMap(wordsOf)])
  return (heading: string): boolean => known.has(foldWord(heading))
}

const wordsOf = ({ name, words }: Column): string[] => [name, ...words].map(foldWord)

/** What each column of a file means, as far as it can be told; each field is filled by one column, the first that names it. */
export function proposeColumns(
  columns: readonly Column[],
  remembered: ReadonlyMap<string, string | null>,
  header: SheetRow | undefined,
  rows: readonly SheetRow[],
): FileColumn[] {
  const fillable = columns.filter(({ name, importable }) => importable || name === 'number')
  const taken = new Set<string>()
  const width = Math.max(header?.cells.length ?? 0, ...rows.map(({ cells }) => cells.length))
  const made: FileColumn[] = []
  for (let column = 0; column < width; column++) {
    const heading = header?.cells[column]?.text.trim() ?? ''
    const samples = rows.flatMap(({ cells }) => cells[column]?.text ?? []).slice(0, mostSamples)
    if (heading === '' && samples.length === 0) continue
    const word = foldWord(heading)
    const before = remembered.get(word)
    const byMemory = fillable.find(({ name }) => name === before && !taken.has(name))
    const byWord = fillable.find((one) => word !== '' && wordsOf(one).includes(word) && !taken.has(one.name))
    const field = before === null ? undefined : (byMemory ?? byWord)
    if (field) taken.add(field.name)
    const because = before === null || byMemory ? 'remembered' : byWord ? 'word' : null
    made.push({ column, heading, field: field?.name ?? null, because, samples: samples.map((one) => one.slice(0, 80)) })
  }
  return made
}

/** The fields that a row may be known by: those of its columns that no two records share, the number first. */
export const matchesOf = (columns: readonly Column[], mapped: Settings['columns']): string[] =>
  keysOf(columns).filter((key) => mapped.some(({ field }) => field === key))
