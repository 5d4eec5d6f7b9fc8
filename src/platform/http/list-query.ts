import { z } from 'zod'
import { type AnyRecord, clocksOf, columnFields } from '../../record/record.ts'
import { dateIn } from '../../record/zone.ts'
import type { Engine } from '../engine.ts'
import { type ListQuery, sortsOf } from '../read/list.ts'
import type { Asked } from '../read/list-filter.ts'

const value = z.string().max(4000).optional()
const q = z.string().trim().min(1).max(200).optional()

/** Which rows of a list are meant, as an address says it: a search, and parameters for each filter. */
export const filterSchema = (record: AnyRecord): z.ZodObject => addressSchema(record, filterShape(record))

/** The address of a list: what is meant, and sorting, and `more`; anything else is an unknown field. */
export function sortedSchema(record: AnyRecord, more: z.ZodRawShape = {}): z.ZodObject {
  const list = { ...filterShape(record), sort: z.enum(sortsOf(record) as [string, ...string[]]).default('-createdAt') }
  const twice = Object.keys(more).find((name) => name in list)
  if (twice) throw new Error(`${record.name} is filtered by ${twice}, which is taken for something else`)
  return addressSchema(record, { ...list, ...more })
}

/** The address of one page of it. */
export const pageQuerySchema = (record: AnyRecord): z.ZodObject =>
  sortedSchema(record, {
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2000).optional(),
  })

function filterShape(record: AnyRecord): z.ZodRawShape {
  const shape: Record<string, z.ZodType> = { q }
  for (const name of ['state', 'state.not', 'createdBy', 'createdBy.not', 'createdAt.from', 'createdAt.to'])
    shape[name] = value
  for (const [name, { filter, kind }] of columnFields(record)) {
    if (!filter) continue
    shape[name] = value
    shape[`${name}.not`] = value
    if (['date', 'instant', 'trading-day', 'number'].includes(kind)) {
      shape[`${name}.from`] = value
      shape[`${name}.to`] = value
      shape[`${name}.not.to`] = value
    }
  }
  for (const [name] of clocksOf(record)) {
    shape[`clock.${name}`] = value
    shape[`clock.${name}.not`] = value
  }
  return shape
}

/** Beside what is declared, `custom.floor`, `custom.floor.from` …: what the firm added no schema can name beforehand. */
function addressSchema(record: AnyRecord, shape: z.ZodRawShape): z.ZodObject {
  if (record.appendOnly) return z.strictObject(shape)
  return z
    .object(shape)
    .catchall(z.string().max(4000))
    .superRefine((given, context) => {
      const keys = Object.keys(given).filter((name) => !(name in shape) && !name.startsWith('custom.'))
      if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: given })
    })
}

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
