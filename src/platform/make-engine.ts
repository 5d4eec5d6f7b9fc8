import { tmpdir } from 'node:os'
import type { Logger } from 'pino'
import type { CustomField } from '../record/custom.ts'
import type { AnyRecord } from '../record/record.ts'
import type { Registry } from '../record/registry.ts'
import { dateIn } from '../record/zone.ts'
import { voidOnChange } from './approval/change.ts'
import type { ApprovalRules } from './approval/settings.ts'
import type { SignInSettings } from './auth/settings.ts'
import { type Behaviour, behave } from './behaviour.ts'
import { type Clock, systemClock } from './clock.ts'
import { openDatabase } from './db/pool.ts'
import type { Directory, Engine, Register } from './engine.ts'
import { openHub } from './events/hub.ts'
import type { Scan } from './files/scan.ts'
import type { FileStore } from './files/store.ts'
import type { Follow } from './follow.ts'
import type { Look } from './health/health.ts'
import { newId } from './new-id.ts'
import type { Programs } from './process/programs.ts'
import { houseRetentions } from './retention/house.ts'
import type { Retention } from './retention/retention.ts'
import { houseSettings } from './settings/house.ts'
import { type Settings, settingsOver } from './settings/settings.ts'
import { watchAlong } from './sides/watch.ts'
import { refusalOf } from './write/refused.ts'
import { makeTx } from './write/tx.ts'

export interface EngineParts {
  readonly url: string
  readonly registry: Registry
  readonly behaviours: readonly Behaviour[]
  readonly directory: Register
  /** Without them nothing waits for approval. */
  readonly approvalRules?: ApprovalRules
  readonly files: FileStore
  readonly home?: string | undefined
  readonly scan?: Scan | undefined
  readonly follows?: readonly Follow[]
  readonly signIn?: SignInSettings | undefined
  /** Without them everything is as it comes. */
  readonly settings?: Settings
  /** What the engine itself keeps, without them. */
  readonly retentions?: readonly Retention[]
  readonly looks?: Readonly<Record<string, Look>>
  readonly log: Logger
  readonly zone: string
  tradingDay(instant: string): string | null
  customFields?(record: AnyRecord): readonly CustomField[]
  readonly programs?: Programs
  readonly clock?: Clock
  readonly poolSize?: number
}

/** Connects to a migrated database and becomes a living copy; `close` lets go of both. */
export async function makeEngine(parts: EngineParts): Promise<Engine & { close(): Promise<void> }> {
  const { clock = systemClock, programs = {} } = parts
  const behaviours = new Map(parts.behaviours.map((one) => [one.record.name, one]))
  const { db, pool, close } = openDatabase(parts.url, { max: parts.poolSize ?? 20 })
  const events = await openHub(parts.url, parts.log)
  const none = new Map(parts.registry.all.map(({ record }) => [record.name, behave(record, {})]))

  const engine: Engine = {
    db,
    pool,
    clock,
    programs,
    events,
    copy: events.copy,
    newId,
    registry: parts.registry,
    directory: dated(parts.directory, clock, parts.zone),
    approvalRules: parts.approvalRules ?? (async () => []),
    files: parts.files,
    home: parts.home ?? tmpdir(),
    scan: parts.scan ?? null,
    // First of all, so that whoever tells people of a write finds among the watchers whom it concerns.
    follows: [watchAlong, (tx, written) => voidOnChange(engine, tx, written), ...(parts.follows ?? [])],
    signIn: parts.signIn ?? {},
    retentions: parts.retentions ?? houseRetentions,
    looks: parts.looks ?? {},
    settings: parts.settings ?? settingsOver(houseSettings, () => new Map()),
    url: parts.url,
    log: parts.log,
    zone: parts.zone,
    tradingDay: parts.tradingDay,
    customFields: parts.customFields ?? (() => []),
    behaviourOf: (record) => behaviours.get(record.name) ?? (none.get(record.name) as Behaviour),
    async inTx(actor, work, proof) {
      const attempt = () =>
        db.transaction().execute((trx) => work(makeTx({ engine, trx, now: clock.now(), proof }, actor)))
      try {
        return await again(attempt)
      } catch (error) {
        throw await refusalOf(engine, actor, error)
      }
    },
  }
  return {
    ...engine,
    async close() {
      await events.close()
      await close()
    },
  }
}

/** Whoever is found knows what day it is, however long they are remembered. */
function dated(register: Register, clock: Clock, zone: string): Directory {
  const actors: Directory['actors'] = async (db, people, via) =>
    (await register.actors(db, people, via)).map((found) => ({
      ...found,
      get today() {
        return dateIn(zone, clock.now())
      },
    }))
  return { ...register, actors, actor: async (db, person, via) => (await actors(db, [person], via))[0] ?? null }
}

/**
 * Two transactions that wait for each other: PostgreSQL gives one of them up, and it is done again. Nothing of it was
 * kept, so what `work` does outside of its transaction must bear being done twice.
 */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== '40P01') throw error
    }
  }
}
