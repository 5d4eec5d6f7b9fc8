import { sql } from 'kysely'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import type { Actor } from '../record/actor.ts'
import { Refusal } from '../record/problem.ts'
import type { AnyRecord } from '../record/record.ts'
import { tableOf } from '../record/record.ts'
import type { Registry } from '../record/registry.ts'
import { type Behaviour, behave } from './behaviour.ts'
import { type Clock, systemClock } from './clock.ts'
import { snake } from './db/columns.ts'
import { openDatabase } from './db/pool.ts'
import type { Directory, Engine } from './engine.ts'
import { openHub } from './events/hub.ts'
import type { FileStore } from './files/store.ts'
import type { Follow } from './follow.ts'
import type { Programs } from './process/programs.ts'
import { condition } from './read/filter.ts'
import { makeTx } from './write/tx.ts'

export interface EngineParts {
  readonly url: string
  readonly registry: Registry
  readonly behaviours: readonly Behaviour[]
  readonly directory: Directory
  readonly files: FileStore
  readonly follows?: readonly Follow[]
  readonly log: Logger
  readonly zone: string
  tradingDay(instant: string): string | null
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
    newId: v7,
    registry: parts.registry,
    directory: parts.directory,
    files: parts.files,
    follows: parts.follows ?? [],
    url: parts.url,
    log: parts.log,
    zone: parts.zone,
    tradingDay: parts.tradingDay,
    behaviourOf: (record) => behaviours.get(record.name) ?? (none.get(record.name) as Behaviour),
    async inTx(actor, work, proof) {
      const attempt = () =>
        db.transaction().execute((trx) => work(makeTx({ engine, trx, now: clock.now(), proof }, actor)))
      try {
        return await again(attempt)
      } catch (error) {
        throw await asRefusal(engine, actor, error)
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

/**
 * Two transactions that wait for each other: PostgreSQL gives one of them up, and it is done again. Nothing of it was
 * kept, so what `work` does outside of its transaction must bear being done twice.
 */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || (error as PgError).code !== '40P01') throw error
    }
  }
}

interface PgError extends Error {
  code?: string
  table?: string
  constraint?: string
  detail?: string
}

/** What the database itself refuses, in the product's words; anything else is a bug and passes through. */
async function asRefusal(engine: Engine, actor: Actor, error: unknown): Promise<unknown> {
  const { code, constraint = '' } = error as PgError
  if (code === '23505') return duplicate(engine, actor, error as PgError)
  if (code === '23514' && constraint.endsWith('_two_people')) {
    return new Refusal('same-person', ['经办与复核必须是两个人。', 'Maker and checker must be two people.'])
  }
  return error
}

/** A unique value is taken: says which field, and by whom when the actor may read the holder. */
async function duplicate(engine: Engine, actor: Actor, error: PgError): Promise<unknown> {
  const entry = engine.registry.all.find(({ record }) => tableOf(record) === error.table)
  if (!entry) return error
  const { record } = entry
  const name = uniqueField(record, error)
  const text = ['该值已被占用,不能重复。', 'The value is taken; it must be unique.'] as const
  if (!name) return new Refusal('duplicate', text)
  const value = /\)=\((.*)\)/s.exec(error.detail ?? '')?.[1]
  const { rows } = await sql<{ id: string; number: string }>`select id, number from ${sql.table(tableOf(record))}
    where ${sql.ref(snake(name))}::text = ${value ?? ''} and ${condition(record, record.access.read, actor)}`.execute(
    engine.db,
  )
  const holder = rows[0] && { ...rows[0], path: `/api/${record.plural}/${rows[0].id}` }
  return new Refusal('duplicate', text, [{ path: name, code: 'duplicate', text }], holder ? { holder } : {})
}

const uniqueField = (record: AnyRecord, error: PgError): string | undefined =>
  Object.keys(record.fields).find((name) => error.constraint === `${tableOf(record)}_${snake(name)}_unique`)
