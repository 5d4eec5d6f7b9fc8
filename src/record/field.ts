import { z } from 'zod'
import { fold } from './fold.ts'
import type { Rule } from './rule.ts'

/**
 * The kinds of field. Each is one entry here, one line in the engine's column types and one widget in the web app.
 * Instants are ISO-8601 in UTC (`2026-11-25T01:00:00.000Z`), dates are `YYYY-MM-DD` without a zone, links are ids.
 */
export type Kind =
  | 'text'
  | 'prose'
  | 'choice'
  | 'number'
  | 'flag'
  | 'date'
  | 'instant'
  | 'trading-day'
  | 'link'
  | 'links'
  | 'json'

/** Who gives the value: a person any time, a person once at creation, or the system alone. */
export type Writer = 'person' | 'once' | 'system'

export interface Field<T = unknown, Optional extends boolean = boolean, By extends Writer = Writer> {
  readonly kind: Kind
  readonly schema: z.ZodType<T>
  readonly optional: Optional
  readonly by: By
  readonly filter: boolean
  readonly sort: boolean
  readonly search: boolean
  readonly unique: boolean
  readonly secret: Rule | undefined
  readonly default: T | undefined
  readonly to?: string
  readonly choices?: readonly string[]
  readonly max?: number
  /** A text that names a kind of record. */
  readonly names?: 'record'
}

export interface Options<T = unknown> {
  /** May be empty (null). */
  readonly optional?: boolean
  readonly by?: Writer
  /** Lists may be filtered by it: it gets an index. */
  readonly filter?: boolean
  /** Lists may be sorted by it: it gets an index. */
  readonly sort?: boolean
  /** The search box looks into it. */
  readonly search?: boolean
  /** No two records may hold the same value. A text is taken as a code, in its one form: `fold`. */
  readonly unique?: boolean
  /** Who, of those who read the record, sees it; everybody, unless it says. */
  readonly secret?: Rule
  readonly default?: T
}

type Made<T, O> = Field<
  T,
  O extends { optional: true } ? true : false,
  O extends { by: infer By extends Writer } ? By : 'person'
>

const make = <T, O extends Options<T>>(kind: Kind, schema: z.ZodType<T>, options: O | undefined, more: object = {}) =>
  ({
    kind,
    schema,
    optional: options?.optional ?? false,
    by: options?.by ?? 'person',
    filter: options?.filter ?? false,
    sort: options?.sort ?? false,
    search: options?.search ?? false,
    unique: options?.unique ?? false,
    secret: options?.secret,
    default: options?.default,
    ...more,
  }) as unknown as Made<T, O>

// Values are taken in the one form in which PostgreSQL gives them back: the journal keeps what the row will say.
const id = z.uuid().toLowerCase()
const date = z.iso.date().refine(hasYear, { error: 'no such year' })
const instant = z.iso
  .datetime()
  .refine(hasYear, { error: 'no such year' })
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))

/** PostgreSQL has no year 0. */
function hasYear(text: string): boolean {
  return !text.startsWith('0000')
}

/** As many records as one field may name. */
export const mostLinks = 200

export const f = {
  /** One line of text, trimmed; a code in its one form. */
  text: <const O extends Options<string> & { max?: number; names?: 'record' }>(options?: O) => {
    const max = options?.max ?? 200
    const more = { max, ...(options?.names && { names: options.names }) }
    const line = options?.unique ? z.string().overwrite(fold) : z.string().trim()
    return make<string, O>('text', line.min(1).max(max), options, more)
  },
  /** Several lines of text. */
  prose: <const O extends Options<string> & { max?: number }>(options?: O) => {
    const max = options?.max ?? 20_000
    return make<string, O>('prose', z.string().trim().min(1).max(max), options, { max })
  },
  choice: <const C extends readonly [string, ...string[]], const O extends Options<C[number]>>(
    choices: C,
    options?: O,
  ) =>
    make<C[number], O>('choice', z.enum(choices) as unknown as z.ZodType<C[number]>, options, { choices }) as Made<
      C[number],
      O
    > & { readonly choices: C },
  number: <const O extends Options<number> & { min?: number; max?: number; integer?: boolean }>(options?: O) => {
    let schema = z
      .number()
      .min(options?.min ?? -1e15)
      .max(options?.max ?? 1e15)
    if (options?.integer ?? true) schema = schema.int()
    return make<number, O>('number', schema, options)
  },
  flag: <const O extends Options<boolean>>(options?: O) => make<boolean, O>('flag', z.boolean(), options),
  date: <const O extends Options<string>>(options?: O) => make<string, O>('date', date, options),
  instant: <const O extends Options<string>>(options?: O) => make<string, O>('instant', instant, options),
  /** The trading day a record belongs to; filled by the engine from the trading calendar when it is created. */
  tradingDay: () =>
    make<string, { optional: true; by: 'system'; filter: true }>('trading-day', z.iso.date(), {
      optional: true, // outside the dates the calendar knows there is no honest answer
      by: 'system',
      filter: true,
    }),
  /** One other record, by name of its kind; checked when the registry is built. */
  link: <const O extends Options<string>>(to: string, options?: O) => make<string, O>('link', id, options, { to }),
  /** Several other records of one kind, in no order. */
  links: <const O extends Options<string[]>>(to: string, options?: O) =>
    make<string[], O>('links', z.array(id).max(mostLinks), { default: [], ...options } as unknown as O, { to }),
  /** A value with a shape of its own, described by a zod schema. */
  json: <S extends z.ZodType, const O extends Options<z.output<S>>>(schema: S, options?: O) =>
    make<z.output<S>, O>('json', schema as unknown as z.ZodType<z.output<S>>, options),
}

export type Fields = Readonly<Record<string, Field>>

export type Value<F> = F extends Field<infer T, infer O, Writer> ? (O extends true ? T | null : T) : never
