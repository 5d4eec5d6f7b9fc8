import { z } from 'zod'
import { type AnyRecord, columnFields } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { type ListQuery, sortsOf } from '../read/list.ts'
import type { Asked } from '../read/list-filter.ts'

const value = z.string().max(4000).optional()
const q = z.string().trim().min(1).max(200).optional()

/** Which rows of a list are meant, as an address says it: a search, and parameters for each filter. */
export function filterSchema(record: AnyRecord): z.ZodObject {
  const shape: Record<string, z.ZodType> = { q }
  if (!record.appendOnly) shape['custom'] = value
  for (const name of ['state', 'state.not', 'createdBy', 'createdBy.not', 'createdAt.from', 'createdAt.to'])
    shape[name] = value
  for (const [name, { filter, kind }] of columnFields(record)) {
    if (!filter) continue
    shape[name] = value
    shape[`${name}.not`] = value
    if (['date', 'instant', 'trading-day', 'number'].includes(kind)) {
      shape[`${name}.from`] = value
      shape[`${name}.to`] = value
    }
  }
  return z.strictObject(shape)
}

/** The address of a list: what is meant, and sorting; anything else is an unknown field. */
export const sortedSchema = (record: AnyRecord): z.ZodObject =>
  filterSchema(record).extend({ sort: z.enum(sortsOf(record) as [string, ...string[]]).default('-createdAt') })

/** The address of one page of it. */
export const pageQuerySchema = (record: AnyRecord): z.ZodObject =>
  sortedSchema(record).extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2000).optional(),
  })

export type FilterInput = Readonly<Record<string, string | undefined>>

/** Reads what `filterSchema` let in. */
export function askedOf(engine: Engine, { q, ...rest }: FilterInput): Asked {
  const filters = Object.entries(rest).flatMap(([name, text]) => (text === undefined ? [] : [[name, text.split(',')]]))
  const now = engine.clock.now()
  return {
    q,
    filters: Object.fromEntries(filters) as Record<string, string[]>,
    zone: engine.zone,
    today: { date: dateIn(engine.zone, now), tradingDay: engine.tradingDay(now) },
  }
}

/** Reads what `pageQuerySchema` let in. */
export function pageQueryOf(engine: Engine, input: unknown): ListQuery {
  const { limit, after, sort, ...rest } = input as { limit: number; after?: string; sort: string } & FilterInput
  return { limit, after, sort, ...askedOf(engine, rest as FilterInput) }
}

/** The date of an instant where the firm is: `2026-11-24`. */
const dateIn = (zone: string, instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant))
