import { z } from 'zod'
import { fault, invalid } from '../../../record/problem.ts'
import { foldWord } from '../fold-word.ts'
import { lettersOf } from '../sheet/sheet.ts'
import { delimiters, encodings } from '../sheet/text.ts'
import type { Wish } from './begin.ts'
import type { Settings } from './import.ts'

/**
 * How a file is to be understood, as somebody writes it down beforehand: a column by its heading or its letters, what it fills by
 * the name of its field (null: nothing). What is left out is told from the file itself.
 */
export const mappingSchema = z.strictObject({
  sheet: z.int().min(0).max(1000).optional(),
  headerRow: z.int().min(1).max(1000).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  fields: z.record(z.string().max(200), z.string().max(80).nullable()).default({}),
  match: z.string().max(80).nullable().optional(),
})

export type NamedMapping = z.output<typeof mappingSchema>

/** What of it must be known before the columns can be named. */
export const readingWish = ({ fields: _fields, match: _match, ...reading }: NamedMapping): Wish => reading

/** The rest, for the columns that were found. Refuses `invalid` for a column that is not there. */
export function columnsWish({ columns }: Settings, { fields, match }: NamedMapping): Wish {
  const missing: string[] = []
  const byColumn: Record<string, string | null> = {}
  for (const [name, field] of Object.entries(fields)) {
    const found =
      columns.find(({ heading }) => foldWord(heading) === foldWord(name)) ??
      columns.find(({ column }) => lettersOf(column) === name)
    if (found) byColumn[found.column] = field
    else missing.push(name)
  }
  if (missing.length > 0)
    throw invalid(
      missing.map((name) =>
        fault(`fields.${name}`, 'no-such-column', `文件中没有「${name}」这一列。`, `The file has no column “${name}”.`),
      ),
    )
  return { fields: byColumn, match }
}
