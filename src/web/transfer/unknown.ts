import { type AnyRecord, fieldsOfRecord } from '../../record/record.ts'
import type { MissingName } from './import.ts'

/** What is to become of a name that nobody knows; until that is said its rows stay at fault. */
export interface Settled {
  readonly as: 'make' | 'same' | 'empty' | 'leave'
  readonly same?: string | undefined
  readonly values: Readonly<Record<string, string>>
}

export const keyOfName = ({ record, text }: Pick<MissingName, 'record' | 'text'>): string => `${record} ${text}`

/** What is offered first: to make it, where one may; else the one that is called alike; else nothing. */
export function firstOffer({ values, like }: MissingName, mayMake: boolean): Settled {
  if (mayMake) return { as: 'make', values }
  return like[0] ? { as: 'same', same: like[0].id, values } : { as: 'leave', values }
}

/** The fields of a new one that are asked for: its name, what must be given, and what is proposed. */
export const askedOf = (record: AnyRecord, { values }: MissingName): string[] =>
  fieldsOfRecord(record)
    .filter(([name, { by, optional, default: usual }]) => {
      if (by === 'system' || name === 'custom') return false
      return name === record.label || name in values || (!optional && usual === undefined)
    })
    .map(([name]) => name)
    .sort((a, b) => Number(b === record.label) - Number(a === record.label))

/** As the server takes it; what is left alone is not said. */
export const sentOf = (missing: readonly MissingName[], settled: ReadonlyMap<string, Settled>) =>
  missing.flatMap((one) => {
    const { record, text } = one
    const said = settled.get(keyOfName(one))
    if (!said || said.as === 'leave') return []
    if (said.as === 'make') return [{ record, text, make: said.values }]
    return said.as === 'same' && said.same ? [{ record, text, same: said.same }] : [{ record, text }]
  })
