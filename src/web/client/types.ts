import type { PersonActor } from '../../record/actor.ts'
import type { AnyRecord, AnyRow, RowOf } from '../../record/record.ts'

/** What a reader may do with a row, worded by the server in the language asked for. */
export type CanDo = Readonly<Record<string, true | { readonly code: string; readonly detail: string }>>

/** A linked record that the reader may read. */
export interface Ref {
  readonly record: string
  readonly number: string
  readonly label: string
}

/** By id; an id that is not in it belongs to a record this reader may not read. */
export type Refs = Readonly<Record<string, Ref>>

/** A row of any record as the server sends it. */
export type Row = AnyRow & { readonly can?: CanDo; readonly hidden?: readonly string[] }

type Sent<R extends AnyRecord> = RowOf<R> & { readonly can?: CanDo }

export interface Page<R extends AnyRecord = AnyRecord> {
  readonly items: readonly Sent<R>[]
  readonly next: string | null
  readonly count: { readonly value: number; readonly atLeast: boolean }
  readonly refs: Refs
}

export interface Item<R extends AnyRecord = AnyRecord> {
  readonly item: Sent<R>
  readonly refs: Refs
  /** The verb was not done: it waits for this approval. */
  readonly approval?: { readonly id: string }
}

/** A change of a record; `actor` is null for the system's own work, which has a name all the same. */
export interface JournalEntry {
  readonly id: string
  readonly n: number
  readonly at: string
  readonly actor: string | null
  readonly actorName: string
  readonly via: string
  readonly verb: string
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>
  readonly digest: string
}

export interface Comment {
  readonly id: string
  readonly at: string
  readonly by: string
  /** Persons stand in it as `@[name](person:id)`; empty once it was withdrawn. */
  readonly text: string
  readonly private: boolean
  readonly editedAt: string | null
  readonly withdrawnAt: string | null
}

export const linkKinds = ['relates-to', 'caused-by', 'duplicates', 'blocks'] as const
export type LinkKind = (typeof linkKinds)[number]

export interface RecordLink {
  readonly id: string
  readonly kind: LinkKind
  readonly direction: 'out' | 'in'
  readonly record: string
  readonly target: string
}

export interface Signature {
  readonly id: string
  readonly at: string
  readonly person: string
  readonly verb: string
  readonly digest: string
  readonly method: Proof
  readonly shown: unknown
}

/** Who is signed in, and whether this is the demo firm. */
export interface Session {
  readonly person: Omit<PersonActor, 'kind' | 'via' | 'today'> & { readonly login: string }
  readonly demo: boolean
  /** By what they can prove presence when they sign. */
  readonly proofs: readonly Proof[]
  /** Nothing but their own account is open to them until they have a second factor. */
  readonly mustEnrol: boolean
}

export type Proof = 'password' | 'totp' | 'passkey'

export interface Setup {
  readonly needed: boolean
  readonly demo?: boolean
  readonly logins?: readonly string[]
}

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly scope: readonly string[]
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}
