import { type RawBuilder, sql } from 'kysely'
import type { Field, Kind } from '../../record/field.ts'
import { type AnyRecord, clocksOf, fieldsOfRecord } from '../../record/record.ts'

/** Each kind of field as a PostgreSQL type. */
const types: Record<Kind, string> = {
  text: 'text',
  prose: 'text',
  choice: 'text',
  number: 'double precision',
  flag: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  'trading-day': 'date',
  link: 'uuid',
  links: 'uuid[]',
  json: 'jsonb',
}

export const typeOf = (field: Field): string => types[field.kind]

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const base = ['id', 'number', 'state', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'] as const

const cache = new WeakMap<AnyRecord, Columns>()

export interface Columns {
  /** Every column a reader may be given, aliased to its field's name: the list of a `select`. */
  readonly select: string
  readonly names: readonly string[]
  readonly json: ReadonlySet<string>
}

export function columnsOf(record: AnyRecord): Columns {
  let columns = cache.get(record)
  if (!columns) {
    const names = [...base, ...Object.keys(record.fields), ...(record.clocks ? ['dueAt'] : [])]
    columns = {
      names,
      select: names.map((name) => `"${snake(name)}" as "${name}"`).join(', '),
      json: new Set(fieldsOfRecord(record).flatMap(([name, field]) => (field.kind === 'json' ? [name] : []))),
    }
    cache.set(record, columns)
  }
  return columns
}

/**
 * Columns in which a row says of each of its clocks how it stands and, once it has ended, how long it took: what the clocks' own
 * table says, kept with it, so that many rows are counted without asking there.
 */
export const clockColumns = (
  record: AnyRecord,
): { readonly clock: string; readonly state: string; readonly took: string }[] =>
  clocksOf(record).map(([clock]) => ({ clock, state: `${snake(clock)}_state`, took: `${snake(clock)}_took` }))

/** A field's value as the driver takes it: JSON is text, so that an array is not read as a PostgreSQL array. */
export const toColumn = (record: AnyRecord, name: string, value: unknown): unknown =>
  value !== null && columnsOf(record).json.has(name) ? JSON.stringify(value) : value

/** What a record is called, as SQL: its label or, while that is empty, its number. */
export const labelOf = (record: AnyRecord): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(snake(record.label))}, number)`
