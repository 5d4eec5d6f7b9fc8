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

/** The verbs that leave the row's state: what it allows before what it refuses, the one most likely wanted first. */
export function offersOf({ record, words }: Entry, row: Row): Offer[] {
  const offers = Object.keys(record.transitions)
    .filter((verb) => row.can?.[verb] !== undefined)
    .map((verb) => {
      const can = row.can?.[verb]
      const label = (words.verbs as Record<string, Words>)[verb] ?? [verb, verb]
      return { verb, words: label, refused: can === true ? undefined : can?.detail }
    })
  const ahead = aheadOf(record, row.state)
  const rank = ({ verb, refused }: Offer) => (refused !== undefined ? 2 : verb === ahead ? 0 : 1)
  return offers.sort((a, b) => rank(a) - rank(b))
}

/**
 * The verb that carries a record on along its lifecycle: the first declared of those that lead to a later state, but an ending only
 * where nothing else leads on (a record is worked on before it is cancelled).
 */
export function aheadOf(record: AnyRecord, state: string): string | undefined {
  const place = (one: string) => record.states.indexOf(one)
  const all = Object.entries(record.transitions) as [string, Transition][]
  const forward = all.filter(([, transition]) => leaves(transition, state) && place(transition.to) > place(state))
  const goingOn = forward.filter(([, { to }]) => all.some(([, transition]) => leaves(transition, to)))
  return (goingOn[0] ?? forward[0])?.[0]
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
