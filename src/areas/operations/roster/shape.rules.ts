import type { Span } from '../../../record/working-time.ts'
import type { parts } from '../duty-position/position.rules.ts'

/** All instants here are milliseconds since 1970. */

/** One person at one position. */
export interface Watch extends Span {
  readonly id: string
  readonly person: string
  readonly position: string
}

export interface Away extends Span {
  readonly person: string
}

export interface Position {
  readonly id: string
  readonly part: (typeof parts)[number]
  readonly posts: readonly string[]
  readonly skills: readonly string[]
  /** How many are wanted. */
  readonly people: number
}

export interface Someone {
  readonly id: string
  readonly posts: readonly string[]
  readonly skills: readonly string[]
}

/** When a position must not be empty: a session of a trading day and what is wanted around it. */
export interface Needed extends Span {
  readonly position: string
  readonly session: string
  readonly tradingDay: string
}

export interface Limits {
  readonly restHours: number
  readonly nightsInRow: number
  readonly weekHours: number
}

export const findingKinds = [
  'hole',
  'maker-is-checker',
  'two-places',
  'not-qualified',
  'on-leave',
  'rest',
  'nights',
  'week-hours',
  'no-calendar',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something that a roster lacks or breaks, to the minute. */
export interface Finding extends Span {
  readonly kind: FindingKind
  /** Where it is short, or where somebody should not stand. */
  readonly position: string | null
  readonly person: string | null
  /** The duties that are part of it. */
  readonly duties: readonly string[]
  /** How many stand there; minutes of rest; nights; minutes in a week: against how many. */
  readonly have: number
  readonly want: number
}

/** May this person stand at this position? */
export const isFit = (someone: Someone | undefined, { posts, skills }: Position): boolean =>
  someone !== undefined &&
  (posts.length === 0 || posts.some((one) => someone.posts.includes(one))) &&
  skills.every((one) => someone.skills.includes(one))

/** What is left of a span once others are taken out of it, in order. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [{ from: span.from, to: span.to }]
  for (const cut of taken)
    left = left.flatMap((one) =>
      cut.to <= one.from || cut.from >= one.to
        ? [one]
        : [
            { from: one.from, to: Math.max(one.from, cut.from) },
            { from: Math.min(one.to, cut.to), to: one.to },
          ].filter(({ from, to }) => from < to),
    )
  return left
}

export const groupBy = <T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
