import { type Actor, personId } from './actor.ts'
import { type Fault, fault } from './problem.ts'
import { type AnyRecord, type AnyRow, type Moment, type Transition, transitionOf } from './record.ts'
import { holds } from './rule.ts'
import type { Words } from './words.ts'

/** What this person may do now with a record: each verb of its state, and `update`, is `true` or says why not. */
export type Can = Readonly<Record<string, true | { readonly code: string; readonly text: Words }>>

export const notAllowedText: Words = ['这一步不由您的角色办理。', 'Your roles do not allow this step.']

export const leaves = (transition: Transition, state: string): boolean =>
  typeof transition.from === 'string' ? transition.from === state : transition.from.includes(state)

/**
 * What the actor may do with the row, from the declaration alone. Only verbs that leave the present state appear, and
 * none that the system keeps for itself;
 * what a verb still needs filled in is asked for in its form and does not forbid it.
 */
export function canDo(record: AnyRecord, row: AnyRow, moment: Moment): Can {
  const can: Record<string, true | { code: string; text: Words }> = {}
  for (const [verb, transition] of Object.entries(record.transitions as Record<string, Transition>)) {
    if (transition.allow.is !== 'nobody' && leaves(transition, row.state)) can[verb] = mayDo(transition, row, moment)
  }
  if (!record.appendOnly) {
    can['update'] = holds(record.access.update, moment.actor, row)
      ? true
      : { code: 'not-allowed', text: notAllowedText }
  }
  return can
}

function mayDo(transition: Transition, row: AnyRow, moment: Moment) {
  if (!holds(transition.allow, moment.actor, row)) return { code: 'not-allowed', text: notAllowedText }
  const first = transition.guard?.(row, moment)[0]
  return first ? { code: first.code, text: first.text } : true
}

/** Fields a verb may carry: what it requires and what it accepts. */
export const inputOf = (record: AnyRecord, verb: string): string[] => {
  const transition = transitionOf(record, verb)
  return [...(transition?.requires ?? []), ...(transition?.accepts ?? [])]
}

/** The faults of required fields that are still empty once the input is in. */
export const missing = (transition: Transition, row: AnyRow): Fault[] =>
  (transition.requires ?? [])
    .filter((name) => isEmpty(row[name]))
    .map((name) => fault(name, 'required', '此项必填。', 'This must be filled in.'))

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A guard that many verbs want: the actor is none of the persons in these fields (maker-checker, author-reviewer). */
export const otherThan =
  (text: Words, ...fields: string[]) =>
  (row: object, { actor }: { actor: Actor }): Fault[] => {
    const me = personId(actor)
    return me !== null && fields.some((name) => (row as AnyRow)[name] === me)
      ? [{ path: '', code: 'same-person', text }]
      : []
  }
