import type { Who } from '../../record/who.ts'
import type { Words } from '../../record/words.ts'

/** Why a person is told of something, the strongest first: of several reasons for one thing the first is given. */
export const whys = ['approval', 'mention', 'assigned', 'clock', 'rule', 'watched'] as const

export type Why = (typeof whys)[number]

/** One thing that happened and whom it concerns, as the write that caused it queues it. */
export interface Telling {
  readonly why: Why
  /** The same for every telling of one thing: nobody is told of it twice. */
  readonly key: string
  readonly record: string
  readonly id: string
  /** As the journal calls it. */
  readonly verb: string
  readonly at: string
  /** Null: the system. */
  readonly by: string | null
  readonly byName: string
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>
  /** The field into which they were put, where it gives them no work. */
  readonly as?: string
  /** Persons' ids. Whether each may read it is asked when they are told. */
  readonly people: readonly string[]
  /** More of them, by what they are when they are told. */
  readonly who?: readonly Who[]
  /** Of a rule: what it says. */
  readonly rule?: {
    readonly id: string
    readonly author: string | null
    readonly through: readonly string[]
    readonly urgent: boolean
  }
  /** Without a rule: also in quiet hours. */
  readonly urgent?: boolean
  /** What whoever tells it says besides, where a comment would stand. */
  readonly said?: Words
  /** So many others are told of along with it. */
  readonly more?: number
  /** Watchers are whoever watches when it is told. */
  readonly watchers?: boolean
  /** The comment that names them, or that was made. */
  readonly comment?: string
  /** It says only that somebody waits for their decision, whether they read the record or not. */
  readonly approval?: { readonly id: string; readonly asked: boolean; readonly verb: string }
}

/** Fields, by the names that records give them, in which stands whom a thing concerns and not whose work it is. */
export const concerned: readonly string[] = ['reportedBy', 'forPerson', 'person', 'contact']

/**
 * A record with a field `quiet` says by it that it tells nobody: of nothing while it is *silenced*, and not by itself that it is
 * there where it is *grouped*. Whoever set it tells later: `tellLate`.
 */
export const isQuiet = (verb: string, row: Readonly<Record<string, unknown>>): boolean =>
  row['quiet'] === 'silenced' || (row['quiet'] === 'grouped' && verb === 'create')
