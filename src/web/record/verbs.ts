import type { Field } from '../../record/field.ts'
import { inputOf, leaves } from '../../record/lifecycle.ts'
import { type AnyRecord, type Transition, transitionOf } from '../../record/record.ts'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import type { Row } from '../client/types.ts'

/** A verb as the page offers it: allowed, or with the server's reason why not. */
export interface Offer {
  readonly verb: string
  readonly words: Words
  readonly refused: string | undefined
}

/** The verbs that leave the row's state, in the order declared, those it allows first. */
export function offersOf({ record, words }: Entry, row: Row): Offer[] {
  const offers = Object.keys(record.transitions)
    .filter((verb) => row.can?.[verb] !== undefined)
    .map((verb) => {
      const can = row.can?.[verb]
      const label = (words.verbs as Record<string, Words>)[verb] ?? [verb, verb]
      return { verb, words: label, refused: can === true ? undefined : can?.detail }
    })
  return [
    ...offers.filter(({ refused }) => refused === undefined),
    ...offers.filter(({ refused }) => refused !== undefined),
  ]
}

export interface Asked {
  readonly names: readonly string[]
  /** Those of them that must be filled. */
  readonly required: readonly string[]
  readonly sign: boolean
}

/** What a verb's form asks for; nothing at all means that a click is enough. */
export function askedBy(record: AnyRecord, verb: string): Asked {
  const transition = transitionOf(record, verb)
  const names = [...new Set(inputOf(record, verb))].filter(
    (name) => (record.fields[name] as Field).kind !== 'trading-day',
  )
  return { names, required: transition?.requires ?? [], sign: transition?.sign ?? false }
}

/** The states one step away from the row's. */
export const nextStates = (record: AnyRecord, state: string): string[] => [
  ...new Set(
    (Object.values(record.transitions) as Transition[])
      .filter((transition) => leaves(transition, state) && transition.to !== state)
      .map(({ to }) => to),
  ),
]
