import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Actor, PersonActor } from '../record/actor.ts'
import type { CustomField } from '../record/custom.ts'
import type { AnyRecord } from '../record/record.ts'
import type { Registry } from '../record/registry.ts'
import type { Who } from '../record/who.ts'
import type { ApprovalRules, Deputy } from './approval/settings.ts'
import type { SignInSettings } from './auth/settings.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { EventHub } from './events/hub.ts'
import type { Scan } from './files/scan.ts'
import type { FileStore } from './files/store.ts'
import type { Follow } from './follow.ts'
import type { Look } from './health/health.ts'
import type { Programs } from './process/programs.ts'
import type { Retention } from './retention/retention.ts'
import type { Settings } from './settings/settings.ts'
import type { Tables } from './tables.ts'
import type { Proof, Tx } from './tx.ts'

/** Who a person is now, with roles and posts: the engine names no record, so the organisation answers. */
export interface Directory {
  readonly record: AnyRecord
  /** The records on which an actor rests: when one is written, who somebody is may have changed. */
  readonly rests: readonly string[]
  /** Null when there is no such person or they have left. */
  actor(db: Kysely<Tables>, person: string, via: string): Promise<PersonActor | null>
  /** The same for several at once; those who are not here now are left out. */
  actors(db: Kysely<Tables>, people: readonly string[], via: string): Promise<PersonActor[]>
  /** The ids of those meant who are here now, each once, in no order. */
  people(db: Kysely<Tables>, who: readonly Who[]): Promise<string[]>
  /** The one person here now with this employee number or mail address; null when there is none, or more than one. */
  personBy(db: Kysely<Tables>, field: 'employeeNo' | 'email', value: string): Promise<string | null>
  /** Does a role of theirs want two factors at sign-in? */
  wantsSecondFactor(db: Kysely<Tables>, person: string): Promise<boolean>
  /** Delegations in force at an instant, by the calendar of the zone: those of these people, or those given to one. */
  deputies(
    db: Kysely<Tables>,
    at: { readonly now: string; readonly zone: string },
    which: { readonly of: readonly string[] } | { readonly to: string },
  ): Promise<Deputy[]>
}

/** The directory as the organisation answers it: it has no clock. */
export interface Register extends Omit<Directory, 'actor' | 'actors'> {
  actors(db: Kysely<Tables>, people: readonly string[], via: string): Promise<Omit<PersonActor, 'today'>[]>
}

/** Everything the running server shares; made once by the composition root and passed in, never imported. */
export interface Engine {
  readonly registry: Registry
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  /** The database's address: for connections of one's own (listening, advisory locks), opened by `connection(url)`. */
  readonly url: string
  readonly clock: Clock
  readonly log: Logger
  readonly events: EventHub
  readonly directory: Directory
  /** Which verbs want approval, as the settings say. */
  readonly approvalRules: ApprovalRules
  /** What declared commands may run, by name: the server's own list, never the database's. */
  readonly programs: Programs
  /** Bytes by their digest: attachments, files to import, results to fetch. */
  readonly files: FileStore
  /** The data folder, for whoever asks how full it is. */
  readonly home: string
  /** Looks for malware in files that come in, where the server has a scanner. */
  readonly scan: Scan | null
  /** How people may come in beside the product's own passwords. */
  readonly signIn: SignInSettings
  /** What the firm has set of its house: asked anew each time. */
  readonly settings: Settings
  /** What grows, and how long it is kept. */
  readonly retentions: readonly Retention[]
  /** What else is looked at to tell how the house stands, by code. */
  readonly looks: Readonly<Record<string, Look>>
  /** What follows every write, in this order. */
  readonly follows: readonly Follow[]
  /** The firm's time zone, an IANA name. */
  readonly zone: string
  /** This copy's number, unique among the living: see `copies.ts`. */
  readonly copy: number
  behaviourOf(record: AnyRecord): Behaviour
  /** The firm's own fields of a record, as they are now. */
  customFields(record: AnyRecord): readonly CustomField[]
  /** The trading day of an instant; null where the calendar does not reach. */
  tradingDay(instant: string): string | null
  newId(): string
  /**
   * One transaction for one actor; commits when `work` returns, leaves nothing when it throws. After a deadlock `work` is
   * done again from the start.
   */
  inTx<T>(actor: Actor, work: (tx: Tx) => Promise<T>, proof?: Proof): Promise<T>
}
