import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Actor } from '../record/actor.ts'
import type { AnyRecord } from '../record/record.ts'
import type { Registry } from '../record/registry.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { EventHub } from './events/hub.ts'
import type { Tables } from './tables.ts'
import type { Proof, Tx } from './tx.ts'

/** Everything the running server shares; made once by the composition root and passed in, never imported. */
export interface Engine {
  readonly registry: Registry
  readonly db: Kysely<Tables>
  /** The database's address under the app's role: for connections of one's own (listening, advisory locks). */
  readonly url: string
  readonly clock: Clock
  readonly log: Logger
  readonly events: EventHub
  /** This copy's number, unique among the living: see `copies.ts`. */
  readonly copy: number
  behaviourOf(record: AnyRecord): Behaviour
  tradingDay(instant: string): string | null
  newId(): string
  /** One transaction for one actor; commits when `work` returns, leaves nothing when it throws. */
  inTx<T>(actor: Actor, work: (tx: Tx) => Promise<T>, proof?: Proof): Promise<T>
}
