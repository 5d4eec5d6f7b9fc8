import type { Transaction } from 'kysely'
import type { Actor, PersonActor } from '../record/actor.ts'
import type { Refusal } from '../record/problem.ts'
import type { AnyRecord, RowOf, ValuesOf, VerbOf } from '../record/record.ts'
import type { Registry } from '../record/registry.ts'
import type { Rule } from '../record/rule.ts'
import type { Settings } from './settings/settings.ts'
import type { JournalTable, Tables } from './tables.ts'

type Changes = JournalTable['changes']

/** Presence proved again, moments ago, by the person who signs: made by `proveAgain` before the transaction begins. */
export interface Proof {
  readonly person: string
  readonly method: 'password' | 'totp' | 'passkey'
  /** What the authenticator signed, where one did. */
  readonly evidence?: object
}

/** One row of many: a new one, or a change of the one with this id. */
export interface Put {
  readonly id?: string
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * One transaction: the only handle through which anything is written. What it creates, changes or queues is there
 * after the commit or not at all. `now` is the one instant of the whole transaction.
 */
export interface Tx {
  readonly actor: Actor
  readonly now: string
  /** The date of `now` where the firm is. */
  readonly today: string
  /** Where the firm is: an IANA name. */
  readonly zone: string
  /** Typed SQL inside this transaction: for reading, and for tables that are no records. */
  readonly db: Transaction<Tables>
  /** The record that persons are. */
  readonly directory: AnyRecord
  /** Every declaration: for settings that name a record. */
  readonly registry: Registry
  /** What the firm has set of its house. */
  readonly settings: Settings
  /** What can be done to a record: its verbs and actions. */
  verbsOf(record: AnyRecord): string[]
  newId(): string
  /** The trading day of `now`, or of another instant; null where the calendar does not reach. */
  tradingDay(instant?: string): string | null
  /** Reads a row and locks it until the end of the transaction; refuses `not-found`. */
  lock<R extends AnyRecord>(record: R, id: string): Promise<RowOf<R>>
  create<R extends AnyRecord>(record: R, values: ValuesOf<R>): Promise<RowOf<R>>
  /** Changes fields without moving the state; writes nothing when nothing differs. */
  update<R extends AnyRecord>(record: R, id: string, values: ValuesOf<R>, seen?: number): Promise<RowOf<R>>
  /**
   * Creates and changes many, in as few round trips as one takes. Answers for each the row, or the refusal that kept it
   * out: whoever wants all or nothing takes `createAll`. `dry` only says what would be refused.
   */
  putMany<R extends AnyRecord>(
    record: R,
    puts: readonly Put[],
    options?: { dry?: boolean },
  ): Promise<(RowOf<R> | Refusal)[]>
  /** Does a verb. With `seen`, the version somebody looked at, a row that has moved on since is refused as stale. */
  act<R extends AnyRecord>(
    record: R,
    id: string,
    verb: VerbOf<R>,
    values?: ValuesOf<R>,
    seen?: number,
  ): Promise<RowOf<R>>
  /**
   * Journals what is no field (a comment, a link, an account): the record's chain grows, its version does not. The row is
   * found as the actor reads it, or `reader`: somebody who was asked about a record need not be able to read it.
   */
  journal(record: AnyRecord, id: string, verb: string, changes: Changes, reader?: Actor): Promise<void>
  /** Refuses `not-allowed` unless the rule holds for this actor and row: for actions, whose rules stand outside verbs. */
  demand(rule: Rule, row: Readonly<Record<string, unknown>>): void
  /** The same transaction under a system name: for what follows by itself from what a person did. */
  as(name: string): Tx
  /**
   * The same transaction under the name of whoever asked for what has been approved. Its verbs are not asked for again,
   * and what they had to sign they signed when they asked.
   */
  approved(requester: PersonActor): Tx
  /** Queues a job that exists if and only if this transaction commits. */
  job(task: string, payload: unknown, options?: { runAt?: string; key?: string }): Promise<void>
  /** Tells every copy of the server, at commit: for what is no record, since records tell by themselves. */
  notify(topic: string, payload: unknown): Promise<void>
}
