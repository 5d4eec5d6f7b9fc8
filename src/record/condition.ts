import { z } from 'zod'
import type { Field, Fields } from './field.ts'
import { type Fault, fault } from './problem.ts'
import { shaped } from './shape.ts'
import type { Words } from './words.ts'

const one = z.union([z.string().max(200), z.number(), z.boolean()])

/** How a field is compared, as people say it. */
export const conditionOps = {
  is: ['等于', 'is'],
  'is-not': ['不等于', 'is not'],
  'at-least': ['不小于', 'is at least'],
  'at-most': ['不大于', 'is at most'],
  among: ['属于', 'is one of'],
} as const satisfies Record<string, Words>

/** What must hold of one field of a row, as settings say it; `null` is an empty field. */
export const conditionSchema = z.strictObject({
  field: shaped(z.string().min(1).max(60), ['项目', 'Field'], { names: 'field' }),
  op: shaped(z.enum(['is', 'is-not', 'at-least', 'at-most', 'among']), ['比较', 'Compared'], { choices: conditionOps }),
  value: shaped(z.union([one, z.null(), z.array(one).min(1).max(100)]), ['值', 'Value'], { names: 'value' }),
})

export type Condition = z.output<typeof conditionSchema>

/** Whatever has fields by name: a record, or a form with its questions. */
export interface Compared {
  readonly fields: Fields
}

const ordered: readonly string[] = ['number', 'date', 'instant', 'trading-day']

/** What is wrong with conditions on this record: fields it has not, comparisons and values that do not fit their kind. */
export const conditionFaults = (record: Compared, conditions: readonly Condition[], path: string): Fault[] =>
  conditions.flatMap((condition, i) => {
    const found = faultOf(record, condition, `${path}.${i}`)
    return found ? [found] : []
  })

function faultOf(record: Compared, { field: name, op, value }: Condition, at: string): Fault | undefined {
  const field: Field | undefined = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  if (!field || field.kind === 'json')
    return fault(
      `${at}.field`,
      'no-such-field',
      '这类记录没有可比较的这一项。',
      'This record has no such field to compare.',
    )
  if ((op === 'at-least' || op === 'at-most') && !ordered.includes(field.kind))
    return fault(`${at}.op`, 'does-not-fit', '这一项不分大小。', 'This field has no order.')
  if (Array.isArray(value) !== (op === 'among'))
    return fault(`${at}.value`, 'does-not-fit', '值的个数与比较方式不符。', 'The number of values does not fit.')
  if (value === null && (op === 'is' || op === 'is-not')) return undefined
  const item = field.kind === 'links' ? idsOf(field) : (given: unknown) => field.schema.safeParse(given).success
  if ([value].flat().every(item)) return undefined
  return fault(`${at}.value`, 'wrong-type', '值的类型与这一项不符。', 'The value does not fit the field.')
}

const idsOf = (field: Field) => (given: unknown) => field.schema.safeParse([given]).success

/**
 * Do all of them hold for the row? A condition on a field that the record no longer has counts as held: what depends on
 * it is then asked for once too often rather than left out.
 */
export const conditionsHold = (
  record: Compared,
  conditions: readonly Condition[],
  row: Readonly<Record<string, unknown>>,
): boolean => conditions.every((one) => !Object.hasOwn(record.fields, one.field) || holdsFor(one, row[one.field]))

function holdsFor({ op, value }: Condition, found: unknown): boolean {
  switch (op) {
    case 'is':
      return same(found, value)
    case 'is-not':
      return !same(found, value)
    case 'among':
      return [value].flat().some((one) => same(found, one))
    case 'at-least':
    case 'at-most': {
      if (typeof found !== typeof value || (typeof found !== 'number' && typeof found !== 'string')) return false
      return op === 'at-least' ? found >= (value as typeof found) : found <= (value as typeof found)
    }
  }
}

/** A field of several links is what any of them is, and empty when it has none. */
const same = (found: unknown, value: unknown): boolean =>
  Array.isArray(found) ? (value === null ? found.length === 0 : found.includes(value)) : (found ?? null) === value
