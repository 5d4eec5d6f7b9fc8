import type { Field, Writer } from '../record/field.ts'
import { type AnyRecord, fieldsOfRecord } from '../record/record.ts'

type Values = Record<string, unknown>
/** The id of some record of this name. */
export type LinkTo = (record: string) => Promise<string>

let count = 0

/** A value that the field takes, from its kind alone; undefined where only a person can know one. */
export async function sampleValue(field: Field, link: LinkTo): Promise<unknown> {
  const n = ++count
  switch (field.kind) {
    case 'text':
      return `t${n}`.slice(0, field.max)
    case 'prose':
      return `第 ${n} 段。\nParagraph ${n}.`
    case 'choice':
      return field.choices?.[n % field.choices.length]
    case 'number':
      return [n, 1, 0].find((one) => field.schema.safeParse(one).success)
    case 'flag':
      return n % 2 === 0
    case 'date':
    case 'trading-day':
      return '2026-11-25'
    case 'instant':
      return '2026-11-25T01:00:00.000Z'
    case 'link':
      return link(field.to as string)
    case 'links':
      return [await link(field.to as string)]
    case 'json':
      return field.default
  }
}

/** The least that a record wants at creation from these hands; what `known` gives is taken as it is. */
export async function leastOf(
  record: AnyRecord,
  by: readonly Writer[],
  link: LinkTo,
  known: Values = {},
): Promise<Values> {
  const values: Values = { ...known }
  for (const [name, field] of fieldsOfRecord(record)) {
    const wanted = !field.optional && field.default === undefined && by.includes(field.by)
    if (wanted && !(name in values)) values[name] = await sampleValue(field, link)
  }
  return values
}
