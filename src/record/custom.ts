import { z } from 'zod'
import { type Condition, conditionsHold } from './condition.ts'
import { type Field, f } from './field.ts'
import { type Fault, fault } from './problem.ts'
import type { AnyRecord } from './record.ts'
import type { Words } from './words.ts'

export const customKinds = ['text', 'prose', 'number', 'flag', 'date', 'choice'] as const

/** A field that a firm added to a record, as data: asked of the rows for which its conditions hold. */
export interface CustomField {
  readonly key: string
  readonly words: Words
  readonly kind: (typeof customKinds)[number]
  readonly choices: readonly { readonly value: string; readonly words: Words }[]
  readonly required: boolean
  readonly when: readonly Condition[]
}

type Row = Readonly<Record<string, unknown>>
export type CustomValues = Readonly<Record<string, unknown>>

/** The field that holds all of them; a record that is append only has none. */
export const customValues = f.json(
  z.record(z.string().max(40), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  {
    default: {},
  },
)

/** The same as a declared field: its widget, and the schema that its values pass. */
export function fieldOfCustom({ kind, choices }: CustomField): Field {
  switch (kind) {
    case 'choice': {
      const [first = '', ...rest] = choices.map(({ value }) => value)
      return f.choice([first, ...rest], { optional: true })
    }
    case 'number':
      return f.number({ optional: true, integer: false })
    case 'text':
      return f.text({ optional: true })
    case 'prose':
      return f.prose({ optional: true, max: 4_000 })
    case 'flag':
      return f.flag({ optional: true })
    case 'date':
      return f.date({ optional: true })
  }
}

/** The custom fields that this row is asked for. */
export const asked = (record: AnyRecord, customs: readonly CustomField[], row: Row): CustomField[] =>
  customs.filter(({ when }) => conditionsHold(record, when, row))

/** What was there with what is given: a value that is null is taken away, one that is not named stays. */
export const mergedCustom = (before: CustomValues, given: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))

/**
 * What is wrong with a row's custom values as they would be: one that is new or changed must belong to a field that is asked
 * for here and fit its kind, and what is required must be there. What once was right and is left alone may stay.
 */
export function customFaults(
  record: AnyRecord,
  customs: readonly CustomField[],
  before: Row | null,
  after: Row,
): Fault[] {
  const was = (before?.['custom'] ?? {}) as CustomValues
  const is = (after['custom'] ?? {}) as CustomValues
  const wanted = asked(record, customs, after)
  const changed = Object.keys(is).filter((key) => JSON.stringify(is[key]) !== JSON.stringify(was[key]))
  return [
    ...changed.flatMap((key) => {
      const custom = wanted.find((one) => one.key === key)
      if (!custom)
        return [
          fault(
            `custom.${key}`,
            'unknown-field',
            '没有这一项,或此处不适用。',
            'There is no such field, or it does not apply here.',
          ),
        ]
      return fieldOfCustom(custom).schema.safeParse(is[key]).success
        ? []
        : [fault(`custom.${key}`, 'wrong-type', ...unfit(custom))]
    }),
    ...wanted
      .filter(({ key, required }) => required && is[key] === undefined)
      .map(({ key }) => fault(`custom.${key}`, 'required', '此项必填。', 'This must be filled in.')),
  ]
}

const unfit = ({ words }: CustomField): Words => [
  `不是「${words[0]}」可填的值。`,
  `This is no value for “${words[1]}”.`,
]
