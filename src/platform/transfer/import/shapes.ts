import { z } from 'zod'
import type { AnyRecord } from '../../../record/record.ts'
import type { Engine } from '../../engine.ts'
import { columnsOfList } from '../columns.ts'
import { lettersOf } from '../sheet/sheet.ts'
import { delimiters, encodings } from '../sheet/text.ts'
import { matchesOf } from './mapping.ts'
import type { ImportFile } from './store.ts'

export const summarySchema = z.object({
  rows: z.int(),
  create: z.int(),
  change: z.int(),
  unchanged: z.int(),
  fault: z.int(),
  totals: z.array(z.object({ n: z.int(), text: z.string() })),
  /** Names that nobody knows, and what would be made of them. */
  missing: z.array(
    z.object({
      record: z.string(),
      text: z.string(),
      rows: z.int(),
      values: z.record(z.string(), z.string()),
      like: z.array(z.object({ id: z.uuid(), number: z.string(), label: z.string() })),
    }),
  ),
  applied: z.object({ created: z.int(), changed: z.int() }).nullable(),
})

export const importSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  name: z.string(),
  size: z.int(),
  format: z.enum(['xlsx', 'csv']),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  sheets: z.array(z.string()),
  sheet: z.int(),
  headerRow: z.int(),
  columns: z.array(
    z.object({
      column: z.int(),
      letters: z.string(),
      heading: z.string(),
      samples: z.array(z.string()),
      field: z.string().nullable(),
      because: z.enum(['word', 'remembered', 'person']).nullable(),
    }),
  ),
  /** What a column may fill. */
  fields: z.array(
    z.object({
      name: z.string(),
      words: z.tuple([z.string(), z.string()]),
      required: z.boolean(),
      unique: z.boolean(),
    }),
  ),
  match: z.string().nullable(),
  keep: z.array(z.int()),
  /** What a row may be known by, as the columns are mapped. */
  matches: z.array(z.string()),
  state: z.enum(['open', 'checked', 'applied']),
  work: z.uuid().nullable(),
  result: summarySchema.nullable(),
})

export const wishSchema = z.strictObject({
  sheet: z.int().min(0).max(1000).optional(),
  headerRow: z.int().min(1).max(1000).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  fields: z.record(z.string().regex(/^\d{1,5}$/), z.string().max(80).nullable()).optional(),
  match: z.string().max(80).nullable().optional(),
  /** Rows that are meant although another row, or the list, says the same. */
  keep: z.array(z.int().min(1)).max(50_000).optional(),
})

export const namesSchema = z.strictObject({
  names: z
    .array(
      z.strictObject({
        record: z.string().max(80),
        text: z.string().min(1).max(1_000),
        /** What a new one says, by field, as a file would say it. */
        make: z.record(z.string().max(80), z.string().max(1_000)).optional(),
        /** The one it is; without either the cell counts as empty. */
        same: z.uuid().toLowerCase().optional(),
      }),
    )
    .min(1)
    .max(2_000),
})

export const whichSchema = z.strictObject({
  rows: z.union([z.enum(['all', 'good']), z.array(z.int().min(1)).min(1).max(50_000)]),
})

export const rowSchema = z.object({
  n: z.int(),
  verdict: z.enum(['create', 'change', 'fault']),
  label: z.string().nullable(),
  faults: z.array(
    z.object({
      cell: z.string().nullable(),
      heading: z.string().nullable(),
      field: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  changes: z.record(z.string(), z.tuple([z.string(), z.string()])).nullable(),
})

/** An import as its person is shown it. */
export function answerOf(engine: Engine, record: AnyRecord, file: ImportFile): z.input<typeof importSchema> {
  const { id, at, name, size, reading, sheets, settings, state, work, result } = file
  const isText = reading.format === 'csv'
  return {
    id,
    at,
    name,
    size,
    sheets,
    state,
    work,
    format: reading.format,
    encoding: isText ? reading.encoding : null,
    delimiter: isText ? reading.delimiter : null,
    sheet: settings.sheet,
    headerRow: settings.headerRow,
    columns: settings.columns.map((one) => ({ ...one, samples: [...one.samples], letters: lettersOf(one.column) })),
    fields: columnsOfList(engine, record)
      .filter(({ name, importable }) => importable || name === 'number')
      .map(({ name, words, field }) => ({
        name,
        words: [...words],
        required: name !== 'number' && !field.optional && field.default === undefined,
        unique: name === 'number' || field.unique,
      })),
    match: settings.match,
    keep: [...(settings.keep ?? [])],
    matches: matchesOf(columnsOfList(engine, record), settings.columns),
    result: result && {
      ...result,
      totals: [...result.totals],
      missing: structuredClone(result.missing ?? []) as never,
    },
  }
}
